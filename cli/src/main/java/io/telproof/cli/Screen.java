package io.telproof.cli;

import java.io.PrintStream;

/**
 * Lines for a person, perhaps at a terminal. The colours and the ends of lines are this command's;
 * everything else is printed through {@link Escapes}, whoever it came from.
 */
final class Screen {
  private final PrintStream stream;
  private final boolean colour;

  Screen(PrintStream stream, boolean colour) {
    this.stream = stream;
    this.colour = colour;
  }

  /** A part of a line. */
  Screen part(String text) {
    stream.print(Escapes.in(text));
    return this;
  }

  /** A part of a line, in a colour where there are colours. */
  Screen part(Colour in, String text) {
    stream.print(in.paint(Escapes.in(text), colour));
    return this;
  }

  /** The end of a line. */
  void end() {
    stream.println();
  }

  /** A line. */
  void line(String text) {
    part(text).end();
  }

  /** A line in a colour, where there are colours. */
  void line(Colour in, String text) {
    part(in, text).end();
  }

  void flush() {
    stream.flush();
  }
}
