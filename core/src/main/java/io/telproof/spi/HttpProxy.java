package io.telproof.spi;

import java.net.URI;

/**
 * An HTTP proxy on the way to a vendor. Immutable.
 *
 * @param host its name or address
 * @param port 1 to 65535
 */
public record HttpProxy(String host, int port) {
  /**
   * A proxy from its text, as in {@code http://proxy.example:3128}.
   *
   * @throws IllegalArgumentException if it is not such a URL
   */
  public static HttpProxy of(String text) {
    URI uri = URI.create(text);
    return new HttpProxy(uri.getHost(), uri.getPort());
  }
}
