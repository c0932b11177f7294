package io.telproof.spi.http;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a vendor's API is reached: {@code https}, or {@code http} on loopback. Immutable.
 *
 * <p>It may have a base path, which everything that is asked there stands beneath: {@code
 * url().newBuilder().addPathSegments("number/verify").build()}, with a base path and without.
 *
 * @param url scheme, host, port and base path, nothing else; a slash at the end of the path is left
 *     out
 */
public record Endpoint(HttpUrl url) {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.[0-9]+\\.[0-9]+\\.[0-9]+|::1");

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]{1,5})?");

  /**
   * Refuses what is no endpoint.
   *
   * @param url scheme, host, port and base path, nothing else; a slash at the end of the path is
   *     left out
   * @throws IllegalArgumentException if plain http leaves the machine, the path has an empty part,
   *     or there is a query or a user
   */
  public Endpoint {
    if (!url.isHttps() && !isLoopback(url.host())) {
      throw new IllegalArgumentException(
          "plain http is for loopback only, and " + url.host() + " is not: use https");
    }
    if (url.encodedPath().contains("//")
        || url.encodedQuery() != null
        || url.encodedFragment() != null
        || !url.encodedUsername().isEmpty()
        || !url.encodedPassword().isEmpty()) {
      throw new IllegalArgumentException(
          "an endpoint is a scheme, a host, a port and a base path if there is one, without an empty"
              + " part, query or user");
    }
    if (url.pathSize() > 1 && url.encodedPath().endsWith("/")) {
      url = url.newBuilder().removePathSegment(url.pathSize() - 1).build();
    }
  }

  /**
   * {@return an endpoint from its text, as in {@code https://faceid.intl.tencentcloudapi.com} or
   * {@code https://api.operator.example/openapi/v1}}
   *
   * @param text an absolute URL, without query and fragment
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

  /**
   * {@return the endpoint of a vendor's host, over https}
   *
   * @param host a name, and a port where it needs one, as in {@code api.vendor.example:8443}
   * @throws IllegalArgumentException if it is no host; the message does not repeat it
   */
  public static Endpoint host(String host) {
    @Nullable HttpUrl url = HOST.matcher(host).matches() ? HttpUrl.parse("https://" + host) : null;
    if (url == null) {
      throw new IllegalArgumentException(
          "a host is a name alone, without https:// and without a path, as in api.vendor.example, with"
              + " a port where it needs one");
    }
    return new Endpoint(url);
  }
}
