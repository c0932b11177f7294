package io.telproof.sandbox.internal.signature;

import io.telproof.sandbox.SignatureReport.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** The pieces of a canonical request that are its headers, and their text. Stateless. */
public final class HeaderLines {

  /** Before the name of a header: its value. */
  public static final String HEADER = "header ";

  /** The names of the lines, in their order, with semicolons between. */
  public static final String LINES = "header lines";

  /** What stands after the name of a header. */
  public static final String COLON = "after the name of a header";

  /** What stands after the last header. */
  public static final String END = "after the last header";

  /** The line that lists the headers; a {@link Part} has the same name. */
  public static final String LIST = "signed header list";

  private HeaderLines() {}

  /** The pieces of these headers, but for their values. */
  public static Map<String, Pieces.Piece> of(List<String> names) {
    String text = String.join(";", names);
    Pieces.Piece list = new Pieces.Piece(text, Mask.word(text));
    return Map.of(
        LINES, list, LIST, list, COLON, Pieces.Piece.plain(":"), END, Pieces.Piece.plain("\n"));
  }

  /** The lines and the list, of the pieces as they are signed or as they are shown. */
  public static String text(UnaryOperator<String> piece) {
    StringJoiner lines = new StringJoiner("\n");
    for (String name : piece.apply(LINES).split(";", -1)) {
      String key = HEADER + name.toLowerCase(Locale.ROOT);
      lines.add(name + piece.apply(COLON) + piece.apply(key));
    }
    return lines + piece.apply(END) + '\n' + piece.apply(LIST);
  }

  /** The names of the lines, in lower case. */
  static List<String> names(Pieces pieces) {
    return Arrays.stream(pieces.signed(LINES).split(";", -1))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }
}
