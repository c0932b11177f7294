package io.telproof.spi.http.internal;

import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Time;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The vendor's clock as far as we know it: ours, until a refusal told how far off that is. The
 * offset is kept for the calls that follow.
 */
public final class VendorClock {
  /** The header counts whole seconds and is read a moment later: less is not a difference. */
  private static final Duration SAME = Duration.ofSeconds(3);

  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
  private final Time time;

  public VendorClock(Time time) {
    this.time = time;
  }

  public Instant now() {
    return time.now().plus(offset.get());
  }

  /**
   * Learns from a refusal of a request that was signed for this time.
   *
   * @return whether signing again can help: the vendor told its time, and it is another one
   */
  public boolean learn(Reply refusal, Instant signedFor) {
    Optional<Instant> theirs = refusal.header("Date").flatMap(VendorClock::parse);
    if (theirs.isEmpty() || Duration.between(signedFor, theirs.get()).abs().compareTo(SAME) < 0) {
      return false;
    }
    offset.set(Duration.between(time.now(), theirs.get()));
    return true;
  }

  private static Optional<Instant> parse(String date) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
