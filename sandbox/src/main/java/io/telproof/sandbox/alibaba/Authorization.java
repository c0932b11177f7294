package io.telproof.sandbox.alibaba;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Authorization}, taken apart.
 *
 * @param accessKeyId names the key
 * @param signedHeaders in lower case and in order
 * @param signature 64 digits of lower-case hex
 */
record Authorization(String accessKeyId, List<String> signedHeaders, String signature) {

  private static final Pattern FORM =
      Pattern.compile(
          "ACS3-HMAC-SHA256 Credential=([^,\\s]+),"
              + "SignedHeaders=([a-z0-9-]+(?:;[a-z0-9-]+)*),"
              + "Signature=([0-9a-f]{64})");

  Authorization {
    signedHeaders = List.copyOf(signedHeaders);
  }

  static Authorization parse(List<String> headers) throws Refusal {
    Matcher matcher = FORM.matcher(headers.size() == 1 ? headers.get(0) : "");
    if (!matcher.matches()) {
      throw Refusal.incomplete("The Authorization header is not in the form of ACS3-HMAC-SHA256.");
    }
    List<String> signed = List.of(matcher.group(2).split(";"));
    if (!signed.equals(signed.stream().sorted().distinct().toList())) {
      throw Refusal.incomplete("SignedHeaders must be in order, each name once.");
    }
    return new Authorization(matcher.group(1), signed, matcher.group(3));
  }

  /** Prints neither key nor signature. */
  @Override
  public String toString() {
    return "Authorization" + signedHeaders;
  }
}
