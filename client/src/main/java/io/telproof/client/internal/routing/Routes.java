package io.telproof.client.internal.routing;

import io.telproof.client.ConfigurationException;
import io.telproof.client.Problem;
import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.client.internal.config.ConfigSection;
import io.telproof.client.internal.config.Percentage;
import io.telproof.client.internal.config.SettingsBinder;
import io.telproof.client.internal.config.Suggestions;
import io.telproof.spi.CheckType;
import io.telproof.spi.VerificationProvider;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which providers are asked for each check. */
public final class Routes {
  private final Map<CheckType, Route> configured = new EnumMap<>(CheckType.class);

  /** What is said of each route, also of one that cannot be used. */
  private final Map<CheckType, String> said = new EnumMap<>(CheckType.class);

  private final Set<CheckType> unusable = EnumSet.noneOf(CheckType.class);
  private final Map<String, VerificationProvider> open;
  private final Collection<String> named;
  private final Set<String> unseen;

  private Routes(
      Map<String, VerificationProvider> open, Collection<String> named, Set<String> unseen) {
    this.open = open;
    this.named = named;
    this.unseen = unseen;
  }

  /**
   * The routes of a configuration; what is wrong with them is noted as problems.
   *
   * @param open the providers that could be opened
   * @param named all that are configured
   * @param unseen those of which nothing is known here: they may offer anything
   */
  public static Routes of(
      Optional<ConfigSection> section,
      Map<String, VerificationProvider> open,
      Collection<String> named,
      Set<String> unseen) {
    Routes routes = new Routes(open, named, unseen);
    section.ifPresent(routes::read);
    return routes;
  }

  private void read(ConfigSection block) {
    block.allow(Arrays.stream(CheckType.values()).map(CheckType::key).toList());
    for (CheckType check : CheckType.values()) {
      if (block.has(check.key())) {
        route(block, check)
            .ifPresentOrElse(route -> configured.put(check, route), () -> unusable.add(check));
      }
    }
    sameProvider(block);
    leftToChance(block, CheckType.CODE_DELIVERY, CheckType.CODE_VERIFICATION);
    leftToChance(block, CheckType.CODE_VERIFICATION, CheckType.CODE_DELIVERY);
  }

  private Optional<Route> route(ConfigSection block, CheckType check) {
    String key = check.key();
    if (!block.isBlock(key)) {
      return block
          .texts(key)
          .flatMap(names -> usable(block, key, check, names))
          .map(names -> Route.of(check, names, block.where(key)));
    }
    Optional<ConfigSection> beside = block.section(key);
    if (beside.isEmpty()) {
      return Optional.empty();
    }
    ConfigSection route = beside.get();
    route.allow(List.of("primary", "max-wait", "shadow", "sample", "budget"));
    if (!route.has("primary")) {
      route.problem("primary", "is missing: who is asked, a name or a list of names");
    }
    List<String> said = route.texts("primary").orElse(List.of());
    Optional<List<String>> primary =
        said.isEmpty() ? Optional.empty() : usable(route, "primary", check, said);
    Optional<Duration> maxWait = maxWait(route, check, primary.orElse(List.of()));
    Optional<ShadowRoute> shadow =
        route.has("shadow") ? shadow(route, check, said) : Optional.empty();
    return shadow.isEmpty() == route.has("shadow") || maxWait.isEmpty() == route.has("max-wait")
        ? Optional.empty()
        : primary.map(names -> new Route(check, names, shadow, maxWait, block.where(key)));
  }

  private static Optional<Duration> maxWait(
      ConfigSection route, CheckType check, List<String> primary) {
    if (!route.has("max-wait")) {
      return Optional.empty();
    }
    Optional<Duration> most = SettingsBinder.component(Duration.class, "max-wait", route);
    if (most.filter(Duration::isNegative).isPresent()) {
      route.problem("max-wait", "must be 0s or more");
      return Optional.empty();
    }
    if (!check.mayFailOver()) {
      route.problem(
          "max-wait",
          "of "
              + check.key()
              + " the provider that serves the number is asked and no other, so that a permit is"
              + " waited for as long as there is time; leave it out");
      return Optional.empty();
    }
    if (primary.size() == 1) {
      route.problem(
          "max-wait",
          "nobody is asked after "
              + primary.get(0)
              + ", so that a permit is waited for as long as there is time; add another provider,"
              + " or leave it out");
      return Optional.empty();
    }
    return most;
  }

