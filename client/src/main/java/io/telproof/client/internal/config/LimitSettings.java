package io.telproof.client.internal.config;

import io.telproof.Sensitive;
import io.telproof.spi.ratelimit.LimitStore;
import io.telproof.spi.ratelimit.LimitStoreEnvironment;
import io.telproof.spi.ratelimit.LimitStoreFactory;
import io.telproof.spi.ratelimit.RateLimits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a configuration says of where limits are kept.
 *
 * @param store where
 * @param hashKey the key of the hash that stands for a number which a vendor refuses; empty for a
 *     random one of this process
 * @param about what is to be known of limits that are kept there, where there is anything
 */
public record LimitSettings(
    LimitStore store, Optional<Sensitive> hashKey, Function<RateLimits, Optional<String>> about) {
  private static final String KEPT = "kept";
  private static final String HASH_KEY = "hash-key";
  private static final String LOCAL = "local";
  private static final Set<String> OURS = Set.of(KEPT, HASH_KEY);

  /**
   * Reads them and opens the store. Where something is wrong it is noted, and the store is that of
   * this process, so that the rest can be looked at.
   *
   * @param limits the block; empty where it could not be read
   * @param used whether anything will be kept: a store that is only looked at is not opened,
   *     because it would be reached for
   */
  public static LimitSettings of(
      Optional<ConfigSection> limits,
      Modules<LimitStoreFactory<?>> modules,
      LimitStoreEnvironment environment,
      boolean used) {
    Optional<Choice> choice = limits.flatMap(block -> chosen(block, modules, environment, used));
    return new LimitSettings(
        choice.flatMap(Choice::store).orElseGet(() -> LimitStore.local(environment.time())),
        limits.flatMap(LimitSettings::hashKey),
        choice
            .<Function<RateLimits, Optional<String>>>map(Choice::about)
            .orElse(none -> Optional.empty()));
  }

  /** A store of a module, which is not open where it is only looked at. */
  private record Choice(Optional<LimitStore> store, Function<RateLimits, Optional<String>> about) {}

  private static Optional<Sensitive> hashKey(ConfigSection block) {
    return block.has(HASH_KEY)
        ? SettingsBinder.component(
            Sensitive.class, HASH_KEY, block, HashKey::isLongEnough, HashKey.TOO_SHORT)
        : Optional.empty();
  }

  private static Optional<Choice> chosen(
      ConfigSection block,
      Modules<LimitStoreFactory<?>> modules,
      LimitStoreEnvironment environment,
      boolean used) {
    return chosenStore(block.without(ofAccounts(block, modules)), modules, environment, used);
  }

  /** Notes limits of a vendor's account that stand here; their keys. */
  private static List<String> ofAccounts(
      ConfigSection block, Modules<LimitStoreFactory<?>> modules) {
    Set<String> ours = new LinkedHashSet<>(OURS);
    ours.addAll(StoreKeys.of(modules).keySet());
    List<String> misplaced =
        block.keys().stream()
            .filter(key -> !ours.contains(key) && LimitsBlock.isLimit(key, block))
            .toList();
    misplaced.forEach(
        key ->
            block.problem(
                key,
                "is a limit of one vendor's account; say it there: providers.NAME.limits { "
                    + key
                    + " = … }"));
    return misplaced;
  }

  /** Of this process everything is known; a key of another store forgets to say which. */
  private static void ofThisProcess(ConfigSection block, Modules<LimitStoreFactory<?>> modules) {
    Map<String, String> elsewhere = StoreKeys.of(modules);
    List<String> said =
        block.keys().stream()
            .filter(key -> !OURS.contains(key) && elsewhere.containsKey(key))
            .toList();
    said.forEach(
        key ->
            block.problem(
                key,
                "belongs to kept = "
                    + elsewhere.get(key)
                    + ", and kept is local"
                    + (block.isDefault(KEPT) ? " unless said" : "")
                    + "; say kept = "
                    + elsewhere.get(key)
                    + ", or leave it out"));
    block.without(said).allow(OURS);
  }

  private static Optional<Choice> chosenStore(
      ConfigSection block,
      Modules<LimitStoreFactory<?>> modules,
      LimitStoreEnvironment environment,
      boolean used) {
    Optional<String> kept = block.text(KEPT);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    if (kept.get().equals(LOCAL)) {
      block.accepted(KEPT, LOCAL);
      ofThisProcess(block, modules);
      return Optional.empty();
    }
    if (modules.of(kept.get()).isEmpty()) {
      unknown(block, kept.get(), modules);
      return Optional.empty();
    }
    return modules.use(
        kept.get(), block, KEPT, factory -> chosen(factory, block, environment, used));
  }

  private static void unknown(
      ConfigSection block, String kept, Modules<LimitStoreFactory<?>> modules) {
    Set<String> words = new LinkedHashSet<>(List.of(LOCAL, "redis"));
    words.addAll(modules.words());
    Optional<String> meant = Suggestions.to(kept, words).filter(word -> !word.equals(kept));
    if (meant.isPresent()) {
      block.problem(KEPT, "nothing keeps limits so; did you mean " + meant.get() + "?");
      return;
    }
    String there =
        modules.words().isEmpty() ? LOCAL : LOCAL + " or " + String.join(" or ", modules.words());
    block.mayBe(
        KEPT,
        "expected "
            + there
            + "; nothing else that keeps limits is on the class path"
            + (kept.equals("redis") ? "; redis needs io.telproof:telproof-limits-redis" : ""),
        "no module that keeps limits so is known here, and nothing else in this block was looked"
            + " at: right only where the application has one; known here: "
            + there);
  }

  private static <S extends Record> Optional<Choice> chosen(
      LimitStoreFactory<S> factory,
      ConfigSection block,
      LimitStoreEnvironment environment,
      boolean used) {
    Optional<S> settings = SettingsBinder.bind(factory.settings(), block, OURS, Map.of(), false);
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    inForce(factory, block);
    try {
      return Optional.of(
          new Choice(
              used ? Optional.of(factory.open(settings.get(), environment)) : Optional.empty(),
              each -> factory.note(settings.get(), each)));
    } catch (IllegalArgumentException e) {
      SettingsBinder.refused(factory.settings(), e, block);
      return Optional.empty();
    }
  }

  /** Notes what the module takes where nothing is said, in the order of its settings. */
  private static void inForce(LimitStoreFactory<?> factory, ConfigSection block) {
    Map<String, String> defaults = factory.defaults();
    SettingsBinder.keys(factory.settings()).stream()
        .filter(key -> defaults.containsKey(key) && !block.has(key))
        .forEach(
            key ->
                block.inForce(key, String.valueOf(defaults.get(key)), "module " + factory.kept()));
  }
}
