package io.telproof.cli;

import io.telproof.Sensitive;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Asks at the terminal that controls this process, wherever the standard streams lead to, in UTF-8
 * whatever the locale. Java's own console on 17 is there only where both standard input and output
 * are terminals, and decodes a name by the locale.
 */
final class TerminalPrompt implements Prompt {
  private final File terminal;

  TerminalPrompt() {
    this(new File("/dev/tty"));
  }

  TerminalPrompt(File terminal) {
    this.terminal = terminal;
  }

  @Override
  public Sensitive ask(String what) {
    String line;
    try (OutputStream screen = new FileOutputStream(terminal)) {
      screen.write((what + " (not shown): ").getBytes(StandardCharsets.UTF_8));
      try (NoEchoTerminal hidden = NoEchoTerminal.at(terminal)) {
        line = hidden.line();
      } finally {
        screen.write('\n');
      }
    } catch (CharacterCodingException e) {
      throw new UsageException("what was typed is not UTF-8; set the terminal to UTF-8");
    } catch (IOException e) {
      throw new UsageException(
          "there is no terminal to ask at; give it on standard input with --stdin: " + what);
    }
    if (line.isBlank()) {
      throw new UsageException(
          "nothing was typed; type it again, or give it on standard input with --stdin");
    }
    return Sensitive.of(line.strip());
  }
}
