package io.telproof.client;

import io.telproof.spi.Capability;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For how long answers are kept; not at all where nothing is said. Codes and pre-validated numbers
 * never are.
 *
 * @param size how many answers of one check are kept, 1 or more
 */
record CacheSettings(
    Optional<Duration> phoneStatus,
    Optional<Duration> tenure,
    Optional<Duration> identityMatch,
    int size) {
  CacheSettings {
    if (size < 1) {
      throw new IllegalArgumentException("size is 1 or more");
    }
    if (Stream.of(phoneStatus, tenure, identityMatch)
        .flatMap(Optional::stream)
        .anyMatch(keep -> keep.compareTo(Duration.ofMillis(1)) < 0)) {
      throw new IllegalArgumentException(
          "an answer is kept for 1 ms or more; leave the check out where none is to be kept");
    }
  }

  Optional<Duration> of(Capability check) {
    return switch (check) {
      case PHONE_STATUS -> phoneStatus;
      case TENURE -> tenure;
      case IDENTITY_MATCH -> identityMatch;
      case CODE_DELIVERY, CODE_VERIFICATION, PRE_VALIDATED_NUMBER -> Optional.empty();
    };
  }
}
