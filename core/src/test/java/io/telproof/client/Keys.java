package io.telproof.client;

import io.telproof.Sensitive;
import io.telproof.spi.Credentials;

/** Keys of tests, by a short name. */
final class Keys {
  private static final String ID = "id-";

  private Keys() {}

  static Credentials of(String name) {
    return Credentials.of(Sensitive.of(ID + name), Sensitive.of("CanaryKey-" + name));
  }

  static String name(Credentials keys) {
    return keys.id().reveal().substring(ID.length());
  }
}
