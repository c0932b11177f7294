package io.telproof.sandbox.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A sandbox in another process, seen from the one that started it.
 *
 * <p>Needs Java and Jackson. It ends when it is closed, and when the process that started it does.
 * For one thread.
 */
public final class SandboxProcess implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 10;

  private final Process process;
  private final BufferedReader out;
  private final Writer in;
  private final URI endpoint;
  private int linesSeen;

  private SandboxProcess(Process process) throws IOException {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.endpoint = URI.create(line());
  }

  /** Starts a sandbox of both vendors with a clean bill and waits until it listens. */
  public static SandboxProcess start() {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Xmx256m",
                  "-cp",
                  classPath(),
                  SandboxServer.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return started(process);
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's process did not start", e);
    }
  }

  private static SandboxProcess started(Process process) throws IOException {
    try {
      return new SandboxProcess(process);
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** The classes or the jar that this class is in, and what the build wrote down beside it. */
  private static String classPath() throws IOException {
    try {
      Path own =
          Path.of(SandboxProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String others = Files.readString(own.resolveSibling("sandbox.classpath")).trim();
      return own + File.pathSeparator + others;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("This class is at no path", e);
    }
  }

  /** Where every vendor is found, such as {@code http://127.0.0.1:38287}. */
  public URI endpoint() {
    return endpoint;
  }

  /** The lines that {@code GET /bill} has and had not when this was last called, oldest first. */
  public List<JsonNode> newLines() {
    List<JsonNode> lines = new ArrayList<>();
    try (InputStream bill = endpoint.resolve("/bill").toURL().openStream()) {
      JSON.readTree(bill).path("lines").forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's bill cannot be read", e);
    }
    List<JsonNode> unseen = List.copyOf(lines.subList(linesSeen, lines.size()));
    linesSeen = lines.size();
    return unseen;
  }

  /**
   * What a vendor understood of the last request: {@code vendor}, {@code operation}, {@code
   * signatureGood} and the {@code fields} in clear.
   */
  public JsonNode lastHeard() {
    try {
      in.write('\n');
      in.flush();
      return JSON.readTree(line());
    } catch (IOException e) {
      throw new UncheckedIOException("The sandbox's process does not answer", e);
    }
  }

  private String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("The sandbox's process ended; its error output says why");
    }
    return line;
  }

  /** Ends the process, and does not return before it is gone. */
  @Override
  public void close() {
    try {
      in.close();
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

  /** Whether the process runs. */
  boolean isAlive() {
    return process.isAlive();
  }
}
