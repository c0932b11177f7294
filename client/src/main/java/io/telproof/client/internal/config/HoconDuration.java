package io.telproof.client.internal.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;

/** Reads a duration as HOCON writes it: {@code 2s}, {@code 500ms}, {@code 1 minute}. */
final class HoconDuration {
  private HoconDuration() {}

  static Duration parse(String text) {
    try {
      return ConfigFactory.parseMap(Map.of("it", text)).getDuration("it");
    } catch (ConfigException e) {
      throw new IllegalArgumentException("expected a duration, as in 2s or 500ms", e);
    }
  }
}
