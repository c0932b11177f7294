package io.telproof.meta;

import io.telproof.Sensitive;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.spi.http.Endpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The provider's settings with everything left out that a test does not name. */
final class Settings {
  private Settings() {}

  /** With the sandbox's token and app, for a vendor at this endpoint. */
  static MetaSettings at(String endpoint, Map<String, ?> components) {
    Map<String, Object> given = new HashMap<>();
    given.put("endpoint", Endpoint.of(endpoint));
    given.put("appSecret", Sensitive.of(MetaVendor.APP_SECRET));
    given.putAll(components);
    return of(given);
  }

  static MetaSettings of(Map<String, ?> components) {
    Map<String, Object> given = new HashMap<>();
    given.put("businessId", MetaVendor.BUSINESS_ID);
    given.put("accessToken", Sensitive.of(MetaVendor.CREDENTIALS.token()));
    given.putAll(components);
    return new MetaSettings(
        (String) given.get("businessId"),
        (Sensitive) given.get("accessToken"),
        Optional.ofNullable((Sensitive) given.get("appSecret")),
        Optional.ofNullable((String) given.get("version")),
        Optional.ofNullable((Boolean) given.get("wholePool")),
        Optional.ofNullable((Endpoint) given.get("endpoint")));
  }
}
