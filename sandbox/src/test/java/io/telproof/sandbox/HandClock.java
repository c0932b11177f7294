package io.telproof.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves by hand. */
public final class HandClock implements InstantSource {

  private volatile Instant now;

  public HandClock(String instant) {
    now = Instant.parse(instant);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Called by the test's own thread alone. */
  public void advance(Duration duration) {
    now = now.plus(duration);
  }
}
