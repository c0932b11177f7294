package io.telproof.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The way to a vendor: the block {@code network} of a provider. Nothing in it can make a gateway
 * send twice or follow a redirect. Immutable.
 *
 * @param proxy the HTTP proxy to go through; none unless said
 * @param caFile certificates that are trusted beside those of the platform
 * @param connectTimeout how long a connection may take to come about; 3 s unless said
 * @param keepAlive how long an idle connection is kept; 8 s unless said
 */
public record Network(
    Optional<HttpProxy> proxy,
    Optional<CaFile> caFile,
    Optional<Duration> connectTimeout,
    Optional<Duration> keepAlive) {
  /** Refuses null. */
  public Network {
    Objects.requireNonNull(proxy, "proxy");
    Objects.requireNonNull(caFile, "caFile");
    Objects.requireNonNull(connectTimeout, "connectTimeout");
    Objects.requireNonNull(keepAlive, "keepAlive");
  }

  /** Straight to the vendor, with the usual times. */
  public static Network standard() {
    return new Network(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
