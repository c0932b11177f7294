package io.telproof.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    header = "Print the manual page of this command.",
    description = "Print the manual page of this command. To read it: telproof man | man -l -")
final class ManCommand implements Callable<Integer> {
  private final IoStreams surroundings;

  ManCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintStream out = surroundings.out();
    out.print(new ManPage(new CommandTree(surroundings).commandLine(List.of())).text());
    out.flush();
    return ExitStatus.KNOWN.code();
  }
}
