package io.telproof.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM, talked to in lines. It ends where its input does, and so never outlives this one.
 * For one thread.
 */
final class JavaProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final String main;
  private final Process process;
  private final Writer in;
  private final BufferedReader out;

  JavaProcess(List<String> options, String classPath, String main, List<String> arguments)
      throws IOException {
    this.main = main;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    in = process.outputWriter(StandardCharsets.UTF_8);
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Its next line. */
  String read() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the process of " + main + " ended; its error output says why");
    }
    return line;
  }

  /** Says a line to it, and gives the one that it says then. */
  String ask(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
    return read();
  }

  /** Ends its input, and returns once it has ended. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
