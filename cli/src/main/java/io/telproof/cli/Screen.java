package io.telproof.cli;

import io.telproof.cli.LineBreaks.Line;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines for a person, perhaps at a terminal. The colours and the ends of lines are this command's;
 * everything else is printed through {@link Escapes}, whoever it came from. A line that is wider
 * than the screen goes on below, behind its label or indented.
 */
final class Screen {
  /** Of a screen on which no line is broken. */
  static final int ENDLESS = Integer.MAX_VALUE;

  private static final int INDENTATION = 2;

  private final PrintStream stream;
  private final boolean colour;
  private final int width;
  private final List<Part> line = new ArrayList<>();

  /** A piece of a line that has one colour, or none. */
  private record Part(@Nullable Colour colour, String text) {}

  Screen(PrintStream stream, boolean colour, int width) {
    this.stream = stream;
    this.colour = colour;
    this.width = width;
  }

  /** In columns. */
  int width() {
    return width;
  }

  /** A part of a line. It is printed when the line ends. */
  Screen part(String text) {
    line.add(new Part(null, Escapes.in(text)));
    return this;
  }

  /** A part of a line, in a colour where there are colours. */
  Screen part(Colour in, String text) {
    line.add(new Part(in, Escapes.in(text)));
    return this;
  }

  /** The end of a line. */
  void end() {
    StringBuilder text = new StringBuilder();
    line.forEach(part -> text.append(part.text()));
    int indented = indentation();
    for (Line each : LineBreaks.of(text.toString(), width, width - indented)) {
      if (each.from() > 0) {
        stream.print(" ".repeat(indented));
      }
      print(each);
      stream.println();
    }
    line.clear();
  }

  private void print(Line each) {
    int from = 0;
    for (Part part : line) {
      int to = from + part.text().length();
      int first = Math.max(from, each.from());
      int last = Math.min(to, each.to());
      if (first < last) {
        String shown = part.text().substring(first - from, last - from);
        stream.print(part.colour() == null ? shown : part.colour().paint(shown, colour));
      }
      from = to;
    }
  }

  /** Where a line goes on: behind a label that stands before it, or else a little further in. */
  private int indentation() {
    if (line.isEmpty()) {
      return 0;
    }
    Part first = line.get(0);
    int label = DisplayWidth.of(first.text());
    if (first.colour() == Colour.LABEL && line.size() > 1 && label <= width / 2) {
      return label;
    }
    int blanks = first.text().length() - first.text().stripLeading().length();
    return Math.min(blanks + INDENTATION, width / 2);
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
