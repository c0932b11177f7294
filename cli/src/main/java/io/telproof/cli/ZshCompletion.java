package io.telproof.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The script for zsh, in its own completion system. The script for bash would do there too, but it
 * changes how the reader's shell treats aliases.
 */
final class ZshCompletion {
  private final List<CommandWord> commands;

  ZshCompletion(CommandLine program) {
    this.commands = CommandWord.all(program);
  }

  String script() {
    List<String> lines = new ArrayList<>(List.of("#compdef telproof", ""));
    for (CommandWord command : commands) {
      function(command, lines);
    }
    // Read as a file of $fpath, it is the function; read by the reader, it registers it.
    lines.add("if [[ ${funcstack[1]:-} == _telproof ]]; then");
    lines.add("  _telproof \"$@\"");
    lines.add("else");
    lines.add("  compdef _telproof telproof");
    lines.add("fi");
    return String.join("\n", lines) + "\n";
  }

  private static void function(CommandWord command, List<String> lines) {
    lines.add(name(command.path()) + "() {");
    List<String> specs = new ArrayList<>();
    command.spec().options().forEach(option -> specs.addAll(option(option)));
    List<CommandLine> below = command.below();
    if (below.isEmpty()) {
      command.spec().positionalParameters().forEach(each -> specs.add(argument(each)));
      lines.add("  _arguments -s " + String.join(" \\\n    ", specs));
    } else {
      specs.add("'1: :->command'");
      specs.add("'*:: :->rest'");
      lines.add("  local state line");
      lines.add("  local -A opt_args");
      lines.add("  _arguments -C " + String.join(" \\\n    ", specs));
      lines.add("  case $state in");
      lines.add("    command)");
      lines.add("      local -a commands=(");
      for (CommandLine each : below) {
        for (String name : CommandWord.names(each)) {
          String sentence = CommandWord.sentence(each.getCommandSpec());
          lines.add("        " + quoted(name + ":" + sentence));
        }
      }
      lines.add("      )");
      lines.add("      _describe command commands");
      lines.add("      ;;");
      lines.add("    rest)");
      lines.add("      case ${line[1]} in");
      for (CommandLine each : below) {
        List<String> path = new ArrayList<>(command.path());
        path.add(each.getCommandName());
        lines.add(
            "        " + String.join(" | ", CommandWord.names(each)) + ") " + name(path) + " ;;");
      }
      lines.add("      esac");
      lines.add("      ;;");
      lines.add("  esac");
    }
    lines.add("}");
    lines.add("");
  }

  private static String name(List<String> path) {
    return path.stream().map(word -> "_" + word).collect(Collectors.joining("", "_telproof", ""));
  }

  private static List<String> option(OptionSpec option) {
    String excluded = option.isMultiValue() ? "*" : "(" + String.join(" ", option.names()) + ")";
    String text = "[" + escaped(CommandWord.sentence(option)) + "]";
    String value =
        CommandWord.takesValue(option)
            ? ":" + escaped(option.paramLabel()) + ":" + action(option)
            : "";
    return List.of(option.names()).stream()
        .map(
            name ->
                quoted(
                    excluded
                        + name
                        + (CommandWord.takesValue(option) && name.startsWith("--") ? "=" : "")
                        + text
                        + value))
        .toList();
  }

  private static String argument(PositionalParamSpec argument) {
    String place = argument.isMultiValue() ? "*" : Integer.toString(argument.index().min() + 1);
    return quoted(place + ":" + escaped(argument.paramLabel()) + ":" + action(argument));
  }

  private static String action(ArgSpec argument) {
    if (CommandWord.isFile(argument)) {
      return "_files";
    }
    List<String> words = CommandWord.words(argument);
    // A space is an action too: nothing is offered but the label.
    return words.isEmpty() ? " " : "(" + String.join(" ", words) + ")";
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\[\\]:\\\\]", "\\\\$0");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
