package io.telproof.cli;

import io.telproof.client.ConfigurationException;
import java.util.Arrays;
import java.util.List;
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
  private final Screen notes;

  UsageErrors(Screen notes) {
    this.notes = notes;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    say(sentence(mistake, List.of(arguments)));
    notes.line("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.UNUSABLE.code();
  }

  private static String sentence(ParameterException mistake, List<String> arguments) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, arguments);
    }
    if (mistake instanceof MissingParameterException missing) {
      return missing.getMissing().isEmpty()
          ? name(missing.getArgSpec()) + " needs a value"
          : missing(missing.getMissing().get(0));
    }
    if (mistake instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " is given twice";
    }
    if (mistake.getCause() instanceof UsageException unusable) {
      return name(mistake.getArgSpec()) + ": " + unusable.getMessage();
    }
    if (mistake.getArgSpec() != null) {
      return name(mistake.getArgSpec()) + ": cannot be what is given";
    }
    return "expected one of the commands " + commands(mistake.getCommandLine());
  }

  private static String missing(ArgSpec argument) {
    return argument.isPositional()
        ? argument.paramLabel() + " is missing"
        : name(argument) + " needs a value: " + argument.paramLabel();
  }

  private static String unmatched(UnmatchedArgumentException mistake, List<String> arguments) {
    CommandLine command = mistake.getCommandLine();
    int position = arguments.indexOf(mistake.getUnmatched().get(0)) + 1;
    String where = "argument " + position;
    if (mistake.isUnknownOption()) {
      return where + " is not an option of this command" + meant(mistake);
    }
    return command.getSubcommands().isEmpty()
        ? where + " is not expected"
        : where + " is not a command; expected one of " + commands(command);
  }

  /** The nearest option that exists: its name is ours to repeat. */
  private static String meant(UnmatchedArgumentException mistake) {
    List<String> near = mistake.getSuggestions();
    return near.isEmpty() ? "" : "; did you mean " + near.get(0) + "?";
  }

  private static String commands(CommandLine command) {
    return String.join(", ", command.getSubcommands().keySet());
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    if (thrown instanceof UsageException) {
      say(String.valueOf(thrown.getMessage()));
      return ExitStatus.UNUSABLE.code();
    }
    if (thrown instanceof ConfigurationException configuration) {
      say(String.valueOf(thrown.getMessage()).lines().findFirst().orElse(""));
      configuration.problems().forEach(problem -> notes.line("  " + problem));
      return ExitStatus.UNUSABLE.code();
    }
    defect(thrown, notes);
    return ExitStatus.DEFECT.code();
  }

  /** The place of a defect, for its report. Not the message: it may quote anything. */
  static void defect(Throwable thrown, Screen notes) {
    notes.line(
        "telproof: a defect of this command, please report it: " + thrown.getClass().getName());
    Arrays.stream(thrown.getStackTrace()).limit(8).forEach(frame -> notes.line("  at " + frame));
  }

  private void say(String sentence) {
    notes.line("telproof: " + sentence);
  }
}
