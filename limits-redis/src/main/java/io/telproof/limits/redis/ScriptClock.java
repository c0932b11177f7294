package io.telproof.limits.redis;

import io.telproof.spi.time.Time;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the scripts go by. */
@FunctionalInterface
interface ScriptClock {
  /** Redis' own, which all processes have in common. */
  ScriptClock REDIS = () -> "";

  /** Microseconds, or nothing where Redis' own clock counts. */
  String micros();

  /** The wall clock of a time that is moved by hand. */
  static ScriptClock of(Time time) {
    return () -> String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, time.now()));
  }
}
