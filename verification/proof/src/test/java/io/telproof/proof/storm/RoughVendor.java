package io.telproof.proof.storm;

import io.telproof.sandbox.Vendor;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A vendor at the other end of a line on which much goes wrong. Thread-safe. */
final class RoughVendor implements AutoCloseable {
  private final RawVendor vendor;
  private final RoughLine line;

  /**
   * A vendor and its line.
   *
   * @param provider the vendor, by the name that the client has for it
   * @param seed what goes wrong on the line
   */
  RoughVendor(String provider, Vendor vendor, Books books, long seed) throws IOException {
    this.vendor = RawVendor.plain(provider, vendor, books);
    this.line = new RoughLine(this.vendor.port(), books, seed);
  }

  URI endpoint() {
    return line.endpoint();
  }

  /** How often each went wrong. */
  Map<Mishap, Integer> mishaps() {
    return line.mishaps();
  }

  /** Returns once the client has closed every connection, and the vendor has read what was sent. */
  void drain() throws IOException, InterruptedException {
    line.drain();
    vendor.drain();
  }

  @Override
  public void close() throws IOException {
    line.close();
    vendor.close();
  }
}
