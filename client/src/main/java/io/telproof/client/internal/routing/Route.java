package io.telproof.client.internal.routing;

import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked for a check.
 *
 * @param providers in the order in which they are asked; one or more
 * @param shadow who is asked beside them; not the first of them
 * @param maxWait how long a permit is worth waiting for before the next one is asked; empty where
 *     nothing is said
 * @param where the file and line that say so
 */
public record Route(
    CheckType check,
    List<String> providers,
    Optional<ShadowRoute> shadow,
    Optional<Duration> maxWait,
    String where) {
  public Route {
    providers = List.copyOf(providers);
  }

  /** A route of which nothing more is said. */
  static Route of(CheckType check, List<String> providers, String where) {
    return new Route(check, providers, Optional.empty(), Optional.empty(), where);
  }

  /** Who is asked first. */
  public String first() {
    return providers.get(0);
  }

  /** Whether this provider is both on the route and the shadow of the first one. */
  public boolean isOwnShadow(String provider) {
    return providers.contains(provider)
        && shadow.filter(beside -> beside.provider().equals(provider)).isPresent();
  }

  /**
   * Whether the shadow may be asked beside an answer. One that is on the route itself is asked
   * beside the first provider alone: where that one did not answer, it was asked already, or its
   * turn had come.
   */
  public boolean compares(Receipt answered) {
    return shadow.isPresent()
        && (!isOwnShadow(shadow.get().provider()) || answered.provider().equals(first()));
  }

  @Override
  public String toString() {
    return String.join(", then ", providers)
        + shadow
            .map(
                beside ->
                    "; beside "
                        + (isOwnShadow(beside.provider()) ? first() : "them")
                        + " "
                        + beside)
            .orElse("");
  }
}
