package io.telproof.cli;

import io.telproof.client.ConfigurationException;
import io.telproof.client.Problem;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line, without repeating a word of it: picocli's own messages
 * quote what was typed, and that may be somebody's number or name in the wrong place.
 */
final class UsageErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final PrintStream out;
  private final Screen notes;
  private final boolean json;

  /**
   * For one command line.
   *
   * @param json whether a program reads standard output: it reads one object about a mistake too
   */
  UsageErrors(IoStreams surroundings, boolean json) {
    this.out = surroundings.out();
    this.notes = surroundings.notes();
    this.json = json;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    unusable(advised(sentence(mistake, List.of(arguments)), mistake.getCommandLine()), List.of());
    return ExitStatus.UNUSABLE.code();
  }

  /** Behind what is wrong stands what to do: where nothing else is said, to read the help. */
  private static String advised(String sentence, CommandLine command) {
    String help = "see " + command.getCommandSpec().qualifiedName() + " --help";
    return String.valueOf(new UsageException(sentence).otherwise(help).getMessage());
  }

  private static String sentence(ParameterException mistake, List<String> arguments) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, arguments);
    }
    if (mistake instanceof MissingParameterException missing) {
      ArgSpec argument =
          missing.getMissing().isEmpty() ? missing.getArgSpec() : missing.getMissing().get(0);
      return mistyped(argument, arguments, mistake.getCommandLine())
          .orElseGet(() -> missing(argument, arguments));
    }
    if (mistake instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " is given twice; give it once";
    }
    if (mistake.getCause() instanceof UsageException unusable) {
      return name(mistake.getArgSpec()) + ": " + unusable.getMessage();
    }
    if (mistake.getArgSpec() != null) {
      return name(mistake.getArgSpec()) + ": this cannot be its value";
    }
    return "a command is missing; expected one of " + commands(mistake.getCommandLine());
  }

  private static String missing(ArgSpec argument, List<String> arguments) {
    if (!(argument instanceof OptionSpec option)) {
      return argument.paramLabel() + " is missing";
    }
    boolean given = Arrays.stream(option.names()).anyMatch(arguments::contains);
    return "%s %s; give it as in %1$s %s"
        .formatted(name(option), given ? "has no value" : "is missing", option.paramLabel());
  }

  private static String unmatched(UnmatchedArgumentException mistake, List<String> arguments) {
    CommandLine command = mistake.getCommandLine();
    int position = arguments.indexOf(mistake.getUnmatched().get(0)) + 1;
    String where = "argument " + position;
    if (mistake.isUnknownOption()) {
      return notAnOption(mistake.getUnmatched().get(0), arguments, command);
    }
    return command.getSubcommands().isEmpty()
        ? where + " is not expected"
        : where
            + (command.getCommandSpec().userObject() instanceof CheckCommand
                ? " is not a check; "
                : " is not a command; ")
            + Suggestion.instead(
                mistake.getUnmatched().get(0), List.of(commands(command).split(", ")));
  }

  /** What is missing may be there, under a name that is nearly its own. */
  private static Optional<String> mistyped(
      ArgSpec missing, List<String> arguments, CommandLine command) {
    String instead = "; did you mean " + name(missing) + "?";
    return arguments.stream()
        .filter(each -> each.startsWith("--"))
        .filter(each -> command.getCommandSpec().findOption(each.split("=", 2)[0]) == null)
        .filter(each -> meant(each, command).equals(instead))
        .findFirst()
        .map(each -> notAnOption(each, arguments, command));
  }

  private static String notAnOption(String typed, List<String> arguments, CommandLine command) {
    int position = arguments.indexOf(typed) + 1;
    return "argument " + position + " is not an option of this command" + meant(typed, command);
  }

  /** The nearest option that exists: its name is ours to repeat. */
  private static String meant(String typed, CommandLine command) {
    List<String> options =
        command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
    return Suggestion.of(typed.split("=", 2)[0], options)
        .map(option -> "; did you mean " + option + "?")
        .orElse("");
  }

  private static String commands(CommandLine command) {
    return command.getSubcommands().values().stream()
        .map(CommandLine::getCommandName)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    if (thrown instanceof UsageException) {
      unusable(advised(String.valueOf(thrown.getMessage()), command), List.of());
      return ExitStatus.UNUSABLE.code();
    }
    if (thrown instanceof ConfigurationException configuration) {
      String first = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
      unusable(first.replaceFirst(":$", ""), configuration.problems());
      configuration.problems().forEach(problem -> notes.line("  " + problem));
      return ExitStatus.UNUSABLE.code();
    }
    defect(thrown, notes);
    if (json) {
      Map<String, @Nullable Object> answer = JsonLine.object();
      answer.put("answer", "defect");
      answer.put("message", thrown.getClass().getName());
      new JsonLine(answer).print(out);
    }
    return ExitStatus.DEFECT.code();
  }

  /** The place of a defect, for its report. Not the message: it may quote anything. */
  static void defect(Throwable thrown, Screen notes) {
    notes.line(
        "telproof: a defect of this command, please report it: " + thrown.getClass().getName());
    Arrays.stream(thrown.getStackTrace()).limit(8).forEach(frame -> notes.line("  at " + frame));
  }

  private void unusable(String sentence, List<Problem> problems) {
    String below =
        switch (problems.size()) {
          case 0 -> "";
          case 1 -> "; correct this:";
          default -> "; correct these:";
        };
    notes.line("telproof: " + sentence + below);
    if (json) {
      Map<String, @Nullable Object> answer = JsonLine.object();
      answer.put("answer", "unusable");
      answer.put("message", sentence);
      answer.put("problems", JsonProblems.of(problems));
      new JsonLine(answer).print(out);
    }
  }
}
