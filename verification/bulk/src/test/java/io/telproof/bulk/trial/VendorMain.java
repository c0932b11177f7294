package io.telproof.bulk.trial;

import io.telproof.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The vendor in a process of its own: says where it listens, and for each line it reads what it
 * charged since the last one.
 */
final class VendorMain {
  private VendorMain() {}

  /** Runs until its input ends. */
  public static void main(String[] arguments) throws IOException {
    CountingVendor vendor = new CountingVendor();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Sandbox sandbox = Sandbox.start(vendor)) {
      System.out.println(sandbox.endpoint());
      while (in.readLine() != null) {
        System.out.println(vendor.take().line());
      }
    }
    Runtime.getRuntime().halt(0);
  }
}
