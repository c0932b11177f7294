package io.telproof.cli;

import java.util.HexFormat;

/**
 * Makes what came from outside harmless to a terminal: control and format characters, separators of
 * lines and halves of characters would move the cursor, turn the direction of writing or forge a
 * line. Each is written as in JSON, {@code \\}{@code uXXXX}.
 */
final class Escapes {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Escapes() {}

  /** The text, with such characters written out. In JSON text, it means the same. */
  static String in(String text) {
    StringBuilder harmless = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (!unseen(point)) {
                harmless.appendCodePoint(point);
                return;
              }
              for (char half : Character.toChars(point)) {
                harmless.append("\\u").append(HEX.toHexDigits(half));
              }
            });
    return harmless.toString();
  }

  private static boolean unseen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
