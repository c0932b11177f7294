package io.telproof.client.internal.ledger;

import io.telproof.Sensitive;
import io.telproof.client.internal.config.ConfigSection;
import io.telproof.client.internal.config.HashKey;
import io.telproof.client.internal.config.Modules;
import io.telproof.client.internal.config.SettingsBinder;
import io.telproof.client.internal.config.Suggestions;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerFactory;
import io.telproof.spi.time.Time;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a configuration says of the ledger, and the ledger itself.
 *
 * @param ledger where questions are written; empty where they are not, or where nothing is opened
 * @param required whether a question is sent only where its intent is written
 * @param fingerprint what stands for a number and for an idempotency key
 * @param answers the seal of answers that are kept; empty where only their receipts are
 */
public record LedgerSettings(
    Optional<OpenLedger> ledger,
    boolean required,
    Fingerprint fingerprint,
    Optional<AnswerSeal> answers) {
  static final String KEPT = "kept";
  private static final String REQUIRED = "required";
  private static final String HASH_KEY = "hash-key";
  private static final String ANSWERS = "answers";
  static final String NONE = "none";
  static final Set<String> OURS = Set.of(KEPT, REQUIRED, HASH_KEY, ANSWERS);

  /** The keepers of this project, and where each is found. */
  private static final Map<String, String> ARTIFACTS =
      Map.of("file", "io.telproof:telproof-ledger", "jdbc", "io.telproof:telproof-ledger-jdbc");

  /**
   * Reads them and opens the ledger. Where something is wrong it is noted, and there is no ledger.
   *
   * @param block the block; empty where it could not be read
   * @param given the application's own ledger, in the place of the one that the block names
   * @param used whether anything will be written: a ledger that is only looked at is not opened
   */
  public static LedgerSettings of(
      Optional<ConfigSection> block,
      Modules<LedgerFactory<?>> modules,
      Optional<Ledger> given,
      Time time,
      boolean used) {
    Optional<Ledger> opened =
        block.flatMap(each -> chosen(each, modules, given, time, used && given.isEmpty()));
    return new LedgerSettings(
        given.or(() -> opened).map(OpenLedger::new),
        block.flatMap(each -> SettingsBinder.component(Boolean.class, REQUIRED, each)).orElse(true),
        block.flatMap(LedgerSettings::hashKey).map(Fingerprint::of).orElseGet(Fingerprint::random),
        block
            .flatMap(each -> each.section(ANSWERS))
            .flatMap(each -> SettingsBinder.bind(AnswerSettings.class, each))
            .flatMap(AnswerSettings::seal));
  }

  /** The attempts that are written; empty where there is no ledger. */
  public Optional<LedgerAttempts> attempts(Time time) {
    return ledger.map(open -> new LedgerAttempts(open, required, fingerprint, time));
  }

  private static Optional<Sensitive> hashKey(ConfigSection block) {
    return block.has(HASH_KEY)
        ? SettingsBinder.component(
            Sensitive.class, HASH_KEY, block, HashKey::isLongEnough, HashKey.TOO_SHORT)
        : Optional.empty();
  }

  private static void needsHashKey(ConfigSection block) {
    if (!block.has(HASH_KEY)) {
      block.problem(
          HASH_KEY,
          "is missing: a ledger holds a hash under this key in the place of a number; say 16"
              + " characters or more, the same wherever the ledger is written");
    }
  }

  private static Optional<Ledger> chosen(
      ConfigSection block,
      Modules<LedgerFactory<?>> modules,
      Optional<Ledger> given,
      Time time,
      boolean opening) {
    Optional<String> kept = block.text(KEPT);
    if (given.isPresent() || !kept.orElse(NONE).equals(NONE)) {
      needsHashKey(block);
    }
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    if (kept.get().equals(NONE)) {
      block.accepted(KEPT, NONE);
      withoutKeeper(block, modules);
      return Optional.empty();
    }
    if (modules.of(kept.get()).isEmpty()) {
      unknown(block, kept.get(), modules);
      return Optional.empty();
    }
    return modules.use(kept.get(), block, KEPT, factory -> opened(factory, block, time, opening));
  }

  /** A setting of a keeper where none is chosen forgets to say which. */
  private static void withoutKeeper(ConfigSection block, Modules<LedgerFactory<?>> modules) {
    Map<String, String> words = new HashMap<>();
    for (String word : modules.words()) {
      for (LedgerFactory<?> factory : modules.of(word)) {
        SettingsBinder.keys(factory.settings())
            .forEach(key -> words.merge(key, word, (one, other) -> one + " or " + other));
      }
    }
    List<String> said =
        block.keys().stream().filter(key -> !OURS.contains(key) && words.containsKey(key)).toList();
    said.forEach(
        key ->
            block.problem(
                key,
                "belongs to kept = "
                    + words.get(key)
                    + ", and kept is none"
                    + (block.isDefault(KEPT) ? " unless said" : "")
                    + "; say kept = "
                    + words.get(key)
                    + ", or leave it out"));
    block.without(said).allow(OURS);
  }

  static void unknown(ConfigSection block, String kept, Modules<LedgerFactory<?>> modules) {
    Set<String> words = new LinkedHashSet<>(List.of(NONE, "file", "jdbc"));
    words.addAll(modules.words());
    Optional<String> meant = Suggestions.to(kept, words).filter(word -> !word.equals(kept));
    if (meant.isPresent() && !words.contains(kept)) {
      block.problem(KEPT, "nothing keeps a ledger so; did you mean " + meant.get() + "?");
      return;
    }
    String there =
        modules.words().isEmpty() ? NONE : NONE + " or " + String.join(" or ", modules.words());
    block.mayBe(
        KEPT,
        "expected "
            + there
            + "; nothing else that keeps a ledger is on the class path"
            + Optional.ofNullable(ARTIFACTS.get(kept))
                .map(artifact -> "; " + kept + " needs " + artifact)
                .orElse(""),
        "no module that keeps a ledger so is known here, and nothing else in this block was looked"
            + " at: right only where the application has one; known here: "
            + there);
  }

  private static <S extends Record> Optional<Ledger> opened(
      LedgerFactory<S> factory, ConfigSection block, Time time, boolean opening) {
    Optional<S> settings = SettingsBinder.bind(factory.settings(), block, OURS, Map.of(), false);
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    inForce(factory, block);
    try {
      return opening ? Optional.of(factory.open(settings.get(), time)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      SettingsBinder.refused(factory.settings(), e, block);
    } catch (LedgerException e) {
      block.problem(KEPT, "the ledger cannot be opened: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** Notes what the module takes where nothing is said, in the order of its settings. */
  private static void inForce(LedgerFactory<?> factory, ConfigSection block) {
    Map<String, String> defaults = factory.defaults();
    SettingsBinder.keys(factory.settings()).stream()
        .filter(key -> defaults.containsKey(key) && !block.has(key))
        .forEach(
            key ->
                block.inForce(key, String.valueOf(defaults.get(key)), "module " + factory.kept()));
  }
}
