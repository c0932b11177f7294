package io.telproof.client.internal.config;

import io.telproof.spi.CheckType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * For how long answers are kept; not at all where nothing is said.
 *
 * @param size how many answers of one check are kept, 1 or more
 * @param keep the checks for which something is said, each for 1 ms or more
 */
public record CacheSettings(int size, Map<CheckType, Duration> keep) {
  private static final String SIZE = "size";
  private static final Duration SHORTEST = Duration.ofMillis(1);

  /** Copies the map. */
  public CacheSettings {
    keep = Map.copyOf(keep);
  }

  /** Reads them; empty, and noted, where something is wrong. */
  static Optional<CacheSettings> of(ConfigSection block) {
    Optional<Integer> size =
        SettingsBinder.component(
            Integer.class, SIZE, block, each -> each >= 1, "must be 1 or more");
    Optional<Map<CheckType, Duration>> keep =
        SettingsBinder.byCheck(
            Arrays.stream(CheckType.values()).filter(CheckType::mayCache).toList(),
            SIZE,
            block,
            key ->
                SettingsBinder.component(
                    Duration.class,
                    key,
                    block,
                    each -> each.compareTo(SHORTEST) >= 0,
                    "an answer is kept for 1 ms or more; leave the check out where none is to be"
                        + " kept"));
    return size.flatMap(each -> keep.map(times -> new CacheSettings(each, times)));
  }

  /** For how long an answer of this check is kept. */
  public Optional<Duration> of(CheckType check) {
    return Optional.ofNullable(keep.get(check));
  }
}
