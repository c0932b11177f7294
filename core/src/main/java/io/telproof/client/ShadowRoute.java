package io.telproof.client;

/**
 * A provider that is asked beside a route, to be compared with it.
 *
 * @param provider who
 * @param sample for which share of the answered questions
 * @param budget how many times a day at the most
 */
record ShadowRoute(String provider, Rate sample, PerDay budget) {
  @Override
  public String toString() {
    return provider + " for " + sample + ", at most " + budget;
  }
}
