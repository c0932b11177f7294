package io.telproof.client.internal.config;

import java.time.Duration;

/**
 * How a question is repeated that certainly was not carried out.
 *
 * @param attempts how often a provider is asked at the most, 1 to 10
 * @param firstBackoff the longest random wait before the first repetition, which doubles each time;
 *     1 ms to 10 s
 */
public record RetrySettings(int attempts, Duration firstBackoff) {
  public RetrySettings {
    if (attempts < 1 || attempts > 10) {
      throw new IllegalArgumentException("attempts is 1 to 10");
    }
    if (firstBackoff.compareTo(Duration.ofMillis(1)) < 0
        || firstBackoff.compareTo(Duration.ofSeconds(10)) > 0) {
      throw new IllegalArgumentException("first-backoff is 1 ms to 10 s");
    }
  }
}
