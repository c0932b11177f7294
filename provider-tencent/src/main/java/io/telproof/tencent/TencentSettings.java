package io.telproof.tencent;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known to use an account with Tencent Cloud.
 *
 * @param secretId the id of an API key
 * @param secretKey the key itself
 * @param token the session token of temporary credentials
 * @param site which edition of the vendor the account is with; the international one unless said
 * @param endpoint one URL instead of every host of the vendor
 * @param faceidHost another host of the product faceid, as of a region
 * @param domainHost another host of the product domain, as of a region
 * @param faceidService the product's name in the signature, where it is not faceid
 * @param domainService the product's name in the signature, where it is not domain
 * @param verifyMode how much an identity check tells; simple unless said, and priced apart
 * @param encryption how personal data is encrypted beneath TLS; not at all unless said
 * @param encryptionIv how the initial vector is written; as base64 unless said
 * @param rsaPublicKey the vendor's RSA key in base64, where it is not the published one
 * @param sm2PublicKey the vendor's SM2 key in base64, where it is not the published one
 * @param dataKey a data key of the vendor's key service in base64, for accounts that still use it
 * @param dataKeyBlob what the key service gave beside that key, to be sent along with the data
 */
record TencentSettings(
    Sensitive secretId,
    Sensitive secretKey,
    Optional<Sensitive> token,
    Optional<Site> site,
    Optional<Endpoint> endpoint,
    Optional<String> faceidHost,
    Optional<String> domainHost,
    Optional<String> faceidService,
    Optional<String> domainService,
    Optional<VerifyMode> verifyMode,
    Optional<Encryption> encryption,
    Optional<IvEncoding> encryptionIv,
    Optional<Sensitive> rsaPublicKey,
    Optional<Sensitive> sm2PublicKey,
    Optional<Sensitive> dataKey,
    Optional<Sensitive> dataKeyBlob) {
  /** How much an identity check tells. */
  enum VerifyMode {
    SIMPLE,
    DETAILED
  }

  /** How personal data is encrypted. */
  enum Encryption {
    OFF,
    AES_256_CBC,
    SM4_GCM
  }

  /** How the initial vector is written. */
  enum IvEncoding {
    BASE64,
    TEXT
  }

  /**
   * Checks what can be checked without the vendor.
   *
   * @throws IllegalArgumentException if something cannot be right; the message has a line for each,
   *     which begins with the setting
   */
  TencentSettings {
    List<String> wrong = new ArrayList<>();
    if (endpoint.filter(each -> !each.url().encodedPath().equals("/")).isPresent()) {
      wrong.add("endpoint has a path, and this vendor's requests have none; leave the path out");
    }
    host(wrong, "faceid-host", faceidHost);
    host(wrong, "domain-host", domainHost);
    if (verifyMode.equals(Optional.of(VerifyMode.DETAILED))
        && !site.equals(Optional.of(Site.MAINLAND))) {
      wrong.add(
          "verify-mode = detailed is sold by the mainland edition only: add site = mainland, or"
              + " leave it out");
    }
    if (dataKey.isPresent() != dataKeyBlob.isPresent()) {
      wrong.add("data-key and data-key-blob go together");
    }
    if (dataKey.isPresent() && !encryption.equals(Optional.of(Encryption.AES_256_CBC))) {
      wrong.add("data-key is for encryption = aes-256-cbc, and for nothing else");
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
  }

  private static void host(List<String> wrong, String key, Optional<String> host) {
    try {
      host.ifPresent(Endpoint::host);
    } catch (IllegalArgumentException e) {
      wrong.add(key + " must be a host alone, without https:// and without a path");
    }
  }

  Credentials credentials() {
    return new Credentials(secretId, secretKey, token);
  }

  Site edition() {
    return site.orElse(Site.INTL);
  }

  boolean detailed() {
    return verifyMode.equals(Optional.of(VerifyMode.DETAILED));
  }

  Endpoint faceid() {
    return endpoint.orElseGet(
        () -> Endpoint.host(faceidHost.orElseGet(() -> edition().host("faceid"))));
  }

  Endpoint domain() {
    return endpoint.orElseGet(
        () -> Endpoint.host(domainHost.orElseGet(() -> edition().host("domain"))));
  }
}
