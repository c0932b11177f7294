package io.telproof.sandbox.internal.signature;

import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.Pieces.Piece;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What clients get wrong with the body and its hash. Made for one request. */
public final class BodyMistakes {

  /** The last line of the canonical request; a part has the same name. */
  public static final String HASH = "body hash";

  /** For a person alone: what is signed of it is its hash. */
  public static final String BODY = "body";

  private final VendorRequest request;
  private final String start;
  private final Function<byte[], String> hash;
  private final List<Mistake> all = new ArrayList<>();

  private BodyMistakes(VendorRequest request, String start, Function<byte[], String> hash) {
    this.request = request;
    this.start = start;
    this.hash = hash;
  }

  /**
   * All of them.
   *
   * @param start the hash that was signed if the client made none
   * @param hash of a body, in lower-case hex
   */
  public static List<Mistake> of(
      VendorRequest request, String start, Function<byte[], String> hash, RecentBodies recent) {
    BodyMistakes mistakes = new BodyMistakes(request, start, hash);
    mistakes.form();
    mistakes.others(recent);
    return mistakes.all;
  }

  /** The piece of a body that a person sees. */
  public static Piece shown(byte[] body) {
    return new Piece("", Mask.body(body));
  }

  private void form() {
    add(
        start.toUpperCase(Locale.ROOT),
        "The body hash is in upper-case hex. Write it in lower case.");
    if (start.matches("[0-9a-f]{64}")) {
      add(
          Base64.getEncoder().encodeToString(HexFormat.of().parseHex(start)),
          "The body hash is in base64. Write it in lower-case hex.");
    }
    add(
        "",
        "There is nothing where the body hash belongs in the canonical request. Its last line is"
            + " the SHA-256 of the body in lower-case hex, of an empty body too.");
    byte[] body = request.body();
    if (body.length <= SignedBodies.LARGEST) {
      all.add(
          Mistake.in(
              HASH,
              new Piece(request.bodyText(), Mask.body(body)),
              "The body itself stands where its hash belongs in the canonical request. Put the"
                  + " SHA-256 of the body there, in lower-case hex."));
    }
  }

  private void add(String text, String sentence) {
    if (!text.equals(start)) {
      all.add(Mistake.in(HASH, text, sentence));
    }
  }

  private void others(RecentBodies recent) {
    byte[] query = request.query().getBytes(StandardCharsets.UTF_8);
    if (query.length > 0) {
      other(
          new SignedBody("the query string in place of the body", query),
          ". Hash the body that is sent, be it empty.");
    }
    for (SignedBody other : SignedBodies.of(request.body(), recent)) {
      other(
          other,
          ", and that is not the body that arrived. Turn the body into bytes once, sign those and"
              + " send the same ones.");
    }
  }

  private void other(SignedBody other, String advice) {
    Piece hashed = Piece.plain(hash.apply(other.bytes()));
    if (!hashed.signed().equals(start)) {
      all.add(
          new Mistake(
              "The signature fits " + other.said() + advice,
              Map.of(HASH, hashed, BODY, shown(other.bytes()))));
    }
  }
}
