package io.telproof.spi.http;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way to a vendor: the block {@code network} of a provider. Nothing in it can make a gateway
 * send twice or follow a redirect. Immutable.
 *
 * <p>What is not said here is not guessed: a proxy that the JVM was told of, by {@code
 * https.proxyHost} or by a {@link java.net.ProxySelector}, is not used.
 *
 * @param proxy the HTTP proxy to go through; none unless said. It carries https through a tunnel
 *     and sees no more of it than the vendor's host. Plain http, which is for this machine only,
 *     goes through a proxy on this machine and past any other
 * @param caFile certificates that are trusted beside those of the platform
 * @param connectTimeout how long a connection may take to come about, from the look-up of the name
 *     to the end of the TLS handshake: more than 0, 1 minute at the most, 3 s unless said. A
 *     connection that takes longer is given up, and nothing is sent
 * @param keepAlive how long an idle connection is kept: more than 0, 5 minutes at the most, 8 s
 *     unless said
 */
public record Network(
    Optional<HttpProxy> proxy,
    Optional<CaFile> caFile,
    Optional<Duration> connectTimeout,
    Optional<Duration> keepAlive) {
  /** So that a second provider of a route still has time in a call of ten seconds. */
  static final Duration USUAL_CONNECT_TIMEOUT = Duration.ofSeconds(3);

  /** Shorter than the vendors' own, so that a connection rarely dies while we send on it. */
  static final Duration USUAL_KEEP_ALIVE = Duration.ofSeconds(8);

  /**
   * Checks the times.
   *
   * @param proxy the HTTP proxy to go through; none unless said. It carries https through a tunnel
   *     and sees no more of it than the vendor's host. Plain http, which is for this machine only,
   *     goes through a proxy on this machine and past any other
   * @param caFile certificates that are trusted beside those of the platform
   * @param connectTimeout how long a connection may take to come about, from the look-up of the
   *     name to the end of the TLS handshake: more than 0, 1 minute at the most, 3 s unless said. A
   *     connection that takes longer is given up, and nothing is sent
   * @param keepAlive how long an idle connection is kept: more than 0, 5 minutes at the most, 8 s
   *     unless said
   * @throws IllegalArgumentException if one is out of its range, with a line for each that is
   */
  public Network {
    Objects.requireNonNull(proxy, "proxy");
    Objects.requireNonNull(caFile, "caFile");
    List<String> wrong =
        Stream.of(
                within(Duration.ofMinutes(1), connectTimeout, "connect-timeout", "1 minute"),
                within(Duration.ofMinutes(5), keepAlive, "keep-alive", "5 minutes"))
            .flatMap(Optional::stream)
            .toList();
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
  }

  private static Optional<String> within(
      Duration longest, Optional<Duration> value, String name, String longestInWords) {
    return value
        .filter(each -> each.isZero() || each.isNegative() || each.compareTo(longest) > 0)
        .map(each -> name + " is to be more than 0 and at the most " + longestInWords);
  }

  /**
   * Straight to the vendor, with the usual times.
   *
   * @return connections without a proxy and without a CA file
   */
  public static Network standard() {
    return new Network(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
