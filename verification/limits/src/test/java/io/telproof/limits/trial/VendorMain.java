package io.telproof.limits.trial;

import java.io.IOException;

/** The vendor in a process of its own: says where it listens, and then each arrival. */
final class VendorMain {
  private VendorMain() {}

  /** Runs until its input ends. */
  public static void main(String[] arguments) throws IOException {
    LineOutput out = new LineOutput();
    try (StampingVendor vendor = new StampingVendor(arrival -> out.write(arrival.line()))) {
      out.write(vendor.endpoint().toString());
      while (System.in.read() >= 0) {
        // Nothing is said to it.
      }
    }
    Runtime.getRuntime().halt(0);
  }
}
