package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.RateLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of one limiter, all in one slot of a cluster. What is held of a limit stands under its
 * period, so that processes with other numbers for the same period count together.
 */
record LimiterKeys(String state, String line, String due, List<String> held) {
  static LimiterKeys of(String prefix, String key, RateLimits limits) {
    String base = prefix + ":{" + key + "}:";
    return new LimiterKeys(
        base + "state",
        base + "line",
        base + "due",
        limits.all().stream().map(limit -> base + "held:" + limit.period().toMillis()).toList());
  }

  String[] all() {
    List<String> all = new ArrayList<>(List.of(state, line, due));
    all.addAll(held);
    return all.toArray(String[]::new);
  }

  /** Where the id of one who waits, or of a permit, can stand. */
  String[] places() {
    List<String> places = new ArrayList<>(List.of(line, due));
    places.addAll(held);
    return places.toArray(String[]::new);
  }

  String[] leases() {
    return held.toArray(String[]::new);
  }

  String[] stateAndLeases() {
    List<String> keys = new ArrayList<>(List.of(state));
    keys.addAll(held);
    return keys.toArray(String[]::new);
  }

  String[] stateAnd(String lease) {
    return new String[] {state, lease};
  }

  String[] stateAlone() {
    return new String[] {state};
  }
}
