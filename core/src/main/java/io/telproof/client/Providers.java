package io.telproof.client;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Opens the providers that a configuration names, with the modules that are there. */
final class Providers {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private final Map<String, VerificationProviderFactory<?>> factories = new TreeMap<>();

  Providers(Iterable<? extends VerificationProviderFactory<?>> found) {
    for (VerificationProviderFactory<?> factory : found) {
      if (factories.put(factory.type(), factory) != null) {
        throw new IllegalStateException("two modules offer the type " + factory.type());
      }
    }
  }

  /** Opens every provider whose block is in order; the others are noted as problems. */
  Map<String, VerificationProvider> open(Section section, ProviderEnvironment environment) {
    Map<String, VerificationProvider> open = new LinkedHashMap<>();
    try {
      openAll(section, environment, open);
      return open;
    } catch (RuntimeException e) {
      // A module broke: nobody else will close what the others have opened.
      open.values().forEach(VerificationProvider::close);
      throw e;
    }
  }

  private void openAll(
      Section section, ProviderEnvironment environment, Map<String, VerificationProvider> open) {
    for (String name : section.keys()) {
      if (!NAME.matcher(name).matches()) {
        section.problem(
            name, "a provider's name is a lower-case letter, then letters, digits and hyphens");
      }
      section
          .section(name)
          .flatMap(block -> open(name, block, environment))
          .ifPresent(provider -> open.put(name, provider));
    }
  }

  private Optional<VerificationProvider> open(
      String name, Section block, ProviderEnvironment environment) {
    if (!block.has("type")) {
      block.problem("type", "is missing; found on the class path: " + types());
      return Optional.empty();
    }
    Optional<String> type = block.text("type");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    VerificationProviderFactory<?> factory = factories.get(type.get());
    if (factory == null) {
      String meant =
          Nearest.to(type.get(), factories.keySet())
              .map(t -> "; did you mean " + t + "?")
              .orElse("");
      block.problem("type", "no module offers it; found on the class path: " + types() + meant);
      return Optional.empty();
    }
    return open(factory, name, block, environment);
  }

  private String types() {
    return factories.isEmpty() ? "none" : String.join(", ", factories.keySet());
  }

  private static <S extends Record> Optional<VerificationProvider> open(
      VerificationProviderFactory<S> factory,
      String name,
      Section block,
      ProviderEnvironment environment) {
    Optional<S> settings = SettingsBinder.bind(factory.settings(), block);
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(factory.open(name, settings.get(), environment));
    } catch (IllegalArgumentException e) {
      block.problem("type", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
