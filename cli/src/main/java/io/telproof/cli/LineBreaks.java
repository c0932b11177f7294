package io.telproof.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a text is broken into lines that a terminal has room for: at spaces, and between the
 * characters of a script that has none. A word that is longer than a line is broken where the line
 * ends, and never within a character. The text is kept: only the spaces at a break are left out.
 */
final class LineBreaks {
  /** A line of a text: from one index to another. */
  record Line(int from, int to) {}

  private final String text;

  private LineBreaks(String text) {
    this.text = text;
  }

  /**
   * The lines of a text, at least one.
   *
   * @param first the columns of the first line, at least 2
   * @param next the columns of each that follows, at least 2
   */
  static List<Line> of(String text, int first, int next) {
    if (DisplayWidth.of(text) <= first) {
      return List.of(new Line(0, text.length()));
    }
    return new LineBreaks(text).lines(first, next);
  }

  /** The lines of a text as texts. */
  static List<String> texts(String text, int width) {
    return of(text, width, width).stream()
        .map(line -> text.substring(line.from(), line.to()))
        .toList();
  }

  /** The columns of the longest piece that is only broken where it has to be. */
  static int longestPiece(String text) {
    LineBreaks breaks = new LineBreaks(text);
    int longest = 0;
    int from = 0;
    for (int at : breaks.opportunities()) {
      longest = Math.max(longest, DisplayWidth.of(text.substring(from, at).stripTrailing()));
      from = at;
    }
    return longest;
  }

  private List<Line> lines(int first, int next) {
    List<Line> lines = new ArrayList<>();
    List<Integer> opportunities = opportunities();
    int from = 0;
    int room = first;
    while (from < text.length()) {
      int to = from;
      for (int at : opportunities) {
        if (at > from && width(from, at) <= room) {
          to = at;
        }
      }
      // A line of nothing but its indentation would be no line.
      if (text.substring(from, to).isBlank()) {
        to = whatFits(from, room);
      }
      lines.add(new Line(from, trimmed(from, to)));
      from = to;
      while (from < text.length() && text.charAt(from) == ' ') {
        from++;
      }
      room = next;
    }
    return lines;
  }

  private int width(int from, int to) {
    return DisplayWidth.of(text.substring(from, trimmed(from, to)));
  }

  private int trimmed(int from, int to) {
    int end = to;
    while (end > from && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end;
  }

  /** As much of a long word as there is room for, and one character at the least. */
  private int whatFits(int from, int room) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int to = characters.following(from);
    for (int at = to; at != BreakIterator.DONE; at = characters.next()) {
      if (DisplayWidth.of(text.substring(from, at)) > room) {
        break;
      }
      to = at;
    }
    return to;
  }

  /** Not at a hyphen, as the library would: a command's words are copied as they stand. */
  private List<Integer> opportunities() {
    BreakIterator library = BreakIterator.getLineInstance(Locale.ROOT);
    library.setText(text);
    List<Integer> found = new ArrayList<>();
    for (int at = library.next(); at != BreakIterator.DONE; at = library.next()) {
      if (at == text.length()
          || text.charAt(at - 1) == ' '
          || DisplayWidth.isWide(text.codePointBefore(at))
          || DisplayWidth.isWide(text.codePointAt(at))) {
        found.add(at);
      }
    }
    return found;
  }
}
