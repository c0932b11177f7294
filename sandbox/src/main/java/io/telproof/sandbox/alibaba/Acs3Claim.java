package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.internal.signature.HeaderLines;
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
 * @param text the first one; empty where there is none
 */
record Acs3Claim(int headers, String text) {

  private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^,\\s]*)");
  private static final Pattern SIGNED_HEADERS = Pattern.compile("SignedHeaders=([^,\\s]*)");
  private static final Pattern SIGNATURE = Pattern.compile("Signature=([^,\\s]*)");

  static Acs3Claim read(List<String> headers) {
    return new Acs3Claim(headers.size(), headers.isEmpty() ? "" : headers.get(0));
  }

  private String first(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  String accessKeyId() {
    return first(CREDENTIAL);
  }

  String signedHeaders() {
    return first(SIGNED_HEADERS);
  }

  SentSignature signature() {
    return new SentSignature(first(SIGNATURE));
  }

  /** The names of the list, in lower case, in order, each once. */
  private TreeSet<String> listed() {
    TreeSet<String> names =
        new TreeSet<>(List.of(signedHeaders().toLowerCase(Locale.ROOT).split("[;,]", -1)));
    names.remove("");
    return names;
  }

  /** Those that are listed and were not sent. */
  List<String> unsent(VendorRequest request) {
    return listed().stream().filter(name -> request.headers(name).isEmpty()).toList();
  }

  /** The headers that should be signed: those that are listed and sent, and those that must be. */
  List<String> orderedHeaders(VendorRequest request) {
    TreeSet<String> names = listed();
    names.removeIf(name -> request.headers(name).isEmpty());
    request.headers().stream().filter(Acs3::mustBeSigned).map(Header::key).forEach(names::add);
    return List.copyOf(names);
  }

  /** What is wrong with the form; empty where nothing is. */
  Optional<String> complaint() {
    if (headers != 1) {
      return Optional.of(
          headers == 0
              ? "There is no header Authorization. Send it with each request."
              : "The header Authorization was sent " + headers + " times. Send it once.");
    }
    if (!text.startsWith(Acs3.SCHEME + ' ')) {
      return Optional.of(
          "The header Authorization does not begin with \"ACS3-HMAC-SHA256 \". Begin it so.");
    }
    if (text.contains(", ")) {
      return Optional.of(
          "There is a blank after a comma in the header Authorization. Leave it out: it is"
              + " Credential=…,SignedHeaders=…,Signature=….");
    }
    return accessKeyId().isEmpty()
        ? Optional.of("The header Authorization has no Credential. It is the id of the key.")
        : listComplaint().or(signature()::complaint);
  }

  /** Whether key and signature can be read. */
  boolean isReadable() {
    return headers == 1
        && text.startsWith(Acs3.SCHEME + ' ')
        && !accessKeyId().isEmpty()
        && signature().isReadable();
  }

  /** What is wrong with how the list is written; empty where nothing is. */
  Optional<String> listComplaint() {
    return HeaderLines.complaint(signedHeaders());
  }

  /** Prints neither key nor signature. */
  @Override
  public String toString() {
    return "Acs3Claim[" + headers + "]";
  }
}
