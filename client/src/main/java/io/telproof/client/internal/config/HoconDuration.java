package io.telproof.client.internal.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a duration as HOCON writes it: {@code 2s}, {@code 500ms}, {@code 1 minute}. A number
 * without a unit, which HOCON takes for milliseconds, is refused: who writes 30 means seconds.
 */
final class HoconDuration {
  private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9.eE+-]+\\s*");

  /** Longer ones are no durations, and may be anything: they are not repeated. */
  private static final int LONGEST = 6;

  private HoconDuration() {}

  static Duration parse(String text) {
    if (NUMBER.matcher(text).matches()) {
      String number = text.strip();
      throw new IllegalArgumentException(
          number.length() > LONGEST
              ? "has no unit; expected a duration, as in 2s or 500ms"
              : "has no unit; write "
                  + number
                  + "s for seconds or "
                  + number
                  + "ms for milliseconds");
    }
    try {
      return ConfigFactory.parseMap(Map.of("it", text)).getDuration("it");
    } catch (ConfigException e) {
      throw new IllegalArgumentException("expected a duration, as in 2s or 500ms", e);
    }
  }
}
