package io.telproof.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Objects;

/**
 * All that a command sees of the process it runs in.
 *
 * @param in standard input, as bytes
 * @param out standard output: what came of the question, and nothing else
 * @param err standard error: what a person should know besides
 * @param colour whether standard output takes colour
 * @param width the columns of a line on standard output
 * @param live whether standard error is a terminal, where a line can be written over
 * @param prompt asks a person
 * @param clock tells which day it is
 */
record IoStreams(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean colour,
    int width,
    boolean live,
    Prompt prompt,
    Clock clock) {
  IoStreams {
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(clock, "clock");
  }

  /** Where standard error is no terminal, and no line is too long. */
  IoStreams(InputStream in, PrintStream out, PrintStream err, boolean colour, Prompt prompt) {
    this(in, out, err, colour, Screen.ENDLESS, false, prompt, Clock.systemUTC());
  }

  /** Standard output, for a person. */
  Screen screen() {
    return new Screen(out, colour, width);
  }

  /** Standard error, which takes no colour: a line for each message, however long. */
  Screen notes() {
    return new Screen(err, false, Screen.ENDLESS);
  }
}
