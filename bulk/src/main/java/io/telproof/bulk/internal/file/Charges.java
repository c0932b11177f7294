package io.telproof.bulk.internal.file;

import io.telproof.Charge;
import java.util.EnumMap;
import java.util.Map;

/** Counts of charges: a map with a count for each. */
public final class Charges {
  private Charges() {}

  public static Map<Charge, Long> none() {
    Map<Charge, Long> counts = new EnumMap<>(Charge.class);
    for (Charge charge : Charge.values()) {
      counts.put(charge, 0L);
    }
    return counts;
  }

  public static void add(Map<Charge, Long> counts, Charge charge) {
    counts.merge(charge, 1L, Long::sum);
  }

  public static void addAll(Map<Charge, Long> counts, Map<Charge, Long> others) {
    others.forEach((charge, count) -> counts.merge(charge, count, Long::sum));
  }

  /** How many may have cost something. */
  public static long notFree(Map<Charge, Long> counts) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() != Charge.FREE)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
