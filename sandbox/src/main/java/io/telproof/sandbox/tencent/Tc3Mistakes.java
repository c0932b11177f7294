package io.telproof.sandbox.tencent;

import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.BodyMistakes;
import io.telproof.sandbox.internal.signature.FormText;
import io.telproof.sandbox.internal.signature.HeaderMistakes;
import io.telproof.sandbox.internal.signature.Mask;
import io.telproof.sandbox.internal.signature.Mistake;
import io.telproof.sandbox.internal.signature.Pieces;
import io.telproof.sandbox.internal.signature.Pieces.Piece;
import io.telproof.sandbox.internal.signature.RecentBodies;
import io.telproof.sandbox.internal.signature.SecretMistakes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What clients get wrong with TC3-HMAC-SHA256, in the order of the vendor's page: the canonical
 * request, the string to sign, the key. Made for one request.
 */
final class Tc3Mistakes {

  private final VendorRequest request;
  private final Tc3Claim claim;
  private final Pieces start;
  private final List<Mistake> all = new ArrayList<>();

  private Tc3Mistakes(VendorRequest request, Tc3Claim claim, Pieces start) {
    this.request = request;
    this.claim = claim;
    this.start = start;
  }

  /**
   * All of them.
   *
   * @param start what was signed if the client made none
   * @param signedAt the time of the header X-TC-Timestamp
   */
  static List<Mistake> of(
      VendorRequest request,
      Tc3Claim claim,
      Pieces start,
      Instant signedAt,
      List<KeyRing.Key> keys,
      RecentBodies recent) {
    Tc3Mistakes mistakes = new Tc3Mistakes(request, claim, start);
    mistakes.key(keys);
    mistakes.body(recent);
    mistakes.headers();
    mistakes.requestLine();
    mistakes.stringToSign();
    mistakes.scope(signedAt);
    return mistakes.all;
  }

  private void add(String piece, String text, String sentence) {
    add(piece, Piece.plain(text), sentence);
  }

  private void add(String piece, Piece changed, String sentence) {
    if (!changed.signed().equals(start.signed(piece))) {
      all.add(Mistake.in(piece, changed, sentence));
    }
  }

  private void key(List<KeyRing.Key> keys) {
    all.addAll(SecretMistakes.of(start, claim.secretId(), keys));
    add(
        Tc3.PREFIX,
        "",
        "The key is derived from the secret key without TC3 before it. Begin with \"TC3\" and the"
            + " secret key, as one text.");
    add(
        Tc3.STEPS,
        "hex",
        "The steps of the key were passed on as hex text. Pass on the bytes of each HMAC; only the"
            + " signature is hex.");
    add(
        Tc3.STEPS,
        "swapped",
        "Key and text are swapped in the steps of the key. The key of the first HMAC is \"TC3\" and"
            + " the secret key, its text is the date.");
    add(
        Tc3.STEPS,
        "none",
        "The string to sign was signed with the secret key itself. Derive the key first: by the"
            + " date, the service and tc3_request.");
  }

  private void body(RecentBodies recent) {
    String unsigned = Tc3.sha256(Tc3.UNSIGNED.getBytes(StandardCharsets.UTF_8));
    String unsaid =
        "The signature fits UNSIGNED-PAYLOAD in place of the body. Send the header"
            + " X-TC-Content-SHA256: UNSIGNED-PAYLOAD as well, or sign the body.";
    add(BodyMistakes.HASH, unsigned, unsaid);
    add(BodyMistakes.HASH, Tc3.UNSIGNED, unsaid);
    add(
        BodyMistakes.HASH,
        Tc3.sha256(request.body()),
        "The body is signed, and X-TC-Content-SHA256 says UNSIGNED-PAYLOAD. Leave that header out,"
            + " or sign UNSIGNED-PAYLOAD.");
    all.addAll(BodyMistakes.of(request, start.signed(BodyMistakes.HASH), Tc3::sha256, recent));
  }

  private void headers() {
    Set<String> hosts = new LinkedHashSet<>();
    for (String product : List.of(claim.service(), "faceid", "domain")) {
      hosts.add(product + ".tencentcloudapi.com");
      hosts.add(product + ".intl.tencentcloudapi.com");
    }
    all.addAll(
        HeaderMistakes.of(
            request, start, hosts, "x-tc-", value -> value.toLowerCase(Locale.ROOT), Tc3::header));
  }

