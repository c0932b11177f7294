package io.telproof.client.internal.credentials;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;

/** Keys of tests, by a short name. */
public final class TestCredentials {
  private static final String ID = "id-";

  private TestCredentials() {}

  public static Credentials of(String name) {
    return Credentials.of(Sensitive.of(ID + name), Sensitive.of("CanaryKey-" + name));
  }

  public static String name(Credentials keys) {
    return keys.id().reveal().substring(ID.length());
  }
}
