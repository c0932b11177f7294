package io.telproof.cli;

import io.telproof.spi.CheckType;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

/** The whole command, in any surroundings. */
final class Cli {
  private Cli() {}

  /** Carries one command line out and gives the exit status. */
  static int run(IoStreams surroundings, String... arguments) {
    // Known before the line is read: a line that cannot be read is told to the program as well.
    boolean json = List.of(arguments).contains("--json");
    UsageErrors mistakes = new UsageErrors(surroundings, json);
    return commands(surroundings)
        // An argument that begins with an at sign is an argument, not a file of arguments.
        .setExpandAtFiles(false)
        .setOut(writer(surroundings.out()))
        .setErr(writer(surroundings.err()))
        .setColorScheme(Help.defaultColorScheme(surroundings.colour() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(mistakes)
        .setExecutionExceptionHandler(mistakes)
        .execute(arguments);
  }

  private static CommandLine commands(IoStreams surroundings) {
    CommandLine telproof = command(new TelproofCommand());
    telproof
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
    return telproof
        .addSubcommand(
            command(new CheckCommand())
                .addSubcommand(command(new PhoneStatusCommand(surroundings)))
                .addSubcommand(command(new TenureCommand(surroundings)))
                .addSubcommand(command(new IdentityCommand(surroundings)))
                .addSubcommand(
                    named(CheckType.CODE_DELIVERY.key(), new CodeSendCommand(surroundings)))
                .addSubcommand(
                    named(CheckType.CODE_VERIFICATION.key(), new CodeVerifyCommand(surroundings)))
                .addSubcommand(command(new PreValidatedCommand(surroundings))))
        .addSubcommand(command(new BulkCommand(surroundings)))
        .addSubcommand(
            command(new CodeCommand())
                .addSubcommand(command(new CodeSendCommand(surroundings)))
                .addSubcommand(command(new CodeVerifyCommand(surroundings))))
        .addSubcommand(
            command(new ConfigCommand())
                .addSubcommand(command(new ConfigCheckCommand(surroundings))))
        .addSubcommand(
            command(new LedgerCommand())
                .addSubcommand(command(new LedgerBillCommand(surroundings)))
                .addSubcommand(command(new LedgerDoubtsCommand(surroundings)))
                .addSubcommand(command(new LedgerReconcileCommand(surroundings)))
                .addSubcommand(command(new LedgerDismissCommand(surroundings))))
        .addSubcommand(command(new ProvidersCommand(surroundings)))
        .addSubcommand(command(new SandboxCommand(surroundings)));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** The same command by another word. */
  private static CommandLine named(String word, Object command) {
    return command(command).setCommandName(word);
  }

  private static CommandLine command(Object command) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    return line;
  }
}
