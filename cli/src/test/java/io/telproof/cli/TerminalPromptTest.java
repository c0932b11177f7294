package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TerminalPromptTest {
  private static final String NOBODY =
      "there is no terminal to ask at; give it on standard input with --stdin: Name";

  @TempDir private Path directory;

  @Test
  void where_there_is_no_terminal_nothing_is_asked() {
    Prompt prompt = new TerminalPrompt(directory.resolve("none/tty").toFile());
    assertThatThrownBy(() -> prompt.ask("Name"))
        .isExactlyInstanceOf(UsageException.class)
        .hasMessage(NOBODY);
  }

  @Test
  void what_cannot_hide_typing_is_no_terminal() throws IOException {
    Path file = Files.writeString(directory.resolve("tty"), "canary\n");
    Prompt prompt = new TerminalPrompt(file.toFile());
    assertThatThrownBy(() -> prompt.ask("Name"))
        .isExactlyInstanceOf(UsageException.class)
        .hasMessage(NOBODY);
  }
}
