package io.telproof.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The script for fish, which the library of options makes none for. */
final class FishCompletion {
  /** Tells whether the line has come to a command, and to which of its arguments. */
  private static final String AT =
      """
      function __telproof_at --description 'a command of telproof, and the arguments behind it'
          set --local path
          set --local count 0
          set --local value no
          for word in (commandline --tokenize --cut-at-cursor --current-process)[2..]
              if test $value = yes
                  set value no
              else if contains -- "$path $word" $__telproof_paths
                  set path "$path $word"
              else if contains -- $word $__telproof_values
                  set value yes
              else if not string match --quiet -- '-*' $word
                  set count (math $count + 1)
              end
          end
          contains -- "$path" $argv[2..]; or return 1
          test $argv[1] = any; or test $argv[1] -eq $count
      end
      """;

  private final List<CommandWord> commands;

  FishCompletion(CommandLine program) {
    this.commands = CommandWord.all(program);
  }

  String script() {
    List<String> lines = new ArrayList<>();
    lines.add(
        commands.stream()
            .flatMap(command -> paths(command).stream())
            .filter(path -> !path.isEmpty())
            .map(FishCompletion::quoted)
            .collect(Collectors.joining(" ", "set --global __telproof_paths ", "")));
    lines.add(
        commands.stream()
            .flatMap(command -> command.spec().options().stream())
            .filter(CommandWord::takesValue)
            .flatMap(option -> Stream.of(option.names()))
            .distinct()
            .collect(Collectors.joining(" ", "set --global __telproof_values ", "")));
    lines.add(AT);
    // Files only where an argument is one.
    lines.add("complete --command telproof --no-files");
    for (CommandWord command : commands) {
      String paths =
          paths(command).stream().map(FishCompletion::quoted).collect(Collectors.joining(" "));
      for (CommandLine each : command.below()) {
        for (String name : CommandWord.names(each)) {
          String sentence = CommandWord.sentence(each.getCommandSpec());
          lines.add(
              when("0", paths) + " --arguments " + name + " --description " + quoted(sentence));
        }
      }
      command.spec().options().forEach(option -> lines.add(when("any", paths) + option(option)));
      for (PositionalParamSpec argument : command.spec().positionalParameters()) {
        String values = values(argument);
        if (!values.isEmpty()) {
          lines.add(when(Integer.toString(argument.index().min()), paths) + values);
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** The words that lead to a command, each behind a space, by all names that it has. */
  private static List<String> paths(CommandWord command) {
    if (command.path().isEmpty()) {
      return List.of("");
    }
    String before =
        command.path().subList(0, command.path().size() - 1).stream()
            .map(word -> " " + word)
            .collect(Collectors.joining());
    return CommandWord.names(command.spec().commandLine()).stream()
        .map(name -> before + " " + name)
        .toList();
  }

  private static String when(String count, String paths) {
    return "complete --command telproof --condition "
        + quoted("__telproof_at " + count + " " + paths);
  }

  private static String option(OptionSpec option) {
    StringBuilder text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " --long-option " : " --short-option ")
          .append(name.replaceFirst("^-+", ""));
    }
    if (CommandWord.takesValue(option)) {
      text.append(CommandWord.isFile(option) ? " --require-parameter" : " --exclusive")
          .append(values(option));
    }
    return text + " --description " + quoted(CommandWord.sentence(option));
  }

  private static String values(ArgSpec argument) {
    if (CommandWord.isFile(argument)) {
      return " --force-files";
    }
    List<String> words = CommandWord.words(argument);
    return words.isEmpty() ? "" : " --arguments " + quoted(String.join(" ", words));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
