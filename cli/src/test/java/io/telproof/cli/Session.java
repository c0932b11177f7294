package io.telproof.cli;

import io.telproof.Sensitive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

/** One run of the command in this process, with streams of the test's own. Immutable. */
final class Session {
  static final Session PLAIN = new Session(new byte[0], List.of(), false, Screen.ENDLESS);

  /** What day it is. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);

  private final byte[] in;
  private final List<String> typed;
  private final boolean colour;
  private final int width;

  private Session(byte[] in, List<String> typed, boolean colour, int width) {
    this.in = in.clone();
    this.typed = typed;
    this.colour = colour;
    this.width = width;
  }

  /** What came of it. */
  record Outcome(int status, String out, String err) {}

  Session stdin(String text) {
    return new Session(text.getBytes(StandardCharsets.UTF_8), typed, colour, width);
  }

  Session stdin(byte[] bytes) {
    return new Session(bytes, typed, colour, width);
  }

  Session typing(String... lines) {
    return new Session(in, Arrays.asList(lines), colour, width);
  }

  Session coloured() {
    return new Session(in, typed, true, width);
  }

  /** At a screen with so many columns; without it, no line is too long. */
  Session columns(int count) {
    return new Session(in, typed, colour, count);
  }

  Outcome run(String... arguments) {
    return carryOut(surroundings -> Cli.run(surroundings, arguments));
  }

  /** What comes of anything that is done in these surroundings. */
  Outcome carryOut(ToIntFunction<IoStreams> command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Deque<String> lines = new ArrayDeque<>(typed);
    Prompt prompt =
        what -> {
          if (lines.isEmpty()) {
            throw new UsageException("nobody is there; ask later");
          }
          return Sensitive.of(lines.removeFirst());
        };
    IoStreams surroundings =
        new IoStreams(
            new ByteArrayInputStream(in),
            utf8(out),
            utf8(err),
            colour,
            width,
            false,
            prompt,
            CLOCK);
    int status = command.applyAsInt(surroundings);
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream utf8(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** A configuration file with one scripted provider. */
  static String scripted(Path directory, String says) {
    return file(directory, "telproof.providers.main { type = scripted, says = " + says + " }");
  }

  static String file(Path directory, String hocon) {
    try {
      return Files.writeString(directory.resolve("telproof.conf"), hocon).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
