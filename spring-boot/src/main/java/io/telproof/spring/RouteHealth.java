package io.telproof.spring;

import io.telproof.client.RouteExplanation;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether a question that is put now would be asked of anybody, as {@link Telproof#explain} tells
 * it. Asks no vendor. It is DOWN where no check at all would be: one vendor's trouble is not the
 * application's, which would be taken out of service for it on every machine at once.
 */
final class RouteHealth implements HealthIndicator {
  private static final Set<RouteExplanation.Part> BESIDE_THE_ROUTE =
      EnumSet.of(RouteExplanation.Part.NOT_ROUTED, RouteExplanation.Part.NOT_OFFERED);

  private final Telproof telproof;

  RouteHealth(Telproof telproof) {
    this.telproof = telproof;
  }

  @Override
  public Health health() {
    Health.Builder health = new Health.Builder();
    int routed = 0;
    int asked = 0;
    for (CheckType check : CheckType.values()) {
      if (telproof.routed(check)) {
        RouteExplanation now = telproof.explain(check);
        routed++;
        asked += now.steps().stream().anyMatch(RouteHealth::isNext) ? 1 : 0;
        health.withDetail(check.key(), steps(now));
      }
    }
    return (routed > 0 && asked == 0 ? health.down() : health.up()).build();
  }

  private static boolean isNext(RouteExplanation.Step step) {
    return step.part() == RouteExplanation.Part.NEXT;
  }

  private static Map<String, String> steps(RouteExplanation now) {
    Map<String, String> steps = new LinkedHashMap<>();
    for (RouteExplanation.Step step : now.steps()) {
      if (!BESIDE_THE_ROUTE.contains(step.part())) {
        steps.put(step.provider(), step.part() + ", " + step.because());
      }
    }
    return steps;
  }
}
