package io.telproof.client.internal.config;

import io.telproof.spi.AccountLimits;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The block {@code limits} of one provider: what its account is allowed, where that is not what the
 * module takes for granted. It is read before the provider is opened, and held against what the
 * provider offers afterwards: nobody else knows which names can stand in it.
 */
public final class LimitsBlock {
  /** The key of the block. */
  public static final String KEY = "limits";

  private static final String RATE = "rate";
  private static final String TRAVEL = "travel";

  private static final String STANDARD_TRAVEL = RateLimits.STANDARD_TRAVEL.toMillis() + "ms";

  /** What blocks of limits are called elsewhere. */
  private static final Set<String> OTHER_NAMES =
      Set.of("limit", "quota", "quotas", "rate-limit", "rate-limits", "rates");

  /** Limits as in a list without its brackets. */
  private static final Pattern SEVERAL =
      Pattern.compile("\\s*[0-9]{1,9}/[a-z]{1,6}(?:\\s*,\\s*[0-9]{1,9}/[a-z]{1,6})+,?\\s*");

  private static final String ONE_OR_MORE =
      "expected a limit, as in 25/s, or a list of limits, as in [25/s, 10000/day]";

  private final ConfigSection provider;

  /** Empty where the provider has no such block. */
  private final Optional<ConfigSection> block;

  private final AccountLimits limits;

  private LimitsBlock(ConfigSection provider, Optional<ConfigSection> block, AccountLimits limits) {
    this.provider = provider;
    this.block = block;
    this.limits = limits;
  }

  /**
   * Whether what stands at a key can only be a limit of an account: its name is a check, or its
   * value is a rate, a list of rates, or a block with a rate or a travel.
   */
  static boolean isLimit(String key, ConfigSection block) {
    return CheckType.of(key).isPresent()
        || block.hasAll(key, LimitsBlock::isRate)
        || block.hasOneOf(key, List.of(RATE, TRAVEL));
  }

