package io.telproof.cli;

import io.telproof.spi.CheckType;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands by their words. To read one takes picocli some milliseconds, so where a command line
 * names one of those that may follow, that one alone is read. Where it does not, all of them are:
 * help and messages tell of them.
 */
final class CommandTree {
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "telproof",
          List.of(
              "check",
              "explain",
              "bulk",
              "code",
              "config",
              "ledger",
              "providers",
              "sandbox",
              "completion",
              "man"),
          "telproof check",
          CheckWords.ofRoutes(),
          "telproof code",
          List.of("send", "verify"),
          "telproof config",
          List.of("check"),
          "telproof ledger",
          List.of("bill", "doubts", "reconcile", "dismiss"));

  private final IoStreams surroundings;

  CommandTree(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * As much of the tree as a command line needs. All of it for an empty one.
   *
   * @param arguments the command line
   */
  CommandLine commandLine(List<String> arguments) {
    CommandLine telproof = branch("telproof", "telproof", arguments);
    telproof
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Show the version.")
                .build());
    return telproof;
  }

  private CommandLine branch(String path, String word, List<String> arguments) {
    CommandLine line = new CommandLine(command(path)).setCommandName(word);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    List<String> words = WORDS.getOrDefault(path, List.of());
    boolean named = !arguments.isEmpty() && words.contains(arguments.get(0));
    List<String> rest = named ? arguments.subList(1, arguments.size()) : List.of();
    for (String next : named ? arguments.subList(0, 1) : words) {
      line.addSubcommand(next, branch(path + " " + next, next, rest));
    }
    return line;
  }

  private Object command(String path) {
    return switch (path) {
      case "telproof" -> new TelproofCommand();
      case "telproof check" -> new CheckCommand();
      case "telproof explain" -> new ExplainCommand(surroundings);
      case "telproof bulk" -> new BulkCommand(surroundings);
      case "telproof code" -> new CodeCommand();
      case "telproof code send" -> new CodeSendCommand(surroundings);
      case "telproof code verify" -> new CodeVerifyCommand(surroundings);
      case "telproof config" -> new ConfigCommand();
      case "telproof config check" -> new ConfigCheckCommand(surroundings);
      case "telproof ledger" -> new LedgerCommand();
      case "telproof ledger bill" -> new LedgerBillCommand(surroundings);
      case "telproof ledger doubts" -> new LedgerDoubtsCommand(surroundings);
      case "telproof ledger reconcile" -> new LedgerReconcileCommand(surroundings);
      case "telproof ledger dismiss" -> new LedgerDismissCommand(surroundings);
      case "telproof providers" -> new ProvidersCommand(surroundings);
      case "telproof sandbox" -> new SandboxCommand(surroundings);
      case "telproof completion" -> new CompletionCommand(surroundings);
      case "telproof man" -> new ManCommand(surroundings);
      default ->
          CheckCommands.of(
              CheckType.of(path.substring("telproof check ".length())).orElseThrow(), surroundings);
    };
  }
}
