package io.telproof.ledger.jdbc;

import io.telproof.spi.ledger.Intent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Intents of which it is not known whether they are in the table: their writing failed on the way.
 * Keeps the youngest ones. Thread-safe.
 */
final class UncertainIntents {
  private static final int MOST = 10_000;

  private final Map<String, Intent> intents = new LinkedHashMap<>();

  synchronized void add(Intent intent) {
    if (intents.size() == MOST) {
      intents.remove(intents.keySet().iterator().next());
    }
    intents.put(intent.id(), intent);
  }

  synchronized Optional<Intent> of(String id) {
    return Optional.ofNullable(intents.get(id));
  }

  synchronized List<Intent> under(QuestionKey key) {
    return intents.values().stream()
        .filter(intent -> intent.key().filter(key.text()::equals).isPresent())
        .toList();
  }

  synchronized void remove(String id) {
    intents.remove(id);
  }
}
