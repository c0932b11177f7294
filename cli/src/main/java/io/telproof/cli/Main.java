package io.telproof.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.logging.LogManager;

/** The process: its streams, its exit status, and nothing else. */
public final class Main {
  private Main() {}

  /**
   * Carries one command line out and ends the process.
   *
   * @param arguments what stands behind the command's name
   */
  public static void main(String[] arguments) {
    PrintStream err = stream(FileDescriptor.err);
    // Never a stack trace's own message: it may quote what was asked.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> UsageErrors.defect(thrown, new Screen(err, false, Screen.ENDLESS)));
    // What libraries log is not for the reader, and may hold what must not be seen.
    LogManager.getLogManager().reset();
    // Only the shell that starts Java can tell whether standard output is a terminal: Java 17 knows
    // of input and output together.
    Terminal terminal = new Terminal(System.getenv(), Boolean.getBoolean("telproof.terminal"));
    IoStreams surroundings =
        new IoStreams(
            // Buffered, because a bare one on 17 tries to seek, which a pipe refuses.
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            stream(FileDescriptor.out),
            err,
            terminal.colour(),
            terminal.width(),
            Boolean.getBoolean("telproof.live"),
            new TerminalPrompt(),
            Clock.systemUTC());
    System.exit(Cli.run(surroundings, arguments));
  }

  /** UTF-8 whatever the locale. */
  private static PrintStream stream(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }
}
