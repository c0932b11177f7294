package io.telproof.client.internal.routing;

import io.telproof.Check;
import io.telproof.client.ClientListener;
import io.telproof.client.CredentialsProvider;
import io.telproof.client.ExpiringCredentials;
import io.telproof.client.internal.config.ConfigSection;
import io.telproof.client.internal.config.LimitsBlock;
import io.telproof.client.internal.config.Modules;
import io.telproof.client.internal.config.SettingsBinder;
import io.telproof.client.internal.config.Suggestions;
import io.telproof.client.internal.credentials.RefreshingCredentials;
import io.telproof.client.internal.event.ObservedRateLimiters;
import io.telproof.spi.AccountLimits;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Network;
import io.telproof.spi.http.VendorProfile;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Opens the providers that a configuration names, with the modules that are there. */
public final class Providers {
  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Set<String> OURS = Set.of("type", "network", LimitsBlock.KEY);

  private final Modules<VerificationProviderFactory<?>> modules;
  private final Time time;
  private final CommonLimits limiters;
  private final Function<RateLimits, Optional<String>> aboutLimits;
  private final Optional<CredentialsSource> credentials;
  private final Optional<CredentialsProvider> credentialsProvider;
  private final ClientListener listener;
  private final Executor background;
  private final UnaryOperator<RateLimiters> beforeSending;
  private final Map<String, VerificationProvider> open = new LinkedHashMap<>();
  private final Set<String> unseen = new LinkedHashSet<>();
  private final Map<String, RefreshingCredentials> refreshing = new LinkedHashMap<>();
  private final Map<String, VendorProfile> profiles = new LinkedHashMap<>();
  private final Map<String, LimitsBlock> limits = new LinkedHashMap<>();
  private final Map<String, ObservedRateLimiters> observed = new LinkedHashMap<>();

  /**
   * The modules and the providers that an application has.
   *
   * @param aboutLimits what is to be known of limits where they are kept
   * @param credentials given to every provider in the place of its own
   * @param credentialsProvider asked for the credentials of each provider
   * @param modules the modules
   * @param given the providers that the application opened itself
   * @param background where credentials are fetched
   * @param beforeSending puts what is done between a permit and the sending around the limiters of
   *     a provider
   */
  public Providers(
      Time time,
      RateLimiters limiters,
      Function<RateLimits, Optional<String>> aboutLimits,
      Optional<CredentialsSource> credentials,
      Optional<CredentialsProvider> credentialsProvider,
      Modules<VerificationProviderFactory<?>> modules,
      List<VerificationProvider> given,
      ClientListener listener,
      Executor background,
      UnaryOperator<RateLimiters> beforeSending) {
    this.time = time;
    this.limiters = new CommonLimits(limiters);
    this.aboutLimits = aboutLimits;
    this.credentials = credentials;
    this.credentialsProvider = credentialsProvider;
    this.listener = listener;
    this.background = background;
    this.beforeSending = beforeSending;
    this.modules = modules;
    for (VerificationProvider provider : given) {
      if (open.put(provider.name(), provider) != null) {
        throw new IllegalStateException("two providers are called " + provider.name());
      }
    }
  }

  /** The providers that are open, by name. */
  public Map<String, VerificationProvider> open() {
    return open;
  }

  /** The providers of modules that only the application has, where it is judged from outside. */
  public Set<String> unseen() {
    return unseen;
  }

  /** Whether a provider is open and offers a check. */
  public boolean has(String provider, CheckType check) {
    return check(provider, check).isPresent();
  }

  /** The check of a provider; empty where it is not open or does not offer it. */
  public Optional<? extends Check<?, ?>> check(String provider, CheckType check) {
    return Optional.ofNullable(open.get(provider)).flatMap(check::of);
  }

  /**
   * Refuses the name of a provider that is not open.
   *
   * @throws IllegalArgumentException if there is none; names those that there are
   */
  public void required(String provider) {
    if (!open.containsKey(provider)) {
      throw new IllegalArgumentException(
          "there is no provider " + provider + "; configured: " + String.join(", ", open.keySet()));
    }
  }

  /** The credentials of a provider, where they can change. */
  public Optional<RefreshingCredentials> credentials(String provider) {
    return Optional.ofNullable(refreshing.get(provider));
  }

  /** What was learnt of a provider's vendor; empty for one that the application opened itself. */
  public Optional<VendorProfile> profile(String provider) {
    return Optional.ofNullable(profiles.get(provider));
  }

