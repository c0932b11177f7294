package io.telproof.client.internal.pipeline;

import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.Contact;
import io.telproof.Failure;
import io.telproof.Receipt;
import io.telproof.client.BreakerState;
import io.telproof.client.RouteExplanation;
import io.telproof.client.RouteExplanation.Part;
import io.telproof.client.RouteExplanation.Step;
import io.telproof.client.internal.routing.Providers;
import io.telproof.client.internal.routing.Route;
import io.telproof.client.internal.routing.Routes;
import io.telproof.client.internal.routing.ShadowRoute;
import io.telproof.spi.CheckType;
import io.telproof.spi.Coverage;
import io.telproof.spi.Offer;
import io.telproof.spi.http.VendorProfile;
import io.telproof.spi.ratelimit.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells from routes, breakers, budgets and receipts why a check is answered by whom. */
public final class RouteExplainer {
  private final Routes routes;
  private final Breakers breakers;
  private final DailyBudgets budgets;
  private final Providers providers;
  private final Supplier<Optional<String>> away;

  /**
   * Explains by what routes, breakers, budgets and providers say at the moment.
   *
   * @param away why limits cannot be asked for, and what is done meanwhile; empty where they can be
   */
  public RouteExplainer(
      Routes routes,
      Breakers breakers,
      DailyBudgets budgets,
      Providers providers,
      Supplier<Optional<String>> away) {
    this.routes = routes;
    this.breakers = breakers;
    this.budgets = budgets;
    this.providers = providers;
    this.away = away;
  }

  /** What would happen to a question that is asked now. */
  public RouteExplanation now(CheckType check) {
    return now(check, contact -> true);
  }

  /** What would happen to a question about this number or address that is asked now. */
  public RouteExplanation now(CheckType check, Contact about) {
    return now(check, coverage -> coverage.serves(about));
  }

  private RouteExplanation now(CheckType check, Predicate<Coverage> serves) {
    List<Step> steps = new ArrayList<>();
    boolean open = false;
    Optional<String> reached = reached(check);
    for (String name : routed(check)) {
      Optional<Breaker> breaker = breakers.of(check, name);
      List<Offer> offers = providers.offers(name, check).list();
      if (!offers.isEmpty() && offers.stream().map(Offer::coverage).noneMatch(serves)) {
        steps.add(
            new Step(
                name,
                Part.NOT_COVERED,
                "it does not serve this number or address" + serves(check, name)));
      } else if (is(BreakerState.OPEN, breaker)) {
        String left = breaker.orElseThrow().remaining().plusMillis(999).toSeconds() + " s more";
        steps.add(new Step(name, Part.SKIPPED, "its breaker is open for " + left));
      } else if (reached.isPresent()) {
        steps.add(new Step(name, Part.SKIPPED, reached.get()));
      } else if (open) {
        steps.add(
            new Step(
                name,
                Part.NOT_REACHED,
                "somebody before it is asked first"
                    + serves(check, name)
                    + beside(check, name)
                    + limits(check, name)
                    + pace(check, name)));
      } else {
        open = true;
        steps.add(
            new Step(
                name,
                Part.NEXT,
                "it is asked first, by "
                    + where(check)
                    + serves(check, name)
                    + trial(breaker)
                    + limits(check, name)
                    + pace(check, name)));
      }
    }
    return whole(check, steps);
  }

  /** That nobody is asked, because the check has no charge left today, or none can be counted. */
  private Optional<String> reached(CheckType check) {
    return budgets.of(check).flatMap(budget -> budget.hindrance(check));
  }

  private static boolean is(BreakerState state, Optional<Breaker> breaker) {
    return breaker.filter(each -> each.status().state() == state).isPresent();
  }

  private static String trial(Optional<Breaker> breaker) {
    return is(BreakerState.HALF_OPEN, breaker)
        ? "; its breaker is half open: a few questions are let through, to see how it is"
        : "";
  }

  /** That it is asked for some questions all the same, to be compared with the first one. */
  private String beside(CheckType check, String name) {
    return routes
        .route(check)
        .filter(route -> route.isOwnShadow(name))
        .map(
            route ->
                "; it is asked beside "
                    + route.first()
                    + " too, for "
                    + route.shadow().orElseThrow().sample()
                    + spent(check))
        .orElse("");
  }

  /** Whom the provider serves, where it is not everybody. */
  private String serves(CheckType check, String name) {
    String contacts =
        providers.offers(name, check).list().stream()
            .map(Offer::coverage)
            .filter(coverage -> !coverage.equals(Coverage.anyCountry()))
            .map(Coverage::toString)
            .distinct()
            .collect(Collectors.joining("; "));
    return contacts.isEmpty() ? "" : "; it serves " + contacts;
  }

  /** The limits in force, and what is left of each at this moment. */
  private String limits(CheckType check, String name) {
    List<Offer> offers = providers.offers(name, check).list();
    return offers.stream()
        .map(
            offer ->
                (offers.size() == 1
                        ? "; its limit is "
                        : "; the limit of " + offer.operation() + " is ")
                    + limits(name, offer))
        .collect(Collectors.joining());
  }

