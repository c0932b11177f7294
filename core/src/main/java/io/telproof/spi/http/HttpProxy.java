package io.telproof.spi.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * An HTTP proxy on the way to a vendor, which asks for no password. Immutable.
 *
 * @param host its name or address
 * @param port 1 to 65535
 */
public record HttpProxy(String host, int port) {
  private static final String EXPECTED = "expected a URL as in http://proxy.example:3128";

  /**
   * Checks the host and the port.
   *
   * @param host its name or address
   * @param port 1 to 65535
   * @throws IllegalArgumentException if either is not one
   */
  public HttpProxy {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("the port of a proxy is 1 to 65535");
    }
    host = canonical(host);
  }

  private static String canonical(String host) {
    try {
      return new HttpUrl.Builder().scheme("http").host(host).build().host();
    } catch (IllegalArgumentException e) {
      // It quotes what it refuses, which may be more than a host.
      throw new IllegalArgumentException("the host of a proxy is a name or an address");
    }
  }

  /**
   * {@return a proxy from its text, as in {@code http://proxy.example:3128}}
   *
   * @param text such as {@code http://proxy.example:3128}
   * @throws IllegalArgumentException if it is not such a URL, or has a user or a password; the
   *     message does not repeat it
   */
  public static HttpProxy of(String text) {
    if (text.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "a proxy with a user or a password is not supported; " + EXPECTED);
    }
    URI uri = uri(text);
    if (!"http".equalsIgnoreCase(uri.getScheme())) {
      throw new IllegalArgumentException(
          "a proxy is spoken to in http, also on the way to https; " + EXPECTED);
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("not a proxy; " + EXPECTED);
    }
    if (uri.getPort() == -1) {
      throw new IllegalArgumentException("the port of the proxy is missing; " + EXPECTED);
    }
    if (!Set.of("", "/").contains(uri.getRawPath())
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("a proxy has no path and no query; " + EXPECTED);
    }
    return new HttpProxy(uri.getHost(), uri.getPort());
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a proxy; " + EXPECTED);
    }
  }

  /** Its name is looked up for each connection, as a vendor's is. */
  Proxy proxy() {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
  }

  boolean onLoopback() {
    return Endpoint.isLoopback(host);
  }
}
