package io.telproof.sandbox.meta;

import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.meta.TokenDiagnosis.Flaw;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says why the proof of a token is refused, by trying what clients get wrong. Shows none. */
final class ProofDiagnosis {

  static final String NAME = "appsecret_proof";
  static final String WANTED = "HMAC-SHA256 of the token by the app secret, in lower-case hex";

  private final List<MetaCredentials> known;
  private final String appSecret;
  private final boolean required;

  ProofDiagnosis(List<MetaCredentials> known, String appSecret, boolean required) {
    this.known = List.copyOf(known);
    this.appSecret = appSecret;
    this.required = required;
  }

  boolean isAppSecret(String text) {
    return text.equals(appSecret);
  }

  /** What is wrong with the proof that came with a token. */
  Optional<Flaw> flaw(VendorRequest request, Map<String, String> query, MetaCredentials token) {
    String sent = query.get(NAME);
    if (sent == null) {
      return required ? Optional.of(missing(request)) : Optional.empty();
    }
    String right = proof(appSecret, token.token());
    return sent.equals(right) ? Optional.empty() : Optional.of(wrong(sent, right, token));
  }

  private static Flaw missing(VendorRequest request) {
    return request.header(NAME).isPresent()
        ? new Flaw(
            "one in a header",
            "The appsecret_proof is in a header. It is a parameter of the query.")
        : new Flaw(
            "none",
            "There is no appsecret_proof, and the app requires one. Send the HMAC-SHA256 of the"
                + " access token by the app secret, in lower-case hex.");
  }

  private Flaw wrong(String sent, String right, MetaCredentials token) {
    if (sent.isEmpty()) {
      return new Flaw("nothing", "The appsecret_proof is empty. Compute it, or leave it out.");
    }
    if (sent.equals(right.toUpperCase(Locale.ROOT))) {
      return new Flaw(
          "the same in upper-case hex",
          "The appsecret_proof is in upper-case hex. Write it in lower case.");
    }
    if (sent.strip().equals(right)) {
      return new Flaw(
          "the same with white space around it",
          "There is white space or a newline around the appsecret_proof. Send its 64 digits alone.");
    }
    byte[] bytes = HexFormat.of().parseHex(right);
    // A plus that was not percent-encoded arrives as a blank.
    String unpadded = sent.replace(' ', '+').replace("=", "");
    if (unpadded.equals(Base64.getEncoder().withoutPadding().encodeToString(bytes))
        || unpadded.equals(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))) {
      return new Flaw(
          "the same in base64",
          "The appsecret_proof is in base64. Write its 32 bytes in lower-case hex.");
    }
    if (sent.equals(appSecret) || sent.equals(token.token())) {
      return new Flaw(
          sent.equals(appSecret) ? "the app secret itself" : "the token itself",
          "The appsecret_proof is the app secret or the token itself. Send the HMAC-SHA256 of the"
              + " token by the app secret.");
    }
    return computed(sent.toLowerCase(Locale.ROOT), token);
  }

  /** Of what a proof was computed that is in hex. */
  private Flaw computed(String sent, MetaCredentials token) {
    String text = token.token();
    if (sent.equals(proof(text, appSecret))) {
      return new Flaw(
          "the HMAC with key and message swapped",
          "Key and message of the HMAC are swapped. The key is the app secret, and the message is"
              + " the access token.");
    }
    if (sent.equals(sha256(text))
        || sent.equals(sha256(appSecret + text))
        || sent.equals(sha256(text + appSecret))) {
      return new Flaw(
          "a SHA-256 without a key",
          "The appsecret_proof is a SHA-256 without a key. Compute an HMAC-SHA256: its key is the"
              + " app secret, and its message is the access token.");
    }
    for (String end : List.of("\n", "\r\n", " ")) {
      if (sent.equals(proof(appSecret + end, text)) || sent.equals(proof(appSecret, text + end))) {
        return new Flaw(
            "the HMAC with white space in it",
            "There is a newline or a blank behind the app secret or the token from which the"
                + " appsecret_proof was computed. Compute it without.");
      }
    }
    for (MetaCredentials other : known) {
      if (sent.equals(proof(appSecret, other.token()))) {
        return new Flaw(
            "the proof of another token",
            "The appsecret_proof is that of the token of %s, and the token of %s was sent. Compute"
                    .formatted(other.user(), token.user())
                + " it anew for each token.");
      }
    }
    return sent.matches("[0-9a-f]{64}")
        ? new Flaw(
            "an HMAC by another secret",
            "The appsecret_proof fits nothing that was tried. It was computed by another secret than"
                + " the app's, or of another token.")
        : new Flaw(
            "no 64 digits of hex",
            "The appsecret_proof is not 64 digits of hex. Write the HMAC's 32 bytes in lower-case"
                + " hex.");
  }

  private static String proof(String key, String message) {
    return Tokens.proof(key, message.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
