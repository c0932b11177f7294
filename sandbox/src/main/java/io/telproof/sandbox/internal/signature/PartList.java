package io.telproof.sandbox.internal.signature;

import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** The parts of a report, one after another. For one thread. */
public final class PartList {

  private static final String NOT_SIGNED = "(not signed)";

  private final Pieces computed;
  private final Optional<Pieces> client;
  private final List<Part> parts = new ArrayList<>();

  /**
   * No part yet.
   *
   * @param client what the client signed, if that was found
   */
  public PartList(Pieces computed, Optional<Pieces> client) {
    this.computed = computed;
    this.client = client;
  }

  /**
   * Adds a part for each header that one side signs, or that is listed.
   *
   * @param unsent headers that are listed and were not sent
   */
  public PartList headers(Collection<String> unsent) {
    TreeSet<String> names = new TreeSet<>(HeaderLines.names(computed));
    client.ifPresent(pieces -> names.addAll(HeaderLines.names(pieces)));
    names.removeAll(unsent);
    names.forEach(name -> fitted(HeaderLines.HEADER + name, pieces -> line(pieces, name)));
    unsent.forEach(name -> sent(HeaderLines.HEADER + Mask.word(name), "(not sent)", "(listed)"));
    return this;
  }

  private static String line(Pieces pieces, String name) {
    return HeaderLines.names(pieces).contains(name)
        ? pieces.shown(HeaderLines.HEADER + name)
        : NOT_SIGNED;
  }

  /** Adds a piece that the request does not carry. */
  public PartList fitted(String piece) {
    return fitted(piece, pieces -> pieces.shown(piece));
  }

  /** Adds a text that the request does not carry. */
  public PartList fitted(String name, Function<Pieces, String> text) {
    parts.add(
        client
            .map(pieces -> new Part(name, text.apply(computed), text.apply(pieces), Source.FITTED))
            .orElseGet(() -> new Part(name, text.apply(computed), "", Source.UNKNOWN)));
    return this;
  }

  /**
   * Adds a piece that the request carries: as it was sent where that is not what the vendor wants,
   * else as it was signed, which may be another one.
   */
  public PartList said(String piece, String sent) {
    return said(piece, computed.shown(piece), sent, Mask.word(sent));
  }

  /**
   * The same of a piece that the vendor wants otherwise than it was signed.
   *
   * @param vendors what the vendor wants, as it may be shown
   * @param shown what was sent, as it may be shown
   */
  public PartList said(String piece, String vendors, String sent, String shown) {
    Optional<Part> fitted =
        client
            .filter(pieces -> vendors.equals(shown) && !pieces.signed(piece).equals(sent))
            .map(pieces -> new Part(piece, vendors, pieces.shown(piece), Source.FITTED));
    parts.add(fitted.orElseGet(() -> new Part(piece, vendors, shown, Source.SENT)));
    return this;
  }

  /** Adds what the request carries. */
  public PartList sent(String name, String vendors, String sent) {
    parts.add(new Part(name, vendors, sent, Source.SENT));
    return this;
  }

  /** The parts so far. */
  public List<Part> list() {
    return List.copyOf(parts);
  }
}