  private static boolean isRate(String text) {
    try {
      RateLimit unused = RateLimit.of(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Notes limits that stand beside the block, and a block of limits that is called otherwise.
   *
   * @param settings the keys of the provider's own settings, which may be called anything
   * @return the provider's block without them
   */
  public static ConfigSection withoutMisplaced(ConfigSection provider, Set<String> settings) {
    List<String> misplaced =
        provider.keys().stream()
            .filter(key -> !settings.contains(key) && !key.equals(KEY))
            .filter(key -> OTHER_NAMES.contains(key) || isLimit(key, provider))
            .toList();
    for (String key : misplaced) {
      provider.problem(
          key,
          OTHER_NAMES.contains(key)
              ? "unknown key; did you mean limits? It says what the account is allowed"
              : "is a limit of this account; put it into limits { " + key + " = … }");
    }
    return provider.without(misplaced);
  }

  /** Reads the block of a provider; empty, and noted, where something in it is wrong. */
  public static Optional<LimitsBlock> of(ConfigSection provider) {
    return provider.has(KEY)
        ? provider.section(KEY).flatMap(block -> read(provider, block))
        : Optional.of(new LimitsBlock(provider, Optional.empty(), AccountLimits.NONE));
  }

  private static Optional<LimitsBlock> read(ConfigSection provider, ConfigSection block) {
    Map<String, RateLimits> byName = new LinkedHashMap<>();
    Map<String, Duration> travels = new LinkedHashMap<>();
    boolean good = true;
    for (String key : block.keys()) {
      block.known(key);
      good &=
          block.isBlock(key)
              ? block.section(key).filter(each -> read(key, each, byName, travels)).isPresent()
              : rate(key, block, ONE_OR_MORE + ", or a block with rate or travel")
                  .map(rate -> byName.put(key, rate) == null)
                  .orElse(false);
    }
    return good
        ? Optional.of(
            new LimitsBlock(provider, Optional.of(block), new AccountLimits(byName, travels)))
        : Optional.empty();
  }

  /** A block that says more; whether it is in order. */
  private static boolean read(
      String key,
      ConfigSection block,
      Map<String, RateLimits> byName,
      Map<String, Duration> travels) {
    block.allow(List.of(RATE, TRAVEL));
    if (block.keys().isEmpty()) {
      block.problem("is empty; give it rate, travel or both");
      return false;
    }
    boolean good = true;
    if (block.has(RATE)) {
      Optional<RateLimits> rate = rate(RATE, block, ONE_OR_MORE);
      rate.ifPresent(each -> byName.put(key, each));
      good = rate.isPresent();
    }
    if (block.has(TRAVEL)) {
      Optional<Duration> travel =
          SettingsBinder.component(
              Duration.class,
              TRAVEL,
              block,
              each -> !each.isNegative() && each.compareTo(RateLimits.LONGEST_TRAVEL) <= 0,
              "must be 0 to 10 seconds");
      travel.ifPresent(each -> travels.put(key, each));
      good &= travel.isPresent();
    }
    return good;
  }

  private static Optional<RateLimits> rate(String key, ConfigSection block, String otherwise) {
    return block.texts(key, SEVERAL, otherwise).flatMap(texts -> rate(key, block, texts));
  }

  private static Optional<RateLimits> rate(String key, ConfigSection block, List<String> texts) {
    try {
      texts.forEach(text -> SecretText.checkVariable(text, false));
      RateLimits limits =
          RateLimits.of(texts.stream().map(RateLimit::of).toArray(RateLimit[]::new));
      block.accepted(key, limits.toString());
      return Optional.of(limits);
    } catch (IllegalArgumentException e) {
      block.problem(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** What it says. */
  public AccountLimits limits() {
    return limits;
  }

  /**
   * Notes every name that is nothing of what the provider offers, and every operation that two
   * names speak of; and, where there is none, what holds although the block does not say so, and
   * what is to be known of the limits in force.
   *
   * @param module where the limits of the offers come from, in words
   * @param about what is to be known of limits, where there is anything
   * @return whether there is none
   */
  public boolean matches(
      String name,
      List<Offer> offers,
      String module,
      Function<RateLimits, Optional<String>> about) {
    boolean good = true;
    for (String key : block.map(ConfigSection::keys).orElse(List.of())) {
      Optional<String> wrong = wrong(key, name, offers);
      wrong.ifPresent(says -> block.orElseThrow().problem(key, says));
      good &= wrong.isEmpty();
    }
    if (good) {
      offers.forEach(offer -> inForce(offer, offers, module, about.apply(limits.of(offer))));
      if (offers.stream().anyMatch(offer -> hasStandardTravel(offer, offers))) {
        provider.inForce(KEY + ".*." + TRAVEL, STANDARD_TRAVEL, Place.REFERENCE);
      }
    }
    return good;
  }

  /** Notes the module's own number, where the block has none in its place, and what is to know. */
  private void inForce(Offer offer, List<Offer> offers, String module, Optional<String> note) {
    Optional<String> key = key(offer.operation(), offers);
    Optional<String> said = key.filter(limits.byName()::containsKey);
    if (said.isPresent()) {
      note.ifPresent(says -> noteSaid(said.get(), says));
      return;
    }
    String word =
        operations(offer.check().key(), offers) == 1 ? offer.check().key() : offer.operation();
    String path = KEY + "." + key.map(each -> each + "." + RATE).orElse(word);
    provider.inForce(path, offer.limits().toString(), module);
    note.ifPresent(says -> provider.note(path, module, says));
  }

  private void noteSaid(String key, String says) {
    ConfigSection section = block.orElseThrow();
    if (section.isBlock(key)) {
      section.section(key).orElseThrow().note(RATE, says);
    } else {
      section.note(key, says);
    }
  }

  /** Another travel is shown with what it belongs to. */
  private boolean hasStandardTravel(Offer offer, List<Offer> offers) {
    return limits.of(offer).travel().equals(RateLimits.STANDARD_TRAVEL)
        && key(offer.operation(), offers).filter(limits.travel()::containsKey).isEmpty();
  }

  private Optional<String> wrong(String key, String name, List<Offer> offers) {
    if (CheckType.of(key).isPresent()) {
      return offers.stream().anyMatch(offer -> offer.check().key().equals(key))
          ? Optional.empty()
          : Optional.of(name + " does not offer " + key + "; it offers " + sold(offers));
    }
    List<String> checks =
        offers.stream()
            .filter(offer -> offer.operation().equals(key))
            .map(offer -> offer.check().key())
            .toList();
    if (checks.isEmpty()) {
      return Optional.of(
          "unknown key; "
              + Suggestions.to(key, names(offers))
                  .map(nearest -> "did you mean " + nearest + "?")
                  .orElseGet(
                      () ->
                          "a key is a check or an operation, and "
                              + name
                              + " offers "
                              + sold(offers)));
    }
    return checks.stream()
        .filter(check -> block.orElseThrow().has(check) && operations(check, offers) == 1)
        .findFirst()
        .map(check -> "is the operation of " + check + ", which has a limit here too; give one");
  }

  /** Where a check has several operations, the limit of one can be said beside that of all. */
  private static long operations(String check, List<Offer> offers) {
    return offers.stream().filter(offer -> offer.check().key().equals(check)).count();
  }

  private static List<String> names(List<Offer> offers) {
    return offers.stream()
        .flatMap(offer -> Stream.of(offer.check().key(), offer.operation()))
        .toList();
  }

  private static String sold(List<Offer> offers) {
    return offers.isEmpty()
        ? "nothing"
        : offers.stream()
            .map(offer -> offer.check().key() + " (" + offer.operation() + ")")
            .collect(Collectors.joining(", "));
  }

  /**
   * Notes that an operation has another limit where the same account goes by another name.
   *
   * @param here what is said here
   * @param there what is said there, by whom
   */
  public void contradicts(String operation, List<Offer> offers, RateLimits here, String there) {
    String says =
        operation
            + " is limited to "
            + here
            + " here and to "
            + there
            + ", and the vendor counts both together; say the same in both";
    Optional<String> key = key(operation, offers);
    key.ifPresentOrElse(
        each -> block.orElseThrow().problem(each, says), () -> provider.problem(KEY, says));
  }

  /** Where it is said what limits an operation, in words. */
  public String where(String operation, List<Offer> offers) {
    return key(operation, offers)
        .map(each -> block.orElseThrow().where(each))
        .orElse("by its module");
  }

  /** Under which name an operation is limited here. */
  private Optional<String> key(String operation, List<Offer> offers) {
    return Stream.concat(
            Stream.of(operation),
            offers.stream()
                .filter(offer -> offer.operation().equals(operation))
                .map(offer -> offer.check().key()))
        .filter(each -> block.filter(section -> section.has(each)).isPresent())
        .findFirst();
  }
}
