package io.telproof.client.internal.routing;

import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.client.internal.config.Percentage;

/**
 * A provider that is asked beside a route, to be compared with it. It may stand on the route as
 * well, behind the first one.
 *
 * @param provider who
 * @param sample for which share of the answered questions
 * @param budget how many times a day at the most
 */
public record ShadowRoute(String provider, Percentage sample, ChargesPerDay budget) {
  @Override
  public String toString() {
    return provider + " for " + sample + ", at most " + budget;
  }
}
