package io.telproof.spi.http;

/**
 * Stops OkHttp on the caller's thread before it looks up a name or connects; nothing was sent. Not
 * an IOException: OkHttp would ask for the next proxy after one, without an end.
 */
final class NoKeptConnection extends RuntimeException {
  static final NoKeptConnection INSTANCE = new NoKeptConnection();
  private static final long serialVersionUID = 1L;

  private NoKeptConnection() {
    super(null, null, false, false);
  }
}
