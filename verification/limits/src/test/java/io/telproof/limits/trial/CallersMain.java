package io.telproof.limits.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of the processes of an account. Says that it is ready; is told when to begin and when to end;
 * says each permit at once, and at the end how the questions ended.
 */
final class CallersMain implements Witness {
  static final String READY = "ready";
  static final String GRANTED = "granted";
  static final String ANSWERED = "answered";
  static final String FAILED = "failed";
  static final String OVER = "over";

  private static final Logger LOG = LoggerFactory.getLogger(CallersMain.class);

  private final LineOutput out = new LineOutput();
  private final Books ends = new Books();

  private CallersMain() {}

  /**
   * Runs until it has asked, or its input ends.
   *
   * @param arguments which process it is, how many callers it has, and the configuration
   */
  public static void main(String[] arguments) {
    try {
      new CallersMain()
          .run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), arguments[2]);
    } catch (Exception e) {
      LOG.error("a process of the trial has to end: {}", e.toString());
    }
    // Threads of libraries are no reason to stay.
    Runtime.getRuntime().halt(0);
  }

  private void run(int process, int callers, String config) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Callers party = new Callers(process, callers, config, this)) {
      party.warm();
      out.write(READY);
      String[] times = String.valueOf(in.readLine()).split(" ", -1);
      Thread parent = new Thread(() -> endWith(in), "parent");
      parent.setDaemon(true);
      parent.start();
      party.ask(Long.parseLong(times[0]), Long.parseLong(times[1]));
    }
    out.write(ANSWERED + " " + ends.answers());
    ends.failures().forEach((kind, count) -> out.write(FAILED + " " + kind + " " + count));
    out.write(OVER);
  }

  /** Ends this process at once where its parent has gone before the time. */
  private static void endWith(BufferedReader in) {
    try {
      while (in.readLine() != null) {
        // Nothing more is said to it.
      }
    } catch (IOException e) {
      // The same as an end.
    }
    Runtime.getRuntime().halt(1);
  }

  @Override
  public void granted(Grant grant) {
    out.write(GRANTED + " " + grant.line());
  }

  @Override
  public void answered() {
    ends.answered();
  }

  @Override
  public void failed(String kind) {
    ends.failed(kind);
  }
}
