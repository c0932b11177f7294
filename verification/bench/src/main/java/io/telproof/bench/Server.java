package io.telproof.bench;

import java.io.IOException;

/** A process that stands for the vendors on this machine. */
interface Server extends AutoCloseable {
  /** What it is, for who reads the figures: they depend on it. */
  String name();

  /** Where a vendor is found. */
  String url(Vendor vendor);

  @Override
  void close() throws IOException;
}
