package io.telproof.sandbox.internal.signature;

import java.util.HashMap;
import java.util.Map;

/**
 * What goes into a signature, piece by piece, each under the name that the vendor's page has for
 * it. Immutable; prints no piece.
 */
public final class Pieces {

  private static final Piece NONE = new Piece("", "");

  private final Map<String, Piece> all;

  /** What counts where both have a piece. */
  private final Map<String, Piece> over;

  private Pieces(Map<String, Piece> all, Map<String, Piece> over) {
    this.all = all;
    this.over = over;
  }

  /**
   * One of them.
   *
   * @param signed as it is signed
   * @param shown as a person may see it
   */
  public record Piece(String signed, String shown) {

    /** A piece that holds nothing personal and no secret. */
    public static Piece plain(String text) {
      return new Piece(text, text);
    }

    /** Prints only what may be shown. */
    @Override
    public String toString() {
      return shown;
    }
  }

  /** No piece yet. */
  public static Pieces none() {
    return new Pieces(Map.of(), Map.of());
  }

  /** The same with one piece more, or another one. */
  public Pieces with(String name, Piece piece) {
    return with(Map.of(name, piece));
  }

  /** The same with one piece more, or another one, that may be shown as it is. */
  public Pieces with(String name, String plain) {
    return with(name, Piece.plain(plain));
  }

  /** The same with these pieces in place of those of their names. */
  public Pieces with(Map<String, Piece> changes) {
    Map<String, Piece> changed = new HashMap<>(all);
    changed.putAll(over);
    changed.putAll(changes);
    return new Pieces(changed, Map.of());
  }

  /** The same with these pieces laid over it, without a copy: thousands are tried. */
  Pieces under(Map<String, Piece> changes) {
    return new Pieces(over.isEmpty() ? all : with(Map.of()).all, changes);
  }

  private Piece piece(String name) {
    Piece first = over.get(name);
    return first == null ? all.getOrDefault(name, NONE) : first;
  }

  /** A piece as it is signed; empty where there is none. */
  public String signed(String name) {
    return piece(name).signed();
  }

  /** A piece as a person may see it; empty where there is none. */
  public String shown(String name) {
    return piece(name).shown();
  }

  /** Says how many there are. */
  @Override
  public String toString() {
    return "Pieces[" + with(Map.of()).all.size() + "]";
  }
}
