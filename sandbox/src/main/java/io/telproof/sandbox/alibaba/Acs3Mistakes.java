package io.telproof.sandbox.alibaba;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What clients get wrong with ACS3-HMAC-SHA256, in the order of the vendor's page: the canonical
 * request, the string to sign, the secret. Made for one request.
 */
final class Acs3Mistakes {

  private static final String ENCODE =
      " Encode names and values by RFC 3986: a blank is %20, * is %2A, and ~ stays.";

  private static final List<String> HOSTS =
      List.of(
          "cloudauth.aliyuncs.com",
          "cloudauth.cn-shanghai.aliyuncs.com",
          "cloudauth.cn-beijing.aliyuncs.com",
          "dypnsapi.aliyuncs.com",
          "cams.ap-southeast-1.aliyuncs.com",
          "cams.aliyuncs.com");

  private final VendorRequest request;
  private final Pieces start;
  private final List<Mistake> all = new ArrayList<>();

  private Acs3Mistakes(VendorRequest request, Pieces start) {
    this.request = request;
    this.start = start;
  }

  /**
   * All of them.
   *
   * @param start what was signed if the client made none
   */
  static List<Mistake> of(
      VendorRequest request,
      Acs3Claim claim,
      Pieces start,
      List<KeyRing.Key> keys,
      RecentBodies recent) {
    Acs3Mistakes mistakes = new Acs3Mistakes(request, start);
    mistakes.secret(claim, keys);
    mistakes.query();
    mistakes.body(recent);
    mistakes.all.addAll(
        HeaderMistakes.of(request, start, HOSTS, "x-acs-", UnaryOperator.identity(), Acs3::header));
    mistakes.requestLine();
    mistakes.stringToSign();
    return mistakes.all;
  }

  private void add(String name, String text, String sentence) {
    add(name, Piece.plain(text), sentence);
  }

  private void add(String name, Piece piece, String sentence) {
    if (!piece.signed().equals(start.signed(name))) {
      all.add(Mistake.in(name, piece, sentence));
    }
  }

  private void secret(Acs3Claim claim, List<KeyRing.Key> keys) {
    all.addAll(SecretMistakes.of(start, claim.accessKeyId(), keys));
    add(
        Acs3.PREFIX,
        "ACS3",
        "ACS3 stands before the secret. Sign with the secret alone: nothing is derived.");
  }

  private void query() {
    String query = start.signed(Acs3.QUERY);
    if (query.isEmpty()) {
      query(
          request.bodyText(),
          "The form is signed as the query string. It is sent as the body"
              + " and signed by its hash alone; the canonical query string is empty.");
      return;
    }
    query("", "The canonical query string is empty, and the request has a query. Sign it.");
    query(
        query.replace("%20", "+").replace("%2A", "*").replace("~", "%7E"),
        "The query string is encoded as a form, as URLEncoder of Java does." + ENCODE);
    query(query.replace("%20", "+"), "The query string is signed with + for a blank." + ENCODE);
    query(query.replace("%2A", "*"), "The query string is signed with * as it is." + ENCODE);
    query(query.replace("~", "%7E"), "The query string is signed with %7E for ~." + ENCODE);
    query(query.replace("%2F", "/"), "The query string is signed with / as it is." + ENCODE);
    query(
        query
            .replace("%21", "!")
            .replace("%27", "'")
            .replace("%28", "(")
            .replace("%29", ")")
            .replace("%2A", "*"),
        "The query string is signed with !, ', (, ) and * as they are, as encodeURIComponent of"
            + " JavaScript leaves them."
            + ENCODE);
    query(
        FormText.lowerCaseEscapes(query),
        "The query string is signed with escapes in lower case. Write %E9, not %e9.");
    query(FormText.decoded(query), "The query string is signed without encoding." + ENCODE);
    query(query.replace("%", "%25"), "The query string is encoded twice. Encode it once.");
    query('?' + query, "The query string is signed with its question mark. Leave that out.");
    query(
        Arrays.stream(query.split("&", -1))
            .map(pair -> pair.replaceFirst("=$", ""))
            .collect(Collectors.joining("&")),
        "A parameter without a value is signed without its =. Write NAME= there.");
    String sort = " Sort the parameters by name, and encode them by RFC 3986.";
    query(request.query(), "The query string is signed as it was sent." + sort);
    pairs(sort);
  }

  private void pairs(String sort) {
    try {
      Pairs sent = Pairs.decode(request.query());
      query(sent.encoded(), "The query string is signed in the order it was sent in." + sort);
      query(
          sent.and(Pairs.decode(request.bodyText())).canonical(),
          "The form is signed in the query string. It is signed by the hash of the body alone.");
    } catch (Refusal e) {
      // Not percent-encoded: there is nothing to write in another way.
    }
  }

  private void query(String query, String sentence) {
    add(Acs3.QUERY, Acs3.query(query), sentence);
  }

  private void body(RecentBodies recent) {
    add(
        BodyMistakes.HASH,
        Acs3.sha256(request.body()),
        "The body hash in the canonical request is right, and x-acs-content-sha256 is another. Send"
            + " the hash that is signed.");
    all.addAll(BodyMistakes.of(request, start.signed(BodyMistakes.HASH), Acs3::sha256, recent));
  }

  private void requestLine() {
    String method = request.method();
    for (String other : List.of("GET", "POST", method.toLowerCase(Locale.ROOT))) {
      add(
          Acs3.METHOD,
          other,
          "The signature fits the method %s, and %s was sent. Sign the method that is sent, in"
                  .formatted(other, method)
              + " capital letters.");
    }
    for (String path : new LinkedHashSet<>(List.of(request.path(), request.target(), ""))) {
      add(
          Acs3.PATH,
          new Piece(path, Mask.query(path)),
          "The path in the canonical request is not \"/\". It is \"/\" for each request of these"
              + " products.");
    }
  }

  private void stringToSign() {
    add(
        Acs3.HASHING,
        "upper case",
        "The hash of the canonical request is in upper-case hex. Write it in lower case.");
    add(
        Acs3.HASHING,
        "none",
        "The canonical request itself stands in the string to sign. Put its SHA-256 there, in"
            + " lower-case hex.");
    add(
        Acs3.FIRST_LINE,
        "",
        "The string to sign does not begin with ACS3-HMAC-SHA256. Make that its first line.");
  }
}
