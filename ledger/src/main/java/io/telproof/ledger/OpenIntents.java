package io.telproof.ledger;

import io.telproof.spi.ledger.Intent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The intents without an end, which are few. For one thread at a time. */
final class OpenIntents {
  /**
   * One of them.
   *
   * @param address where its record is
   * @param owned whether this owner wrote it
   */
  record OpenIntent(Intent intent, long address, boolean owned) {}

  private static final Comparator<OpenIntent> OLDEST_FIRST =
      Comparator.comparing((OpenIntent each) -> each.intent().at())
          .thenComparingLong(OpenIntent::address);

  private final Map<String, OpenIntent> byId = new HashMap<>();
  private final Map<String, List<OpenIntent>> byKey = new HashMap<>();

  void add(Intent intent, long address, boolean owned) {
    OpenIntent open = new OpenIntent(intent, address, owned);
    byId.put(intent.id(), open);
    intent
        .key()
        .map(ApplicationKey::of)
        .ifPresent(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>(1)).add(open));
  }

  Optional<OpenIntent> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  void remove(OpenIntent open) {
    byId.remove(open.intent().id());
    open.intent()
        .key()
        .map(ApplicationKey::of)
        .ifPresent(
            key ->
                byKey.computeIfPresent(
                    key,
                    (same, all) -> {
                      all.remove(open);
                      return all.isEmpty() ? null : all;
                    }));
  }

  /** Those that were asked under the application's key, whatever the question, the oldest first. */
  List<Intent> underKey(String key) {
    return byKey.getOrDefault(ApplicationKey.of(key), List.of()).stream()
        .sorted(OLDEST_FIRST)
        .map(OpenIntent::intent)
        .toList();
  }

  /** Those of owners that have ended, the oldest first. */
  List<Intent> inDoubt() {
    return byId.values().stream()
        .filter(each -> !each.owned())
        .sorted(OLDEST_FIRST)
        .map(OpenIntent::intent)
        .toList();
  }

  Collection<OpenIntent> all() {
    return byId.values();
  }
}
