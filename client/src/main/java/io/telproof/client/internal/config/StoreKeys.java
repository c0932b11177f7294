package io.telproof.client.internal.config;

import io.telproof.spi.ratelimit.LimitStoreFactory;
import java.util.HashMap;
import java.util.Map;

/** The keys of the stores that are there, each with the word of its store. */
final class StoreKeys {
  /** What nobody writes for another store, also where its module was forgotten. */
  private static final Map<String, String> KNOWN = Map.of("url", "redis");

  private StoreKeys() {}

  static Map<String, String> of(Modules<LimitStoreFactory<?>> modules) {
    Map<String, String> words = new HashMap<>(KNOWN);
    for (String word : modules.words()) {
      for (LimitStoreFactory<?> factory : modules.of(word)) {
        SettingsBinder.keys(factory.settings()).forEach(key -> words.put(key, word));
      }
    }
    return words;
  }
}
