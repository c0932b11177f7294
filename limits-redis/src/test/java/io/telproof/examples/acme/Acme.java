package io.telproof.examples.acme;

import io.telproof.testkit.ProviderHarness;

/** The provider of the guide, for tests of another package. */
public final class Acme {
  private Acme() {}

  public static ProviderHarness harness() {
    return new AcmeHarness();
  }
}
