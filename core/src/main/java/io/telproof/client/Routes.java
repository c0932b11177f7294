package io.telproof.client;

import io.telproof.spi.Capability;
import io.telproof.spi.VerificationProvider;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which provider is asked for each check. */
final class Routes {
  private final Map<Capability, VerificationProvider> chosen = new EnumMap<>(Capability.class);
  private final Collection<VerificationProvider> providers;

  private Routes(Collection<VerificationProvider> providers) {
    this.providers = providers;
  }

  /** The routes of a configuration; what is wrong with them is noted as problems. */
  static Routes of(
      Optional<Section> section, Map<String, VerificationProvider> open, Collection<String> named) {
    Routes routes = new Routes(open.values());
    section.ifPresent(block -> routes.read(block, open, named));
    return routes;
  }

  private void read(
      Section block, Map<String, VerificationProvider> open, Collection<String> named) {
    block.allow(Arrays.stream(Capability.values()).map(Capability::key).toList());
    for (Capability capability : Capability.values()) {
      block
          .texts(capability.key())
          .flatMap(names -> one(block, capability, names))
          .ifPresent(name -> choose(block, capability, name, open, named));
    }
  }

  private static Optional<String> one(Section block, Capability capability, List<String> names) {
    if (names.size() != 1) {
      block.problem(
          capability.key(), "a route takes exactly one provider, but has " + names.size());
      return Optional.empty();
    }
    return Optional.of(names.get(0));
  }

  private void choose(
      Section block,
      Capability capability,
      String name,
      Map<String, VerificationProvider> open,
      Collection<String> named) {
    VerificationProvider provider = open.get(name);
    if (provider != null && capability.offeredBy(provider)) {
      chosen.put(capability, provider);
    } else if (provider != null) {
      block.problem(
          capability.key(),
          name + " does not offer " + capability.key() + "; offered by: " + offering(capability));
    } else if (!named.contains(name)) {
      block.problem(
          capability.key(),
          "there is no provider " + name + "; configured: " + String.join(", ", named));
    }
    // Otherwise the provider's own block is wrong, and that has been said.
  }

  /**
   * The provider that is asked.
   *
   * @throws ConfigurationException if there is none, or more than one and no route
   */
  VerificationProvider provider(Capability capability) {
    VerificationProvider routed = chosen.get(capability);
    if (routed != null) {
      return routed;
    }
    List<VerificationProvider> able = providers.stream().filter(capability::offeredBy).toList();
    if (able.size() == 1) {
      return able.get(0);
    }
    String says =
        able.isEmpty()
            ? "no configured provider offers it"
            : "more than one provider offers it: "
                + offering(capability)
                + "; add the route that says which";
    throw new ConfigurationException(
        List.of(new Problem("telproof.routes." + capability.key(), "no route", says)));
  }

  private String offering(Capability capability) {
    String able =
        providers.stream()
            .filter(capability::offeredBy)
            .map(VerificationProvider::name)
            .collect(Collectors.joining(", "));
    return able.isEmpty() ? "no configured provider" : able;
  }
}
