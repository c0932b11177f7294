package io.telproof.client.internal.routing;

import io.telproof.spi.CheckType;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked for a check.
 *
 * @param providers in the order in which they are asked; one or more
 * @param shadow who is asked beside them
 * @param where the file and line that say so
 */
public record Route(
    CheckType check, List<String> providers, Optional<ShadowRoute> shadow, String where) {
  public Route {
    providers = List.copyOf(providers);
  }

  @Override
  public String toString() {
    return String.join(", then ", providers)
        + shadow.map(beside -> "; beside them " + beside).orElse("");
  }
}
