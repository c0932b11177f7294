package io.telproof.sandbox.alibaba;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The nonces that were used while a request of their time could still be accepted: fifteen minutes
 * either way. Thread-safe.
 */
final class Nonces {

  private static final Duration KEPT = Duration.ofMinutes(30);

  private final Map<String, Instant> used = new LinkedHashMap<>();

  /** Whether this one is used for the first time, which it is from now on. */
  synchronized boolean first(String nonce, Instant now) {
    Iterator<Instant> oldest = used.values().iterator();
    while (oldest.hasNext() && oldest.next().plus(KEPT).isBefore(now)) {
      oldest.remove();
    }
    return used.putIfAbsent(nonce, now) == null;
  }
}
