package io.telproof.sandbox.internal.signature;

import java.util.Collections;
import java.util.Map;

/**
 * One thing that clients get wrong when they sign.
 *
 * @param sentence what it is and what to do; holds no secret, and no number or name in clear
 * @param change the pieces as the mistake has them
 */
public record Mistake(String sentence, Map<String, Pieces.Piece> change) {

  public Mistake {
    change = Map.copyOf(change);
  }

  /** A mistake in one piece, which may be shown as it is. */
  public static Mistake in(String name, String plain, String sentence) {
    return in(name, Pieces.Piece.plain(plain), sentence);
  }

  /** A mistake in one piece. */
  public static Mistake in(String name, Pieces.Piece piece, String sentence) {
    return new Mistake(sentence, Map.of(name, piece));
  }

  /** Whether both can be made at once. */
  boolean goesWith(Mistake other) {
    return Collections.disjoint(change.keySet(), other.change.keySet());
  }
}
