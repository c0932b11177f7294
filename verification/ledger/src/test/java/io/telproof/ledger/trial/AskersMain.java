package io.telproof.ledger.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The askers in a process of their own: says each end of a question at once. */
final class AskersMain {
  static final String ENDED = "ended";
  static final String OVER = "over";

  private static final Logger LOG = LoggerFactory.getLogger(AskersMain.class);

  private AskersMain() {}

  /**
   * Runs until it has asked, or its input ends.
   *
   * @param arguments the schedule, which process it is, the configuration, whether it was killed
   *     before, and where each thread begins
   */
  public static void main(String[] arguments) {
    Thread parent = new Thread(AskersMain::endWithParent, "parent");
    parent.setDaemon(true);
    parent.start();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> end(e));
    try {
      LineOutput out = new LineOutput();
      List<Integer> positions =
          Stream.of(arguments[4].split(" ", -1)).map(Integer::valueOf).toList();
      new Askers(
              Schedule.of(arguments[0]),
              Integer.parseInt(arguments[1]),
              (thread, position, word) ->
                  out.write(ENDED + " " + thread + " " + position + " " + word))
          .ask(arguments[2], positions, Boolean.parseBoolean(arguments[3]));
      out.write(OVER);
    } catch (Exception e) {
      end(e);
    }
    // Threads of libraries are no reason to stay.
    Runtime.getRuntime().halt(0);
  }

  private static void end(Throwable why) {
    LOG.error("a process of the trial has to end: {}", why.toString());
    Runtime.getRuntime().halt(1);
  }

  private static void endWithParent() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      while (in.readLine() != null) {
        // Nothing is said to it.
      }
    } catch (IOException e) {
      // The same as an end.
    }
    Runtime.getRuntime().halt(1);
  }
}
