package io.telproof.client.internal.config;

import java.time.Duration;

/**
 * When a provider is no longer asked, and when it is tried again.
 *
 * @param enabled whether there are breakers at all
 * @param window how many of the last questions are looked at, 1 to 10,000
 * @param leastCalls how many questions there have to be before a breaker opens, at most the window
 * @param failureRate the share of failed questions at which it opens
 * @param openFor how long it stays open
 * @param trialCalls how many questions are let through then, to see how it is, at most the window
 */
public record BreakerSettings(
    boolean enabled,
    int window,
    int leastCalls,
    Percentage failureRate,
    Duration openFor,
    int trialCalls) {
  public BreakerSettings {
    if (window < 1 || window > 10_000) {
      throw new IllegalArgumentException("window is 1 to 10000");
    }
    if (leastCalls < 1 || leastCalls > window || trialCalls < 1 || trialCalls > window) {
      throw new IllegalArgumentException("least-calls and trial-calls are 1 to the window");
    }
    if (openFor.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("open-for is 1 ms or more");
    }
  }
}
