package io.telproof.spi.http;

/**
 * Stops OkHttp on the caller's thread before it looks up a name or connects; nothing was sent. Not
 * an IOException: OkHttp would ask for the next proxy after one, without an end. It has no trace.
 */
final class NoKeptConnection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoKeptConnection() {
    super(null, null, false, false);
  }
}
