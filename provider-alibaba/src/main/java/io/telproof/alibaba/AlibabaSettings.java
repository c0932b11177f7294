package io.telproof.alibaba;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What has to be known to use an account with Alibaba Cloud. Codes are sent only where {@code
 * signName} and {@code templateCode} are there.
 *
 * @param accessKeyId the public half of the access key
 * @param accessKeySecret the secret half
 * @param securityToken the token that goes with a temporary access key
 * @param endpoint one URL instead of every host of the vendor, also of those given here
 * @param camsHost the host for pre-validated numbers, else {@code cams.ap-southeast-1.aliyuncs.com}
 * @param cloudauthHost the host for status, tenure and identity, else {@code
 *     cloudauth.aliyuncs.com}
 * @param dypnsapiHost the host for codes, else {@code dypnsapi.aliyuncs.com}
 * @param signName the signature of the messages, as the vendor's console gives it
 * @param templateCode the template of the messages; it may use {@code code} and {@code min}
 * @param schemeName keeps the codes of several applications apart, at most 20 characters; a code is
 *     known only under the scheme that it was sent under
 * @param codeLength digits in a code, 4 to 8, else 6
 * @param codeValidity how long a code can be used: whole seconds, a minute or more, else 5 minutes
 */
record AlibabaSettings(
    Sensitive accessKeyId,
    Sensitive accessKeySecret,
    Optional<Sensitive> securityToken,
    Optional<Endpoint> endpoint,
    Optional<String> camsHost,
    Optional<String> cloudauthHost,
    Optional<String> dypnsapiHost,
    Optional<String> signName,
    Optional<String> templateCode,
    Optional<String> schemeName,
    Optional<Integer> codeLength,
    Optional<Duration> codeValidity) {
  private static final int CODE_LENGTH = 6;
  private static final Duration CODE_VALIDITY = Duration.ofMinutes(5);
  private static final int LONGEST_SCHEME_NAME = 20;
  private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

  /**
   * Checks what can be checked without the vendor.
   *
   * @throws IllegalArgumentException if something cannot be right; the message has a line for each,
   *     which begins with the setting
   */
  AlibabaSettings {
    List<String> wrong = new ArrayList<>();
    check(wrong, visible(accessKeyId), "access-key-id has a character that no access key id has");
    check(
        wrong,
        securityToken.filter(token -> !visible(token)).isEmpty(),
        "security-token has a character that no security token has");
    check(
        wrong,
        endpoint.filter(each -> !each.url().encodedPath().equals("/")).isEmpty(),
        "endpoint has a path, and this vendor's requests have none; leave the path out");
    host(wrong, "cams-host", camsHost);
    host(wrong, "cloudauth-host", cloudauthHost);
    host(wrong, "dypnsapi-host", dypnsapiHost);
    check(
        wrong,
        signName.isPresent() == templateCode.isPresent(),
        "sign-name and template-code go together: give both to send codes, or neither");
    filled(wrong, "sign-name", signName);
    filled(wrong, "template-code", templateCode);
    filled(wrong, "scheme-name", schemeName);
    check(
        wrong,
        schemeName.filter(name -> name.length() > LONGEST_SCHEME_NAME).isEmpty(),
        "scheme-name has at most 20 characters");
    check(wrong, within(codeLength, 4, 8), "code-length must be 4 to 8");
    check(
        wrong,
        codeValidity.filter(validity -> !validValidity(validity)).isEmpty(),
        "code-validity must be whole seconds, a minute or more");
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
  }

  private static void check(List<String> wrong, boolean right, String otherwise) {
    if (!right) {
      wrong.add(otherwise);
    }
  }

  private static boolean visible(Sensitive credential) {
    return VISIBLE.matcher(credential.reveal()).matches();
  }

  private static void host(List<String> wrong, String key, Optional<String> host) {
    try {
      host.ifPresent(Endpoint::host);
    } catch (IllegalArgumentException e) {
      wrong.add(key + " must be a host alone, without https:// and without a path");
    }
  }

  private static void filled(List<String> wrong, String key, Optional<String> text) {
    check(
        wrong,
        text.filter(String::isBlank).isEmpty(),
        key + " is empty; give it a value or leave it out");
  }

  private static boolean within(Optional<Integer> number, int least, int most) {
    return number.filter(n -> n < least || n > most).isEmpty();
  }

  private static boolean validValidity(Duration validity) {
    return validity.compareTo(Duration.ofMinutes(1)) >= 0 && validity.toNanosPart() == 0;
  }

  Credentials credentials() {
    return new Credentials(accessKeyId, accessKeySecret, securityToken);
  }

  /** Where a product is reached. */
  Endpoint endpoint(Product product) {
    Optional<String> host =
        switch (product) {
          case CAMS -> camsHost;
          case CLOUDAUTH, CLOUDAUTH_QUERY -> cloudauthHost;
          case DYPNSAPI -> dypnsapiHost;
        };
    return endpoint.orElseGet(() -> Endpoint.host(host.orElse(product.host())));
  }

  /** What the codes are like, where codes are sent. */
  Optional<SmsCode> smsCode() {
    return signName.flatMap(
        sign ->
            templateCode.map(
                template ->
                    new SmsCode(
                        sign,
                        template,
                        codeLength.orElse(CODE_LENGTH),
                        codeValidity.orElse(CODE_VALIDITY))));
  }
}
