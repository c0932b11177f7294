package io.telproof.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command of the tree, as help, completion and the manual tell of it.
 *
 * @param path the words that lead to it, without the name of the program
 * @param spec its options and arguments
 */
record CommandWord(List<String> path, CommandSpec spec) {
  /** The whole tree, each command once, behind the one that it belongs to. */
  static List<CommandWord> all(CommandLine program) {
    List<CommandWord> all = new ArrayList<>();
    add(List.of(), program, all);
    return all;
  }

  private static void add(List<String> path, CommandLine command, List<CommandWord> all) {
    CommandWord word = new CommandWord(path, command.getCommandSpec());
    all.add(word);
    for (CommandLine each : word.below()) {
      add(Stream.concat(path.stream(), Stream.of(each.getCommandName())).toList(), each, all);
    }
  }

  /** The commands of this one; an alias stands for one of them. */
  List<CommandLine> below() {
    return spec.subcommands().values().stream().distinct().toList();
  }

  /** By how many names a command goes: its own, and aliases. */
  static List<String> names(CommandLine command) {
    List<String> names = new ArrayList<>(List.of(command.getCommandName()));
    names.addAll(List.of(command.getCommandSpec().aliases()));
    return names;
  }

  /** What it does, in one sentence. */
  String sentence() {
    return sentence(spec);
  }

  static String sentence(CommandSpec spec) {
    String[] header = spec.usageMessage().header();
    return String.join(" ", header.length > 0 ? header : spec.usageMessage().description());
  }

  /** What an option or an argument is, in one sentence. */
  static String sentence(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  /** The words that may stand there; none where it is anything else. */
  static List<String> words(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates == null
        ? List.of()
        : StreamSupport.stream(candidates.spliterator(), false).toList();
  }

  static boolean isFile(ArgSpec argument) {
    return argument.type() == Path.class;
  }

  static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }
}
