package io.telproof.sandbox.tencent;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Authorization}, taken apart.
 *
 * @param secretId names the key
 * @param date the UTC day of the timestamp, as the client computed it
 * @param service the product, such as {@code faceid}
 * @param signedHeaders in lower case and in order
 * @param signature 64 digits of lower-case hex
 */
record Authorization(
    String secretId, String date, String service, List<String> signedHeaders, String signature) {

  private static final Pattern FORM =
      Pattern.compile(
          "TC3-HMAC-SHA256 Credential=([^/,\\s]+)/(\\d{4}-\\d{2}-\\d{2})/([^/,\\s]+)/tc3_request, ?"
              + "SignedHeaders=([a-z0-9-]+(?:;[a-z0-9-]+)*), ?"
              + "Signature=([0-9a-f]{64})");

  Authorization {
    signedHeaders = List.copyOf(signedHeaders);
  }

  static Authorization parse(List<String> headers) throws Refusal {
    if (headers.size() != 1) {
      throw malformed("exactly one header Authorization is expected");
    }
    Matcher matcher = FORM.matcher(headers.get(0));
    if (!matcher.matches()) {
      throw malformed("the header Authorization is not in the form of TC3-HMAC-SHA256");
    }
    List<String> signed = List.of(matcher.group(4).split(";"));
    if (!signed.equals(signed.stream().sorted().distinct().toList())) {
      throw malformed("SignedHeaders must be in order, each name once");
    }
    if (!signed.contains("content-type") || !signed.contains("host")) {
      throw malformed("SignedHeaders must hold content-type and host");
    }
    return new Authorization(
        matcher.group(1), matcher.group(2), matcher.group(3), signed, matcher.group(5));
  }

  static Refusal malformed(String message) {
    return new Refusal("AuthFailure.InvalidAuthorization", message);
  }

  /** Prints neither key nor signature. */
  @Override
  public String toString() {
    return "Authorization[" + date + '/' + service + ", " + signedHeaders + "]";
  }
}
