package io.telproof.cli;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A terminal that does not show what is typed, until this is closed or the process is told to end.
 */
final class NoEchoTerminal implements AutoCloseable {
  private final File terminal;
  private final String before;
  private final Thread atTheEnd;

  private NoEchoTerminal(File terminal, String before) {
    this.terminal = terminal;
    this.before = before;
    this.atTheEnd = new Thread(this::leave, "telproof-echo");
  }

  /**
   * Hides what is typed from now on.
   *
   * @throws IOException if this is no terminal
   */
  static NoEchoTerminal at(File terminal) throws IOException {
    NoEchoTerminal hidden = new NoEchoTerminal(terminal, stty(terminal, "-g").strip());
    // First the way back: Ctrl-C may come at any moment.
    Runtime.getRuntime().addShutdownHook(hidden.atTheEnd);
    try {
      stty(terminal, "-echo");
    } catch (IOException e) {
      hidden.close();
      throw e;
    }
    return hidden;
  }

  /**
   * Reads one line, as UTF-8.
   *
   * @throws IOException if the terminal is gone, or what was typed is not UTF-8
   */
  String line() throws IOException {
    ByteArrayOutputStream typed = new ByteArrayOutputStream();
    try (InputStream keys = new FileInputStream(terminal)) {
      for (int key = keys.read(); key != -1 && key != '\n'; key = keys.read()) {
        typed.write(key);
      }
    }
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(typed.toByteArray()))
        .toString();
  }

  /** Shows again what is typed. */
  @Override
  public void close() {
    showAgain();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException ending) {
      // The process is ending, and its hook does the same once more.
    }
  }

  /** The shell's own prompt shall not stand behind ours. */
  private void leave() {
    showAgain();
    try (OutputStream screen = new FileOutputStream(terminal)) {
      screen.write('\n');
    } catch (IOException e) {
      // The terminal is gone.
    }
  }

  private void showAgain() {
    try {
      stty(terminal, before);
    } catch (IOException e) {
      // The terminal is gone; there is nothing to show on.
    }
  }

  private static String stty(File terminal, String argument) throws IOException {

    Process stty =
        new ProcessBuilder("stty", argument)
            .redirectInput(terminal)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      String says = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      if (stty.waitFor() != 0) {
        throw new IOException("stty refused");
      }
      return says;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while asking");
    }
  }
}