  private Optional<ShadowRoute> shadow(ConfigSection route, CheckType check, List<String> primary) {
    if (!check.mayShadow()) {
      route.problem("shadow", check.key() + " cannot be asked twice: only its provider knows it");
      return Optional.empty();
    }
    Optional<String> said = route.text("shadow");
    if (said.isPresent() && primary.indexOf(said.get()) == 0) {
      route.problem("shadow", said.get() + " is asked first anyway; name another provider");
      return Optional.empty();
    }
    Optional<String> name =
        said.filter(shadow -> usable(route, "shadow", check, List.of(shadow)).isPresent());
    Optional<Percentage> sample = needed(route, "sample", Percentage.class);
    Optional<ChargesPerDay> budget = needed(route, "budget", ChargesPerDay.class);
    return name.isEmpty() || sample.isEmpty() || budget.isEmpty()
        ? Optional.empty()
        : Optional.of(new ShadowRoute(name.get(), sample.get(), budget.get()));
  }

  private static <T> Optional<T> needed(ConfigSection route, String key, Class<T> type) {
    return SettingsBinder.component(type, key, route);
  }

  private Optional<List<String>> usable(
      ConfigSection block, String key, CheckType check, List<String> names) {
    if (names.isEmpty()) {
      block.problem(key, "a route takes one provider or more, but has none");
      return Optional.empty();
    }
    said.merge(
        check,
        key.equals("shadow") ? "; beside them " + names.get(0) : String.join(", then ", names),
        String::concat);
    boolean usable = true;
    Set<String> different = new LinkedHashSet<>(names);
    if (different.size() < names.size()) {
      usable = false;
      block.problem(key, "names a provider twice");
    }
    for (String name : different) {
      usable &= usable(block, key, check, name);
    }
    if (usable) {
      block.accepted(key, String.join(", ", names));
    }
    return usable ? Optional.of(names) : Optional.empty();
  }

  private boolean usable(ConfigSection block, String key, CheckType check, String name) {
    VerificationProvider provider = open.get(name);
    if (unseen.contains(name) || (provider != null && check.offeredBy(provider))) {
      return true;
    }
    if (provider != null) {
      block.problem(
          key, name + " does not offer " + check.key() + "; offered by: " + offering(check));
    } else if (!named.contains(name)) {
      Optional<String> meant = Suggestions.to(name, named);
      String wrong = "there is no provider " + name + "; configured: " + String.join(", ", named);
      if (meant.isPresent()) {
        block.problem(key, wrong + "; did you mean " + meant.get() + "?");
      } else if (!Providers.NAME.matcher(name).matches()) {
        block.problem(key, wrong + "; a list of names needs commas, and a variable no quotes");
      } else {
        return block.mayBe(
            key,
            wrong,
            "there is no provider " + name + ": right only where the application gives one itself");
      }
    }
    // Otherwise the provider's own block is wrong, and that has been said.
    return false;
  }

  private void sameProvider(ConfigSection block) {
    Optional<Route> sending = route(CheckType.CODE_DELIVERY);
    Optional<Route> checking = route(CheckType.CODE_VERIFICATION);
    if (sending.isPresent()
        && checking.isPresent()
        && !sending.get().providers().equals(checking.get().providers())) {
      block.problem(
          CheckType.CODE_VERIFICATION.key(),
          "codes are sent by "
              + sending.get()
              + " and checked by "
              + checking.get()
              + ", which does not know them; name the same provider for both");
    }
  }

  /** A route for one half of what a code takes, where the other half could be several's. */
  private void leftToChance(ConfigSection block, CheckType said, CheckType missing) {
    Route route = configured.get(said);
    List<String> able = able(missing);
    if (route == null
        || configured.containsKey(missing)
        || unusable.contains(missing)
        || able.size() < 2
        || unasked(missing).equals(route.providers())) {
      return;
    }
    block.problem(
        missing.key(),
        "is missing: "
            + said.key()
            + " is asked of "
            + route
            + ", and "
            + missing.key()
            + " could be asked of "
            + String.join(", ", able)
            + "; codes are checked where they are sent, so "
            + (able.containsAll(route.providers())
                ? "add " + missing.key() + " = " + route
                : "name one of these for both"));
  }

