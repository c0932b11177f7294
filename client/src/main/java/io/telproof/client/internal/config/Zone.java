package io.telproof.client.internal.config;

import java.time.DateTimeException;
import java.time.ZoneId;

/** A time zone as a setting. */
public record Zone(ZoneId id) {
  /**
   * A zone from its name, as in {@code Asia/Shanghai}.
   *
   * @throws IllegalArgumentException if there is no such zone
   */
  public static Zone of(String text) {
    try {
      return new Zone(ZoneId.of(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected a time zone, as in Asia/Shanghai or UTC", e);
    }
  }

  @Override
  public String toString() {
    return id.getId();
  }
}
