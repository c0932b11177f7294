package io.telproof.client.internal.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
  private static final String ENABLED = "enabled";
  private static final String WINDOW = "window";
  private static final String LEAST_CALLS = "least-calls";
  private static final String FAILURE_RATE = "failure-rate";
  private static final String OPEN_FOR = "open-for";
  private static final String TRIAL_CALLS = "trial-calls";

  /** Reads them; empty, and noted, where something is wrong. */
  static Optional<BreakerSettings> of(ConfigSection block) {
    block.allow(List.of(ENABLED, WINDOW, LEAST_CALLS, FAILURE_RATE, OPEN_FOR, TRIAL_CALLS));
    Optional<Boolean> enabled = SettingsBinder.component(Boolean.class, ENABLED, block);
    Optional<Integer> window =
        SettingsBinder.component(
            Integer.class,
            WINDOW,
            block,
            each -> each >= 1 && each <= 10_000,
            "must be 1 to 10000");
    Optional<Integer> leastCalls = calls(LEAST_CALLS, window, block);
    Optional<Percentage> failureRate =
        SettingsBinder.component(Percentage.class, FAILURE_RATE, block);
    Optional<Duration> openFor =
        SettingsBinder.component(
            Duration.class,
            OPEN_FOR,
            block,
            each -> each.compareTo(Duration.ofMillis(1)) >= 0,
            "must be 1 ms or more");
    Optional<Integer> trialCalls = calls(TRIAL_CALLS, window, block);
    return enabled.isEmpty()
            || window.isEmpty()
            || leastCalls.isEmpty()
            || failureRate.isEmpty()
            || openFor.isEmpty()
            || trialCalls.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BreakerSettings(
                enabled.get(),
                window.get(),
                leastCalls.get(),
                failureRate.get(),
                openFor.get(),
                trialCalls.get()));
  }

  /** A number of questions, at most the window; any number where the window is wrong itself. */
  private static Optional<Integer> calls(
      String key, Optional<Integer> window, ConfigSection block) {
    Optional<Integer> calls =
        SettingsBinder.component(
            Integer.class, key, block, each -> each >= 1, "must be 1 to the window");
    if (calls.isEmpty() || window.isEmpty() || calls.get() <= window.get()) {
      return calls;
    }
    if (block.isDefault(key)) {
      block.problem(
          WINDOW,
          "is less than " + key + ", which is " + calls.get() + " unless said; give it too");
    } else {
      block.problem(key, "must be 1 to the window, which is " + window.get());
    }
    return Optional.empty();
  }
}
