package io.telproof.broken;

/** A public class that is not the factory. */
public final class OpenToAll {
  private OpenToAll() {}
}
