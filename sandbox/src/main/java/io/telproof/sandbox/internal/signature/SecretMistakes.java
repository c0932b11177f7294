package io.telproof.sandbox.internal.signature;

import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.internal.signature.Pieces.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What clients get wrong with the secret of a key. Stateless. */
public final class SecretMistakes {

  /** The piece that a signature begins with. */
  public static final String SECRET = "secret";

  private SecretMistakes() {}

  /** The secret of a key of the vendor's, as it may be shown. */
  public static Piece secret(String id, String secret) {
    return new Piece(secret, "the secret of " + id);
  }

  /**
   * All of them.
   *
   * @param start what was signed if the client made none
   * @param id of the key, as the request names it
   */
  public static List<Mistake> of(Pieces start, String id, List<KeyRing.Key> keys) {
    List<Mistake> all = new ArrayList<>();
    String secret = start.signed(SECRET);
    for (KeyRing.Key other : keys) {
      if (!other.secret().equals(secret)) {
        all.add(
            Mistake.in(
                SECRET,
                secret(other.id(), other.secret()),
                "The signature fits the secret of %s, and the Credential names another key. Take"
                        .formatted(other.id())
                    + " the id and the secret of the same key."));
      }
    }
    spoilt(secret, start.shown(SECRET), id)
        .forEach(
            (text, said) -> {
              if (!text.equals(secret)) {
                all.add(
                    Mistake.in(
                        SECRET,
                        new Piece(text, said),
                        "The signature fits %s. Sign with the secret as it was given."
                            .formatted(said)));
              }
            });
    return all;
  }

  private static Map<String, String> spoilt(String secret, String shown, String id) {
    Map<String, String> spoilt = new LinkedHashMap<>();
    spoilt.put(id, "the key id, in place of the secret");
    spoilt.put(secret + "\n", shown + ", with a newline after it");
    spoilt.put(secret + "\r\n", shown + ", with \\r\\n after it");
    spoilt.put(secret + " ", shown + ", with a blank after it");
    spoilt.put(" " + secret, shown + ", with a blank before it");
    spoilt.put('"' + secret + '"', shown + ", with quotation marks around it");
    spoilt.put(secret + "&", shown + ", with & after it, as older signatures have it");
    spoilt.put(secret.toUpperCase(Locale.ROOT), shown + ", in upper case");
    spoilt.put(secret.toLowerCase(Locale.ROOT), shown + ", in lower case");
    return spoilt;
  }
}
