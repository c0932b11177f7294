package io.telproof.client.internal.credentials;

import io.telproof.spi.http.Credentials;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The latest keys, and those that they take the place of. Prints masked. Immutable.
 *
 * <p>The latest are used. Where the vendor refuses them, it may not know them yet: for the next 30
 * seconds the newest earlier ones are used that have not ended, then the latest are tried again.
 * Earlier ones that are refused are forgotten, and the latest are tried again at once.
 *
 * @param latest the keys that were got last
 * @param earlier those before them, newest first, two at the most: where an id and its secret stand
 *     in two files, a look between the two changes makes a generation that never works
 * @param refused until when the latest are not used; empty where they were not refused
 */
record CredentialsRotation(
    FetchedCredentials latest, List<FetchedCredentials> earlier, Optional<Deadline> refused) {
  static final Duration ASIDE = Duration.ofSeconds(30);
  private static final int KEPT = 2;

  static CredentialsRotation of(FetchedCredentials first) {
    return new CredentialsRotation(first, List.of(), Optional.empty());
  }

  /** The keys to sign with. */
  FetchedCredentials inUse(Instant now) {
    return refused
        .filter(until -> !until.left().isZero())
        .flatMap(until -> earlier.stream().filter(each -> !each.ended(now)).findFirst())
        .orElse(latest);
  }

  /** With keys that were got now; the same keys only have another end. */
  CredentialsRotation then(FetchedCredentials fresh) {
    if (holds(latest, fresh.credentials())) {
      return new CredentialsRotation(fresh, earlier, refused);
    }
    List<FetchedCredentials> before =
        Stream.concat(Stream.of(latest), earlier.stream())
            .filter(each -> !holds(each, fresh.credentials()))
            .limit(KEPT)
            .toList();
    return new CredentialsRotation(fresh, before, Optional.empty());
  }

  /**
   * After the vendor refused these keys.
   *
   * @param now by the clock that says what has ended
   */
  CredentialsRotation refused(Credentials keys, Instant now, Time time) {
    boolean used = holds(inUse(now), keys);
    if (!holds(latest, keys)) {
      List<FetchedCredentials> left = earlier.stream().filter(each -> !holds(each, keys)).toList();
      return new CredentialsRotation(latest, left, used ? Optional.empty() : refused);
    }
    // Where others serve already, this is a question from before that: it does not prolong it.
    return used
        ? new CredentialsRotation(latest, earlier, Optional.of(Deadline.in(ASIDE, time)))
        : this;
  }

  private static boolean holds(FetchedCredentials generation, Credentials keys) {
    return generation.credentials().equals(keys);
  }
}
