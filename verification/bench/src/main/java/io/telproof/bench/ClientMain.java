package io.telproof.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * One client in a JVM of its own. It asks one question, says so, and then asks as it is told by
 * lines: how many threads, for how many milliseconds; or to wait for its compilers. It ends where
 * its input does. Beside what it measures it needs nothing but Java.
 */
public final class ClientMain {
  /** What it says once the first question is answered, and once its compilers rest. */
  static final String READY = "ready";

  /** What it is told to wait until its compilers have nothing to do. */
  static final String REST = "rest";

  private static final int MOST_THREADS = 64;

  private ClientMain() {}

  /**
   * Runs the client.
   *
   * @param args the name of a class that is a {@code Function} from a number without its country to
   *     any text, with a public constructor that takes a URL; and that URL
   */
  public static void main(String... args) throws Exception {
    @SuppressWarnings("unchecked")
    Function<String, String> call =
        Class.forName(args[0])
            .asSubclass(Function.class)
            .getConstructor(String.class)
            .newInstance(args[1]);
    if (call.apply("13800000000").isEmpty()) {
      throw new IllegalStateException("an answer without a value");
    }
    System.out.println(READY);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    if (line != null) {
      Callers callers = new Callers(call, MOST_THREADS);
      for (; line != null; line = in.readLine()) {
        if (line.equals(REST)) {
          Compilers.rest();
          System.out.println(READY);
          continue;
        }
        String[] words = line.split(" ", -1);
        int threads = Integer.parseInt(words[0]);
        System.out.println(callers.ask(threads, Long.parseLong(words[1])).line());
      }
    }
    // What threads a client keeps is its own business, and of no use any more.
    Runtime.getRuntime().halt(0);
  }
}
