package io.telproof.cli;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;

@Command(
    header = "Print a script that completes this command in a shell.",
    description =
        "Print a script that completes this command in a shell: commands, options, checks, "
            + "regions and files. Load it where the shell starts.")
final class CompletionCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SHELL",
      converter = Shells.class,
      completionCandidates = Shells.class,
      description = "bash, zsh or fish.")
  private String shell = "";

  private final IoStreams surroundings;

  CompletionCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CommandLine telproof = new CommandTree(surroundings).commandLine(List.of());
    String script =
        switch (shell) {
          case "bash" -> AutoComplete.bash("telproof", telproof);
          case "zsh" -> new ZshCompletion(telproof).script();
          default -> new FishCompletion(telproof).script();
        };
    PrintStream out = surroundings.out();
    out.print(script);
    out.flush();
    return ExitStatus.KNOWN.code();
  }

  /** The shells that there is a script for. */
  static final class Shells implements ITypeConverter<String>, Iterable<String> {
    private static final List<String> WORDS = List.of("bash", "zsh", "fish");

    @Override
    public String convert(String text) {
      if (!WORDS.contains(text)) {
        throw new UsageException("no script for that; expected bash, zsh or fish");
      }
      return text;
    }

    @Override
    public Iterator<String> iterator() {
      return WORDS.iterator();
    }
  }
}
