package io.telproof.sandbox.tencent;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.FormText;
import io.telproof.sandbox.internal.signature.Mask;
import io.telproof.sandbox.internal.signature.Mistake;
import io.telproof.sandbox.internal.signature.Pieces;
import io.telproof.sandbox.internal.signature.Pieces.Piece;
import io.telproof.sandbox.internal.signature.RecentBodies;
import io.telproof.sandbox.internal.signature.SignedBodies;
import io.telproof.sandbox.internal.signature.SignedBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What clients get wrong with TC3-HMAC-SHA256, in the order of the vendor's page: the canonical
 * request, the string to sign, the key. Made for one request.
 */
final class Tc3Mistakes {

  private static final String ONCE =
      " Turn the body into bytes once, sign those and send the same ones.";

  private static final List<String> CONTENT_TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-8",
          "application/json;charset=utf-8",
          "application/x-www-form-urlencoded",
          "application/x-www-form-urlencoded; charset=utf-8",
          "");

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
      List<TencentCredentials> keys,
      RecentBodies recent) {
    Tc3Mistakes mistakes = new Tc3Mistakes(request, claim, start);
    mistakes.key(keys);
    mistakes.body(recent);
    mistakes.host();
    mistakes.contentType();
    mistakes.headerForm();
    mistakes.headersNotListed();
    mistakes.headersNotSigned();
    mistakes.order();
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

  private void key(List<TencentCredentials> keys) {
    for (TencentCredentials other : keys) {
      add(
          Tc3.SECRET,
          new Piece(other.secretKey(), "the secret key of " + other.secretId()),
          "The signature fits the secret key of %s, and the Credential names another key. Take the"
                  .formatted(other.secretId())
              + " id and the secret of the same key.");
    }
    String secret = start.signed(Tc3.SECRET);
    String shown = start.shown(Tc3.SECRET);
    Map<String, String> spoilt = new HashMap<>();
    spoilt.put(claim.secretId(), "the key id, in place of the secret key");
    spoilt.put(secret + "\n", shown + ", with a newline after it");
    spoilt.put(secret + "\r\n", shown + ", with \\r\\n after it");
    spoilt.put(secret + " ", shown + ", with a blank after it");
    spoilt.put(" " + secret, shown + ", with a blank before it");
    spoilt.put('"' + secret + '"', shown + ", with quotation marks around it");
    spoilt.put(secret.toUpperCase(Locale.ROOT), shown + ", in upper case");
    spoilt.put(secret.toLowerCase(Locale.ROOT), shown + ", in lower case");
    spoilt.forEach(
        (text, said) ->
            add(
                Tc3.SECRET,
                new Piece(text, said),
                "The signature fits " + said + ". Sign with the secret key as it was given."));
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
    add(Tc3.BODY_HASH, unsigned, unsaid);
    add(Tc3.BODY_HASH, Tc3.UNSIGNED, unsaid);
    String hash = start.signed(Tc3.BODY_HASH);
    add(
        Tc3.BODY_HASH,
        hash.toUpperCase(Locale.ROOT),
        "The body hash is in upper-case hex. Write it in lower case.");
    add(
        Tc3.BODY_HASH,
        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash)),
        "The body hash is in base64. Write it in lower-case hex.");
    add(
        Tc3.BODY_HASH,
        "",
        "There is nothing where the body hash belongs in the canonical request. Its last line is"
            + " the SHA-256 of the body in lower-case hex, of an empty body too.");
    if (request.body().length <= SignedBodies.LARGEST) {
      add(
          Tc3.BODY_HASH,
          new Piece(request.bodyText(), Mask.body(request.body())),
          "The body itself stands where its hash belongs in the canonical request. Put the SHA-256 of"
              + " the body there, in lower-case hex.");
    }
    body(
        new SignedBody("the body, whose header said UNSIGNED-PAYLOAD", request.body()),
        " Sign UNSIGNED-PAYLOAD, or do not send X-TC-Content-SHA256.");
    if (!request.query().isEmpty()) {
      body(
          new SignedBody(
              "the query string in place of the body",
              request.query().getBytes(StandardCharsets.UTF_8)),
          " The body of a GET is empty; hash that.");
    }
    for (SignedBody other : SignedBodies.of(request.body(), recent)) {
      body(other, ", and that is not the body that arrived." + ONCE);
    }
  }

  private void body(SignedBody other, String advice) {
    String end = advice.startsWith(",") ? advice : '.' + advice;
    String hash = Tc3.sha256(other.bytes());
    if (!hash.equals(start.signed(Tc3.BODY_HASH))) {
      all.add(
          new Mistake(
              "The signature fits " + other.said() + end,
              Map.of(
                  Tc3.BODY_HASH,
                  Piece.plain(hash),
                  Tc3.BODY,
                  new Piece("", Mask.body(other.bytes())))));
    }
  }

  private void host() {
    String sent = start.signed(Tc3.HEADER + "host");
    String name = sent.replaceFirst(":\\d+$", "");
    String port = sent.substring(name.length());
    Set<String> hosts = new LinkedHashSet<>(List.of(name, name + ":80", name + ":443", ""));
    hosts.addAll(List.of("localhost" + port, "127.0.0.1" + port, "localhost", "127.0.0.1"));
    for (String product : List.of(claim.service(), "faceid", "domain")) {
      hosts.add(product + ".tencentcloudapi.com");
      hosts.add(product + ".intl.tencentcloudapi.com");
    }
    for (String host : hosts) {
      add(
          Tc3.HEADER + "host",
          host,
          "The signature fits \"host:%s\", and the request was sent with \"Host: %s\". Sign the"
                  .formatted(host, sent)
              + " value that the HTTP client sends, with its port where it sends one.");
    }
  }

  private void contentType() {
    String sent = start.signed(Tc3.HEADER + "content-type");
    Set<String> types = new LinkedHashSet<>(CONTENT_TYPES);
    types.add(sent.replaceFirst("\\s*;.*", ""));
    types.add(sent + "; charset=utf-8");
    for (String type : types) {
      add(
          Tc3.HEADER + "content-type",
          type,
          "The signature fits \"content-type:%s\", and \"%s\" was sent. Sign the value that is"
                  .formatted(type, sent)
              + " sent: some HTTP clients add the charset or drop it.");
    }
  }

  private void headerForm() {
    Map<String, Piece> ownCase = new HashMap<>();
    for (String name : listed()) {
      String value = request.header(name).orElse("").trim();
      if (!value.equals(start.signed(Tc3.HEADER + name))) {
        ownCase.put(Tc3.HEADER + name, Tc3.header(name, value));
      }
    }
    if (!ownCase.isEmpty()) {
      all.add(
          new Mistake(
              "The values of headers are signed with their capital letters. Put names and values of"
                  + " headers in lower case before signing.",
              ownCase));
    }
    String names = String.join(";", listed().stream().map(this::nameAsSent).toList());
    String sentence =
        "The names of headers are signed with their capital letters. Put names and values of"
            + " headers in lower case before signing.";
    add(Tc3.LINES, names, sentence);
    all.add(
        new Mistake(sentence, Map.of(Tc3.LINES, Piece.plain(names), Tc3.LIST, Piece.plain(names))));
    add(
        Tc3.COLON,
        ": ",
        "There is a blank after the colon of each header line. Write host:VALUE, without one.");
    add(
        Tc3.LINES_END,
        "",
        "The empty line after the header lines is missing. Each header line ends with a newline,"
            + " the last one too, and another newline follows.");
  }

  private String nameAsSent(String name) {
    return request.headers().stream()
        .filter(header -> header.key().equals(name))
        .map(Header::name)
        .findFirst()
        .orElse(name);
  }

  private List<String> listed() {
    return List.of(start.signed(Tc3.LIST).toLowerCase(Locale.ROOT).split(";"));
  }

  private void headersNotListed() {
    Map<String, String> unlisted = new HashMap<>();
    for (Header header : request.headers()) {
      boolean mayBeSigned = !header.key().equals("authorization");
      if (mayBeSigned && !listed().contains(header.key())) {
        unlisted.put(header.key(), header.value());
      }
    }
    unlisted.keySet().stream().sorted().forEach(name -> notListed(Set.of(name)));
    Set<String> common = new TreeSet<>(unlisted.keySet());
    common.removeIf(name -> !name.startsWith("x-tc-"));
    if (common.size() > 1) {
      notListed(common);
    }
  }

  private void notListed(Set<String> names) {
    TreeSet<String> more = new TreeSet<>(listed());
    more.addAll(names);
    String said = String.join(" and ", new TreeSet<>(names));
    String sentence =
        "The signature covers "
            + said
            + ", and SignedHeaders does not list it. List all that is"
            + " signed.";
    for (boolean lower : new boolean[] {true, false}) {
      Map<String, Piece> change = new HashMap<>();
      for (String name : names) {
        String value = request.header(name).orElse("").trim();
        change.put(
            Tc3.HEADER + name, Tc3.header(name, lower ? value.toLowerCase(Locale.ROOT) : value));
      }
      change.put(Tc3.LINES, Piece.plain(String.join(";", more)));
      all.add(new Mistake(sentence, change));
      change.put(Tc3.LIST, Piece.plain(String.join(";", more)));
      all.add(new Mistake(sentence, change));
    }
  }

  private void headersNotSigned() {
    for (String name : listed()) {
      List<String> less = new ArrayList<>(listed());
      less.remove(name);
      Piece lines = Piece.plain(String.join(";", less));
      String sentence =
          "SignedHeaders lists %s, and the signature does not cover it. Put a line for each listed"
                  .formatted(name)
              + " header into the canonical request.";
      all.add(Mistake.in(Tc3.LINES, lines, sentence));
      all.add(new Mistake(sentence, Map.of(Tc3.LINES, lines, Tc3.LIST, lines)));
    }
  }

  private void order() {
    if (listed().size() > 4) {
      order(listed().stream().sorted().toList());
      order(listed().stream().sorted(Comparator.reverseOrder()).toList());
      order(request.headers().stream().map(Header::key).filter(listed()::contains).toList());
      return;
    }
    orders(List.of(), listed());
  }

  private void orders(List<String> begun, List<String> left) {
    if (left.isEmpty()) {
      order(begun);
    }
    for (String name : left) {
      List<String> more = new ArrayList<>(begun);
      more.add(name);
      List<String> less = new ArrayList<>(left);
      less.remove(name);
      orders(more, less);
    }
  }

  private void order(List<String> names) {
    Piece lines = Piece.plain(String.join(";", names));
    if (lines.signed().equals(start.signed(Tc3.LINES))) {
      return;
    }
    String sentence =
        "The header lines are signed in the order %s. Sort them by name, in the canonical request"
                .formatted(lines.signed())
            + " and in SignedHeaders.";
    all.add(Mistake.in(Tc3.LINES, lines, sentence));
    all.add(new Mistake(sentence, Map.of(Tc3.LINES, lines, Tc3.LIST, lines)));
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
        timestamp.length() > 3 ? timestamp.substring(0, timestamp.length() - 3) : "",
        "The timestamp in the string to sign is in seconds, and the header has milliseconds. Send"
            + " the seconds.");
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
