package io.telproof.flink.trial;

import io.telproof.sandbox.Sandbox;

/**
 * The vendor in a process of its own: says where it listens, and for each line it reads what it
 * charged.
 */
final class VendorMain {
  private VendorMain() {}

  /** Takes so many milliseconds for a reply. */
  public static void main(String[] arguments) throws InterruptedException {
    CountingVendor vendor = new CountingVendor(Long.parseLong(arguments[0]));
    try (Sandbox sandbox = Sandbox.start(vendor)) {
      System.out.println(sandbox.endpoint());
      while (true) {
        String unused = ChildMain.SAID.take();
        System.out.println(vendor.charged().line());
      }
    }
  }
}