  /**
   * The route of a check: the configured one, or the only provider that offers it to end users.
   * What is not for them is asked only where it was chosen.
   */
  public Optional<Route> route(CheckType check) {
    if (configured.containsKey(check)) {
      return Optional.ofNullable(configured.get(check));
    }
    List<String> able = able(check);
    List<String> unasked = unasked(check);
    if (unasked.size() != 1 || unusable.contains(check)) {
      return Optional.empty();
    }
    String only = "the only provider that offers it" + (able.size() == 1 ? "" : " to end users");
    return Optional.of(Route.of(check, unasked, only + asSeen()));
  }

  /** The names of the open providers that offer a check to end users. */
  private List<String> unasked(CheckType check) {
    return able(check).stream().filter(name -> restriction(name, check).isEmpty()).toList();
  }

  /**
   * Why a provider's operation for a check is not for end users: its name, and what it does. Empty
   * where it may be asked about anybody, or is not offered.
   */
  private Optional<String> restriction(String provider, CheckType check) {
    return Optional.ofNullable(open.get(provider)).stream()
        .flatMap(each -> each.offers().stream())
        .filter(offer -> offer.check() == check)
        .flatMap(offer -> offer.restriction().map(does -> offer.operation() + ' ' + does).stream())
        .findFirst();
  }

  /** What those who are asked for a check do that is not for end users; empty where nothing is. */
  public Optional<String> restriction(Route route) {
    return route.providers().stream()
        .flatMap(name -> restriction(name, route.check()).stream())
        .reduce((one, other) -> one + "; " + other);
  }

  private String asSeen() {
    List<String> closed = closed();
    if (!closed.isEmpty()) {
      return ", as far as is known without " + String.join(" and ", closed) + ", see the problems";
    }
    return unseen.isEmpty() ? "" : ", as far as is seen here";
  }

  /** Those that could not be opened, which is a problem of their own blocks. */
  private List<String> closed() {
    return named.stream()
        .filter(name -> !open.containsKey(name) && !unseen.contains(name))
        .toList();
  }

  /** Says why a check has no route, and what to add. */
  public ConfigurationException missing(CheckType check) {
    return new ConfigurationException(
        List.of(new Problem("telproof.routes." + check.key(), "no route", whyMissing(check))));
  }

  /** Says that a provider which is asked by its name does not offer a check, and who does. */
  public ConfigurationException notOffered(CheckType check, String provider) {
    return new ConfigurationException(
        List.of(
            new Problem(
                "telproof.providers." + provider,
                "asked for by its name",
                provider + " does not offer " + check.key() + "; offered by: " + offering(check))));
  }

  private String whyMissing(CheckType check) {
    if (unusable.contains(check)) {
      return "its route"
          + Optional.ofNullable(said.get(check)).map(names -> " (" + names + ")").orElse("")
          + " cannot be used, see the problems";
    }
    List<String> able = able(check);
    if (able.isEmpty()) {
      return "no configured provider offers it" + asSeen();
    }
    List<String> unasked = unasked(check);
    if (unasked.isEmpty()) {
      return "it is offered by "
          + offering(check)
          + ", and not for end users: "
          + restriction(able.get(0), check).orElseThrow()
          + "; to ask it all the same, add routes { "
          + check.key()
          + " = "
          + able.get(0)
          + " }";
    }
    return "more than one provider offers it: "
        + offering(check)
        + "; add the route that says which, as in routes { "
        + check.key()
        + " = "
        + unasked.get(0)
        + " }";
  }

  /** The names of the open providers that offer a check. */
  public List<String> able(CheckType check) {
    return open.values().stream().filter(check::offeredBy).map(VerificationProvider::name).toList();
  }

  /** The same names, for people. */
  public String offering(CheckType check) {
    String able = able(check).stream().collect(Collectors.joining(", "));
    if (!able.isEmpty()) {
      return able;
    }
    return open.size() < named.size()
        ? "none of those that could be opened"
        : "no configured provider";
  }
}
