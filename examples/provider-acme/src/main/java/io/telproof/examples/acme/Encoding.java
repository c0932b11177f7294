package io.telproof.examples.acme;

import io.telproof.spi.ProviderEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Writes other fields than were asked. */
final class Encoding extends AcmeApi {
  private final Consumer<Map<String, Object>> change;

  Encoding(
      String provider,
      AcmeSettings settings,
      ProviderEnvironment environment,
      Consumer<Map<String, Object>> change) {
    super(provider, settings, environment);
    this.change = change;
  }

  @Override
  byte[] encode(Map<String, ?> fields) {
    Map<String, Object> changed = new LinkedHashMap<>(fields);
    change.accept(changed);
    return super.encode(changed);
  }
}
