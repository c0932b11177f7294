package io.telproof.flink.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The main class of all JVMs of the trial: runs another one, and ends with whoever started it,
 * however that one ended.
 */
final class ChildMain {
  /** What was said to this process. */
  static final BlockingQueue<String> SAID = new LinkedBlockingQueue<>();

  private ChildMain() {}

  /** Runs the class that the first argument names. */
  public static void main(String[] arguments) throws Exception {
    Thread listener = new Thread(ChildMain::listen, "listener");
    listener.setDaemon(true);
    listener.start();
    Class.forName(arguments[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void listen() {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        SAID.add(line);
      }
    } catch (IOException e) {
      // As its end.
    }
    Runtime.getRuntime().halt(0);
  }
}