  private void requestLine() {
    String method = request.method();
    for (String other : List.of("GET", "POST", method.toLowerCase(Locale.ROOT))) {
      add(
          Tc3.METHOD,
          other,
          "The signature fits the method %s, and %s was sent. Sign the method that is sent, in"
                  .formatted(other, method)
              + " capital letters.");
    }
    for (String path : new LinkedHashSet<>(List.of(request.path(), request.target(), ""))) {
      add(
          Tc3.PATH,
          new Piece(path, Mask.query(path)),
          "The path in the canonical request is not \"/\". It is \"/\" for each request of this"
              + " vendor.");
    }
    String query = request.query();
    boolean get = method.equals("GET");
    if (!query.isEmpty() || get) {
      query(query, "The query string is signed, and the method is POST, where it is empty.");
      query("", "The query string is not signed. Sign it as it is sent.");
      String asSent = " Sign the query string byte for byte as it is sent.";
      query(FormText.decoded(query), "The query string is signed without encoding." + asSent);
      query(FormText.sorted(query), "The query string is signed in another order." + asSent);
      query(
          FormText.lowerCaseEscapes(query),
          "The query string is signed with escapes in lower case." + asSent);
      query(query.replace("%20", "+"), "The query string is signed with + for %20." + asSent);
      query(query.replace("+", "%20"), "The query string is signed with %20 for +." + asSent);
      query('?' + query, "The query string is signed with its question mark. Leave that out.");
    }
  }

  private void query(String query, String sentence) {
    add(Tc3.QUERY, new Piece(query, Mask.query(query)), sentence);
  }

  private void stringToSign() {
    add(
        Tc3.HASHING,
        "upper case",
        "The hash of the canonical request is in upper-case hex. Write it in lower case.");
    add(
        Tc3.HASHING,
        "none",
        "The canonical request itself stands in the string to sign. Put its SHA-256 there, in"
            + " lower-case hex.");
    add(
        Tc3.FIRST_LINE,
        "",
        "The string to sign does not begin with TC3-HMAC-SHA256. Make that its first line.");
    add(
        Tc3.SCOPE_START,
        claim.secretId() + '/',
        "The scope in the string to sign begins with the key id. It is date/service/tc3_request"
            + " there.");
    String timestamp = start.signed(Tc3.TIMESTAMP);
    add(
        Tc3.TIMESTAMP,
        timestamp + "000",
        "The timestamp in the string to sign is in milliseconds, and the header has seconds. Sign"
            + " the text of X-TC-Timestamp.");
    add(
        Tc3.TIMESTAMP,
        "",
        "The timestamp is missing in the string to sign. Its second line is the text of"
            + " X-TC-Timestamp.");
  }

  private void scope(Instant signedAt) {
    LocalDate day = LocalDate.ofInstant(signedAt, ZoneOffset.UTC);
    for (LocalDate other : List.of(day, day.plusDays(1), day.minusDays(1))) {
      for (String date : List.of(other.toString(), other.toString().replace("-", ""))) {
        either(
            Tc3.KEY_DATE,
            Tc3.SCOPE_DATE,
            date,
            "The signature fits the date %s, and the credential scope has %s. Take one date, the"
                    .formatted(date, start.signed(Tc3.SCOPE_DATE))
                + " timestamp's day in UTC, for the Credential, the string to sign and the key.");
      }
    }
    String label = request.header("Host").orElse("").split("[.:]", 2)[0];
    for (String service : new LinkedHashSet<>(List.of("faceid", "domain", label, "cvm", ""))) {
      either(
          Tc3.KEY_SERVICE,
          Tc3.SCOPE_SERVICE,
          service,
          "The signature fits the service \"%s\", and the credential scope has %s. Take one name"
                  .formatted(service, start.signed(Tc3.SCOPE_SERVICE))
              + " for the Credential, the string to sign and the key.");
    }
  }

  private void either(String key, String scope, String text, String sentence) {
    if (!text.equals(start.signed(key))) {
      Piece piece = Piece.plain(text);
      all.add(Mistake.in(key, piece, sentence));
      all.add(Mistake.in(scope, piece, sentence));
      all.add(new Mistake(sentence, Map.of(key, piece, scope, piece)));
    }
  }
}
