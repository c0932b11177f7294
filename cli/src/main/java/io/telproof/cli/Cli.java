package io.telproof.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** The whole command, in any surroundings. */
final class Cli {
  /** Of help: picocli has no room for an option and its text in less. */
  private static final int NARROWEST = 55;

  /** Of help: nobody reads longer lines. */
  private static final int WIDEST = 80;

  private Cli() {}

  /** Carries one command line out and gives the exit status. */
  static int run(IoStreams surroundings, String... arguments) {
    return run(
        new CommandTree(surroundings).commandLine(List.of(arguments)), surroundings, arguments);
  }

  /** Carries one command line out by these commands. */
  static int run(CommandLine commands, IoStreams surroundings, String... arguments) {
    // Known before the line is read: a line that cannot be read is told to the program as well.
    boolean json = List.of(arguments).contains("--json");
    UsageErrors mistakes = new UsageErrors(surroundings, json);
    return commands
        // An argument that begins with an at sign is an argument, not a file of arguments.
        .setExpandAtFiles(false)
        .setOut(writer(surroundings.out()))
        .setErr(writer(surroundings.err()))
        .setUsageHelpWidth(Math.min(Math.max(surroundings.width(), NARROWEST), WIDEST))
        .setColorScheme(Help.defaultColorScheme(surroundings.colour() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(mistakes)
        .setExecutionExceptionHandler(mistakes)
        .execute(arguments);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
