package io.telproof.meta;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What has to be known to read the pool of pre-verified numbers of a business.
 *
 * @param businessId the business that holds the pool: digits
 * @param accessToken that of a system user with the permission {@code business_management}
 * @param appSecret proves with each request that the token is used by its own app, where it is
 *     there
 * @param version of the Graph API, else {@code v23.0}
 * @param wholePool whether the pool is read from its beginning, instead of being asked for the
 *     number; else not
 * @param endpoint one URL instead of the vendor's host
 */
record MetaSettings(
    String businessId,
    Sensitive accessToken,
    Optional<Sensitive> appSecret,
    Optional<String> version,
    Optional<Boolean> wholePool,
    Optional<Endpoint> endpoint) {
  private static final String VERSION = "v23.0";

  private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,29}");
  private static final Pattern VERSIONS = Pattern.compile("v[1-9][0-9]?\\.[0-9]");

  /**
   * Checks what can be checked without the vendor.
   *
   * @throws IllegalArgumentException if something cannot be right; the message has a line for each,
   *     which begins with the setting
   */
  MetaSettings {
    List<String> wrong = new ArrayList<>();
    check(
        wrong,
        ID.matcher(businessId).matches(),
        "business-id must be digits alone, as the settings of the business show it");
    check(
        wrong,
        VISIBLE.matcher(accessToken.reveal()).matches(),
        "access-token has a character that no token has; it is letters and digits");
    check(
        wrong,
        version.filter(each -> !VERSIONS.matcher(each).matches()).isEmpty(),
        "version must be a version of the Graph API, as in v23.0");
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
  }

  private static void check(List<String> wrong, boolean right, String otherwise) {
    if (!right) {
      wrong.add(otherwise);
    }
  }

  /** The business, which Meta counts requests for, and the token. */
  Credentials credentials() {
    return Credentials.of(Sensitive.of(businessId), accessToken);
  }

  /** Where the Graph API is reached. */
  Endpoint graph() {
    return endpoint.orElseGet(() -> Endpoint.host("graph.facebook.com"));
  }

  /** The path of the pool beneath it. */
  String pool() {
    return version.orElse(VERSION) + "/" + businessId + "/" + PreverifiedNumbers.OPERATION;
  }
}
