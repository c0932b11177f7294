package io.telproof.client.internal.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a question is repeated that certainly was not carried out.
 *
 * @param attempts how often a provider is asked at the most, 1 to 10
 * @param firstBackoff the longest random wait before the first repetition, which doubles each time;
 *     1 ms to 10 s
 */
public record RetrySettings(int attempts, Duration firstBackoff) {
  private static final String ATTEMPTS = "attempts";
  private static final String FIRST_BACKOFF = "first-backoff";

  /** Reads them; empty, and noted, where something is wrong. */
  static Optional<RetrySettings> of(ConfigSection block) {
    block.allow(List.of(ATTEMPTS, FIRST_BACKOFF));
    Optional<Integer> attempts =
        SettingsBinder.component(
            Integer.class, ATTEMPTS, block, each -> each >= 1 && each <= 10, "must be 1 to 10");
    Optional<Duration> firstBackoff =
        SettingsBinder.component(
            Duration.class,
            FIRST_BACKOFF,
            block,
            each ->
                each.compareTo(Duration.ofMillis(1)) >= 0
                    && each.compareTo(Duration.ofSeconds(10)) <= 0,
            "must be 1 ms to 10 s");
    return attempts.flatMap(most -> firstBackoff.map(first -> new RetrySettings(most, first)));
  }
}
