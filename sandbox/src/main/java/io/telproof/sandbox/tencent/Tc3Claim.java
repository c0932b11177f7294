package io.telproof.sandbox.tencent;

import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.HeaderLines;
import io.telproof.sandbox.internal.signature.Mask;
import io.telproof.sandbox.internal.signature.SentSignature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Authorization} as far as it can be read, be it in the vendor's form or not: for
 * a person who is told what is wrong with it.
 *
 * @param headers how often it was sent
 * @param scheme its first word
 * @param credential as it stands there, and so the next two; empty where there is none
 */
record Tc3Claim(
    int headers, String scheme, String credential, String signedHeaders, String signature) {

  private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^,\\s]*)");
  private static final Pattern SIGNED_HEADERS = Pattern.compile("SignedHeaders=([^,\\s]*)");
  private static final Pattern SIGNATURE = Pattern.compile("Signature=([^,\\s]*)");

  static Tc3Claim read(List<String> headers) {
    String header = headers.isEmpty() ? "" : headers.get(0);
    return new Tc3Claim(
        headers.size(),
        header.split("\\s", 2)[0],
        first(CREDENTIAL, header),
        first(SIGNED_HEADERS, header),
        first(SIGNATURE, header));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private String scope(int piece) {
    String[] pieces = credential.split("/", -1);
    return piece < pieces.length ? pieces[piece] : "";
  }

  String secretId() {
    return scope(0);
  }

  String date() {
    return scope(1);
  }

  String service() {
    return scope(2);
  }

  /** The names of the list, in lower case, in order, each once. */
  private TreeSet<String> listed() {
    TreeSet<String> names =
        new TreeSet<>(List.of(signedHeaders.toLowerCase(Locale.ROOT).split("[;,]", -1)));
    names.remove("");
    return names;
  }

  /** The list as the vendor's page wants it, of headers that were sent. */
  List<String> orderedHeaders(VendorRequest request) {
    TreeSet<String> names = listed();
    names.removeIf(name -> request.headers(name).isEmpty());
    names.addAll(List.of("content-type", "host"));
    return List.copyOf(names);
  }

  /** Those that are listed and were not sent. */
  List<String> unsent(VendorRequest request) {
    return listed().stream().filter(name -> request.headers(name).isEmpty()).toList();
  }

  /** What is wrong with how often listed headers were sent; empty where nothing is. */
  Optional<String> sendingComplaint(VendorRequest request) {
    return listed().stream()
        .filter(name -> request.headers(name).size() != 1)
        .findFirst()
        .map(
            name -> {
              int times = request.headers(name).size();
              return "SignedHeaders lists %s, which was %s. Send each listed header once."
                  .formatted(Mask.word(name), times == 0 ? "not sent" : "sent " + times + " times");
            });
  }

  SentSignature sentSignature() {
    return new SentSignature(signature);
  }

  /** What is wrong with the form; empty where nothing is. */
  Optional<String> complaint() {
    if (headers != 1) {
      return Optional.of(
          headers == 0
              ? "There is no header Authorization. Send it with each request."
              : "The header Authorization was sent " + headers + " times. Send it once.");
    }
    if (!scheme.equals(Tc3.SCHEME)) {
      return Optional.of(
          "The header Authorization does not begin with \"TC3-HMAC-SHA256 \". Begin it so.");
    }
    return credentialComplaint().or(this::headersComplaint).or(sentSignature()::complaint);
  }

  /** Whether key, scope and signature can be read. */
  boolean isReadable() {
    return headers == 1
        && scheme.equals(Tc3.SCHEME)
        && credentialComplaint().isEmpty()
        && sentSignature().isReadable();
  }

  private Optional<String> credentialComplaint() {
    if (credential.split("/", -1).length != 4 || !scope(3).equals(Tc3.TERMINATOR)) {
      return Optional.of(
          "The Credential is not the key id, the date, the service and tc3_request with slashes"
              + " between. Write Credential=ID/2026-11-27/faceid/tc3_request.");
    }
    return date().matches("\\d{4}-\\d{2}-\\d{2}")
        ? Optional.empty()
        : Optional.of(
            "The date in the credential scope is not in the form 2026-11-27. Write it with hyphens,"
                + " in the scope and where the key is derived.");
  }

  private Optional<String> headersComplaint() {
    return listComplaint()
        .or(
            () ->
                List.of(signedHeaders.split(";", -1)).containsAll(List.of("content-type", "host"))
                    ? Optional.empty()
                    : Optional.of(
                        "SignedHeaders does not hold both content-type and host. Sign and list at"
                            + " least these two, with a semicolon between."));
  }

  /** What is wrong with how the list is written; empty where nothing is. */
  Optional<String> listComplaint() {
    return HeaderLines.complaint(signedHeaders);
  }

  /** Prints neither key nor signature. */
  @Override
  public String toString() {
    return "Tc3Claim[" + signedHeaders + "]";
  }
}
