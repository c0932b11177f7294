package io.telproof.sandbox.internal.signature;

import io.telproof.sandbox.SignatureReport.Part;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    Map<String, Pieces.Piece> pieces = new HashMap<>(listed(String.join(";", names)));
    pieces.put(COLON, Pieces.Piece.plain(":"));
    pieces.put(END, Pieces.Piece.plain("\n"));
    return pieces;
  }

  /** The lines and the list, in the order of this list. */
  public static Map<String, Pieces.Piece> listed(String list) {
    Pieces.Piece piece = new Pieces.Piece(list, Mask.word(list));
    return Map.of(LINES, piece, LIST, piece);
  }

  /** What is wrong with how a list is written; empty where nothing is. */
  public static Optional<String> complaint(String list) {
    if (list.isEmpty()) {
      return Optional.of("The header Authorization has no SignedHeaders. List what is signed.");
    }
    List<String> names = List.of(list.toLowerCase(Locale.ROOT).split(";", -1));
    boolean inOrder = names.equals(names.stream().sorted().distinct().toList());
    if (!list.equals(list.toLowerCase(Locale.ROOT))) {
      return Optional.of(
          inOrder
              ? "SignedHeaders is not in lower case. Write the names in lower case, in the list and"
                  + " in the canonical request."
              : "SignedHeaders is neither in lower case nor in alphabetical order with each name"
                  + " once. Write the names in lower case and sort them, in the list and in the"
                  + " canonical request.");
    }
    return inOrder
        ? Optional.empty()
        : Optional.of(
            "SignedHeaders is not in alphabetical order with each name once. Sort the names, in the"
                + " list and in the canonical request.");
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