  /** What the configuration says of the limits of a provider's account. */
  public AccountLimits limits(String provider) {
    return Optional.ofNullable(limits.get(provider))
        .map(LimitsBlock::limits)
        .orElse(AccountLimits.NONE);
  }

  /** What a provider sells, at the limits that are in force; nothing where it is not open. */
  public List<Offer> offers(String provider) {
    AccountLimits configured = limits(provider);
    return Optional.ofNullable(open.get(provider)).stream()
        .flatMap(each -> each.offers().stream())
        .map(offer -> offer.withLimits(configured.of(offer)))
        .toList();
  }

  /** What is left now of each limit of an operation; empty where that cannot be told. */
  public Map<RateLimit, Integer> left(String provider, String operation) {
    return Optional.ofNullable(observed.get(provider))
        .flatMap(each -> each.opened(operation))
        .map(RateLimiter::left)
        .orElse(Map.of());
  }

  /** What a provider sells for a check, at the limits that are in force. */
  public CheckOffers offers(String provider, CheckType check) {
    return new CheckOffers(
        offers(provider).stream().filter(offer -> offer.check() == check).toList());
  }

  /**
   * The account that a provider asks an operation for, and the operation, as its limit is named:
   * whatever two providers are called, one account is one. The provider's own name stands in its
   * place where it has no such limit.
   */
  public String account(String provider, String operation) {
    return Optional.ofNullable(observed.get(provider))
        .flatMap(limits -> limits.key(operation))
        .orElse(provider);
  }

  /**
   * Whether a provider takes its permits from the limiters of this client, so that they tell when
   * something is about to be sent.
   */
  public boolean takesPermits(String provider) {
    return Optional.ofNullable(observed.get(provider))
        .filter(ObservedRateLimiters::isUsed)
        .isPresent();
  }

  /** Closes every provider and lets go of its keys. */
  public void close() {
    open.values().forEach(VerificationProvider::close);
    refreshing.values().forEach(RefreshingCredentials::close);
  }

  /** Opens every provider whose block is in order; the others are noted as problems. */
  public void open(ConfigSection section) {
    for (String name : section.keys()) {
      if (!NAME.matcher(name).matches()) {
        section.problem(
            name, "a provider's name is a lower-case letter, then letters, digits and hyphens");
      } else if (open.containsKey(name)) {
        section.problem(name, "the application gives a provider of this name itself");
        continue;
      }
      section
          .section(name)
          .flatMap(block -> open(name, block))
          .ifPresent(provider -> open.put(name, provider));
    }
  }

  private Optional<VerificationProvider> open(String name, ConfigSection block) {
    // Whatever the type is: what is wrong with the way to the vendor is said with the rest.
    Optional<Network> network =
        block.has("network")
            ? block.section("network").flatMap(each -> SettingsBinder.bind(Network.class, each))
            : Optional.of(Network.standard());
    Optional<LimitsBlock> said = LimitsBlock.of(block);
    if (!block.has("type")) {
      block.problem("type", "is missing; found on the class path: " + modules.inWords());
      return Optional.empty();
    }
    Optional<String> type = block.text("type");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (modules.of(type.get()).isEmpty()) {
      unknown(name, block, type.get());
      return Optional.empty();
    }
    return modules.use(
        type.get(), block, "type", factory -> open(factory, name, block, network, said));
  }

  private void unknown(String name, ConfigSection block, String type) {
    String wrong = "no module offers it; found on the class path: " + modules.inWords();
    Optional<String> meant = Suggestions.to(type, modules.words());
    if (meant.isPresent()) {
      block.problem("type", wrong + "; did you mean " + meant.get() + "?");
    } else if (block.mayBe(
        "type",
        wrong,
        "no module of this type is known here, and nothing in this block was looked at: right only"
            + " where the application has such a module of its own; known here: "
            + modules.inWords())) {
      unseen.add(name);
    }
  }

