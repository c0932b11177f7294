package io.telproof.spi.http;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a vendor's API is reached: {@code https}, or {@code http} on loopback. Immutable.
 *
 * @param url scheme, host and port, nothing else
 */
public record Endpoint(HttpUrl url) {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.[0-9]+\\.[0-9]+\\.[0-9]+|::1");

  /**
   * Refuses what is no endpoint.
   *
   * @throws IllegalArgumentException if plain http leaves the machine, or there is a path, a query
   *     or a user
   */
  public Endpoint {
    if (!url.isHttps() && !isLoopback(url.host())) {
      throw new IllegalArgumentException(
          "plain http is for loopback only, and " + url.host() + " is not: use https");
    }
    if (!url.encodedPath().equals("/")
        || url.encodedQuery() != null
        || url.encodedFragment() != null
        || !url.encodedUsername().isEmpty()
        || !url.encodedPassword().isEmpty()) {
      throw new IllegalArgumentException(
          "an endpoint is a scheme, a host and a port, without path, query or user");
    }
  }

  /**
   * An endpoint from its text, as in {@code https://faceid.intl.tencentcloudapi.com}.
   *
   * @throws IllegalArgumentException if it is not such a URL; the message does not repeat it
   */
  public static Endpoint of(String text) {
    @Nullable HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new IllegalArgumentException(
          "not an endpoint: expected https:// and a host, or http:// on loopback");
    }
    return new Endpoint(url);
  }

  /** Whether this host, as a URL has it, is this machine for certain. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /** The endpoint of a vendor's host, over https. */
  public static Endpoint host(String host) {
    return of("https://" + host);
  }
}
