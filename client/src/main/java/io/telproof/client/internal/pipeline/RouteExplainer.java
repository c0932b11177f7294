package io.telproof.client.internal.pipeline;

import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
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
import io.telproof.spi.Offer;
import io.telproof.spi.http.VendorProfile;
import io.telproof.spi.ratelimit.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    List<Step> steps = new ArrayList<>();
    boolean open = false;
    Optional<String> reached = reached(check);
    for (String name : routed(check)) {
      Optional<Breaker> breaker = breakers.of(check, name);
      if (is(BreakerState.OPEN, breaker)) {
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

  /** The limits in force, and what is left of each at this moment. */
  private String limits(CheckType check, String name) {
    return offer(check, name).map(offer -> limits(name, offer)).orElse("");
  }

  private String limits(String name, Offer offer) {
    Map<RateLimit, Integer> left = providers.left(name, offer.operation());
    String each =
        offer.limits().all().stream()
            .filter(left::containsKey)
            .map(limit -> left.get(limit) + " of " + limit)
            .collect(Collectors.joining(", "));
    return "; its limit is "
        + offer.limits()
        + (each.isEmpty() ? "" : ", left now: " + each)
        + away.get().map(why -> "; " + why).orElse("");
  }

  /** How long it has been taking, and so what time a question needs. */
  private String pace(CheckType check, String name) {
    Optional<String> operation = offer(check, name).map(Offer::operation);
    Optional<VendorProfile> profile = providers.profile(name);
    if (operation.isEmpty() || profile.isEmpty()) {
      return "";
    }
    return profile
        .get()
        .usualResponse(operation.get())
        .map(
            usual ->
                "; half of its last replies took "
                    + usual.toMillis()
                    + " ms or more, or did not come, and a question with less time is not sent; the"
                    + " wait for its limit leaves "
                    + profile.get().reserve(operation.get()).toMillis()
                    + " ms for the reply")
        .orElse("");
  }

  private Optional<Offer> offer(CheckType check, String name) {
    return providers.offers(name).stream().filter(each -> each.check() == check).findFirst();
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
                "it was not needed, or could not be afforded" + beside(check, name)));
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