  private <S extends Record> Optional<VerificationProvider> open(
      VerificationProviderFactory<S> factory,
      String name,
      ConfigSection block,
      Optional<Network> network,
      Optional<LimitsBlock> said) {
    Optional<ExpiringCredentials> fetched = Optional.empty();
    boolean failed = false;
    try {
      fetched = credentialsProvider.flatMap(source -> source.credentials(name));
    } catch (RuntimeException e) {
      // What was thrown may quote a key: its class is all that can be told.
      block.problem(
          "the application's source of keys failed (" + e.getClass().getSimpleName() + ")");
      failed = true;
    }
    boolean credentialsElsewhere =
        failed
            || fetched.isPresent()
            || credentials.isPresent()
            || SettingsBinder.mayHaveKeysElsewhere(factory.settings(), block);
    Optional<S> settings =
        SettingsBinder.bind(
            factory.settings(),
            withoutMisplaced(factory, block),
            OURS,
            factory.renamed(),
            credentialsElsewhere);
    if (failed || settings.isEmpty() || network.isEmpty() || said.isEmpty()) {
      return Optional.empty();
    }
    VendorProfile profile = new VendorProfile(time);
    profiles.put(name, profile);
    refreshing(factory, name, block, settings.get(), fetched, profile)
        .ifPresent(each -> refreshing.put(name, each));
    Optional<CredentialsSource> source =
        credentials.or(() -> Optional.<CredentialsSource>ofNullable(refreshing.get(name)));
    CommonLimits.OfProvider account = limiters.of(name);
    ObservedRateLimiters watched = new ObservedRateLimiters(account, name, listener, time);
    limits.put(name, said.get());
    observed.put(name, watched);
    try {
      VerificationProvider provider =
          factory.open(
              name,
              settings.get(),
              new ProviderEnvironment(
                  time,
                  beforeSending.apply(watched),
                  source,
                  network.get(),
                  profile,
                  said.get().limits()));
      return agrees(provider, factory, said.get(), account.opened());
    } catch (IllegalArgumentException e) {
      SettingsBinder.refused(factory.settings(), e, block);
      return Optional.empty();
    }
  }

  private static ConfigSection withoutMisplaced(
      VerificationProviderFactory<?> factory, ConfigSection block) {
    Set<String> known = new LinkedHashSet<>(OURS);
    known.addAll(SettingsBinder.keys(factory.settings()));
    known.addAll(factory.renamed().keySet());
    return LimitsBlock.withoutMisplaced(block, known);
  }

  /** A provider, where its limits are about what it sells, and those of its account elsewhere. */
  private Optional<VerificationProvider> agrees(
      VerificationProvider provider,
      VerificationProviderFactory<?> factory,
      LimitsBlock said,
      List<CommonLimits.Conflict> conflicts) {
    List<Offer> offers = List.of();
    boolean good = false;
    try {
      offers = provider.offers();
      good = said.matches(provider.name(), offers, "module " + factory.type(), aboutLimits);
      for (CommonLimits.Conflict conflict : conflicts) {
        good = false;
        said.contradicts(
            conflict.operation(), offers, conflict.here(), there(conflict, provider, said, offers));
      }
    } finally {
      if (!good) {
        provider.close();
      }
    }
    return good ? Optional.of(provider) : Optional.empty();
  }

  /** What was said before of the account's limit, by whom and where. */
  private String there(
      CommonLimits.Conflict conflict,
      VerificationProvider provider,
      LimitsBlock said,
      List<Offer> offers) {
    String first = conflict.provider();
    boolean same = first.equals(provider.name());
    LimitsBlock block = same ? said : limits.getOrDefault(first, said);
    List<Offer> sold = same ? offers : offers(first);
    return conflict.there() + " by " + first + " (" + block.where(conflict.operation(), sold) + ")";
  }

  /** Keys that can change while the client is open: the application's, or those in files. */
  private <S extends Record> Optional<RefreshingCredentials> refreshing(
      VerificationProviderFactory<S> factory,
      String name,
      ConfigSection block,
      S settings,
      Optional<ExpiringCredentials> fetched,
      VendorProfile profile) {
    if (credentials.isPresent()) {
      return Optional.empty();
    }
    if (fetched.isPresent() && credentialsProvider.isPresent()) {
      return Optional.of(
          RefreshingCredentials.ofSource(
              name, credentialsProvider.get(), fetched.get(), profile, time, background));
    }
    Set<Path> files = block.secretFiles();
    Optional<Credentials> first =
        files.isEmpty() ? Optional.empty() : factory.credentials(settings);
    return first.map(
        each ->
            RefreshingCredentials.ofFiles(
                name,
                files,
                () -> reread(factory, block.again()),
                each,
                profile,
                time,
                background));
  }

  private static <S extends Record> Credentials reread(
      VerificationProviderFactory<S> factory, ConfigSection block) {
    return SettingsBinder.bind(factory.settings(), block, OURS, factory.renamed(), false)
        .flatMap(factory::credentials)
        .orElseThrow(() -> new IllegalStateException("the files do not hold usable keys"));
  }
}