  private String limits(String name, Offer offer) {
    Map<RateLimit, Integer> left = providers.left(name, offer.operation());
    String each =
        offer.limits().all().stream()
            .filter(left::containsKey)
            .map(limit -> left.get(limit) + " of " + limit)
            .collect(Collectors.joining(", "));
    return offer.limits()
        + (each.isEmpty() ? "" : ", left now: " + each)
        + away.get().map(why -> "; " + why).orElse("");
  }

  /** How long it has been taking, and so what time a question needs. */
  private String pace(CheckType check, String name) {
    Optional<VendorProfile> profile = providers.profile(name);
    return profile.isEmpty()
        ? ""
        : providers.offers(name, check).list().stream()
            .map(offer -> pace(profile.get(), offer.operation()))
            .collect(Collectors.joining());
  }

  private static String pace(VendorProfile profile, String operation) {
    return profile
        .usualResponse(operation)
        .map(
            usual ->
                "; half of its last replies took "
                    + usual.toMillis()
                    + " ms or more, or did not come, and a question with less time is not sent; the"
                    + " wait for its limit leaves "
                    + profile.reserve(operation).toMillis()
                    + " ms for the reply")
        .orElse("");
  }

  /** Why this answer came from whom it did. */
  public RouteExplanation of(CheckType check, Receipt receipt) {
    List<Step> steps = attempts(receipt.earlier());
    String how =
        receipt.origin() == AnswerOrigin.FRESH
            ? "it answered, by " + where(check)
            : "its answer of " + receipt.at() + " was " + served(receipt.origin());
    steps.add(new Step(receipt.provider(), Part.ANSWERED, how + ", charge " + receipt.charge()));
    return whole(check, steps);
  }

  private static String served(AnswerOrigin origin) {
    return switch (origin) {
      case FRESH -> "given";
      case COALESCED -> "shared with another caller";
      case CACHED -> "kept";
      case RECORDED -> "recorded under the key";
    };
  }

  /** Why nobody answered. */
  public RouteExplanation of(CheckType check, Failure failure) {
    List<Step> steps = attempts(failure.earlier());
    steps.add(
        new Step(
            failure.provider(),
            part(failure.skipped()),
            failure.kind() + ": " + failure.reason() + ", charge " + failure.charge()));
    return whole(check, steps);
  }

  private static List<Step> attempts(List<Attempt> earlier) {
    List<Step> steps = new ArrayList<>();
    for (Attempt each : earlier) {
      Part part = each.failure().isEmpty() ? Part.NOT_COVERED : part(each.skipped());
      String kind = each.failure().map(found -> found + ": ").orElse("");
      steps.add(
          new Step(each.provider(), part, kind + each.reason() + ", charge " + each.charge()));
    }
    return steps;
  }

  private static Part part(boolean skipped) {
    return skipped ? Part.SKIPPED : Part.FAILED;
  }

  /** The providers that nobody came to, each with the reason. */
  private RouteExplanation whole(CheckType check, List<Step> steps) {
    Set<String> seen = steps.stream().map(Step::provider).collect(Collectors.toSet());
    List<Step> all = new ArrayList<>(steps);
    List<String> routed = routed(check);
    for (String name : routed) {
      if (!seen.contains(name)) {
        all.add(
            new Step(
                name,
                Part.NOT_REACHED,
                "it was not needed, or did not serve the question, or would have cost more than the"
                    + " budget"
                    + serves(check, name)
                    + beside(check, name)));
      }
    }
    for (String name : providers.open().keySet()) {
      if (!seen.contains(name) && !routed.contains(name)) {
        all.add(outside(check, name));
      }
    }
    return new RouteExplanation(check, all);
  }

  private Step outside(CheckType check, String name) {
    Optional<ShadowRoute> shadow = routes.route(check).flatMap(Route::shadow);
    if (shadow.filter(beside -> beside.provider().equals(name)).isPresent()) {
      return new Step(
          name,
          Part.SHADOW,
          "it is asked beside them, for "
              + shadow.get().sample()
              + spent(check)
              + limits(check, name));
    }
    return routes.able(check).contains(name)
        ? new Step(name, Part.NOT_ROUTED, "it is not on telproof.routes." + check.key())
        : new Step(name, Part.NOT_OFFERED, "it does not offer " + check.key());
  }

  /** That a shadow is not asked any more today. */
  private String spent(CheckType check) {
    return budgets
        .ofShadow(check)
        .filter(DailyBudget::isReached)
        .map(budget -> "; its budget of " + budget.perDay() + " is reached; " + budget.opensAgain())
        .orElse("");
  }

  private List<String> routed(CheckType check) {
    return routes.route(check).map(Route::providers).orElse(List.of());
  }

  private String where(CheckType check) {
    return routes.route(check).map(Route::where).orElse("its name");
  }
}
