package io.telproof.examples.acme;

import io.telproof.testkit.ProviderHarness;

/** The harness of a broken provider, which can be had with nothing wrong. */
public interface MendableHarness extends ProviderHarness {
  /** As narrow and as impatient as this, with nothing wrong. */
  ProviderHarness mended();

  /** Which provider it is, or how much of one, for people. */
  String provider();
}
