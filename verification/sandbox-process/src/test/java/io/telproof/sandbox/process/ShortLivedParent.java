package io.telproof.sandbox.process;

import java.io.IOException;

/** A parent that starts a sandbox, says where it is, and at a line of input dies without a word. */
final class ShortLivedParent {

  private ShortLivedParent() {}

  public static void main(String[] arguments) throws IOException {
    // Never closed: that is the point.
    SandboxProcess sandbox = SandboxProcess.start();
    System.out.println(sandbox.endpoint());
    int first = System.in.read();
    Runtime.getRuntime().halt(first);
  }
}
