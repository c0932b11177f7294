package io.telproof.sandbox.camara;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ids of the JWTs that were used and could still be accepted. Thread-safe. */
final class UsedIds {

  private final Map<String, Instant> used = new LinkedHashMap<>();

  /** Whether this one is used for the first time, which it is from now on. */
  synchronized boolean first(String id, Instant now) {
    Iterator<Instant> oldest = used.values().iterator();
    while (oldest.hasNext() && oldest.next().plus(Assertions.LONGEST).isBefore(now)) {
      oldest.remove();
    }
    return used.putIfAbsent(id, now) == null;
  }
}
