package io.telproof.cli;

import java.util.Locale;

/**
 * A text in the language of roff. Whatever is given is printed as it stands: no text begins a
 * request, and no character is taken for one of the language or replaced by a nicer one.
 */
final class Roff {
  private final StringBuilder lines = new StringBuilder();

  /** A request with its arguments. */
  Roff macro(String name, String... arguments) {
    lines.append('.').append(name);
    for (String argument : arguments) {
      lines.append(" \"").append(escaped(argument)).append('"');
    }
    lines.append('\n');
    return this;
  }

  /** A line of text. */
  Roff text(String text) {
    // Nothing, in front: a full stop or an apostrophe there would begin a request.
    lines.append("\\&").append(escaped(text)).append('\n');
    return this;
  }

  /** In ASCII, because no tool agrees with another on the encoding of its input. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\\' -> escaped.append("\\e");
                // A hyphen, a quotation mark and an accent are drawn as such unless told otherwise.
                case '-' -> escaped.append("\\-");
                case '"' -> escaped.append("\\(dq");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                  if (point < ' ') {
                    escaped.append(' ');
                  } else if (point < 0x7f) {
                    escaped.append((char) point);
                  } else {
                    escaped.append(String.format(Locale.ROOT, "\\[u%04X]", point));
                  }
                }
              }
            });
    return escaped.toString();
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
