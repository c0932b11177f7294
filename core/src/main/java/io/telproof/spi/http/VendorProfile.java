package io.telproof.spi.http;

import io.telproof.spi.http.internal.ResponseTime;
import io.telproof.spi.http.internal.VendorClock;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt of one vendor while it was asked: how far its clock is from this machine's, and
 * how long each operation takes. Thread-safe.
 */
public final class VendorProfile {
  private static final Duration AMPLE = Duration.ofDays(1);

  private final ConcurrentMap<String, ResponseTime> responses = new ConcurrentHashMap<>();
  private final Time time;
  private final VendorClock clock;

  /**
   * Of a vendor of which nothing is known yet.
   *
   * @param time the clock that replies are timed by
   */
  public VendorProfile(Time time) {
    this.time = time;
    this.clock = new VendorClock(time);
  }

  VendorClock clock() {
    return clock;
  }

  ResponseTime response(String operation) {
    @Nullable ResponseTime known = responses.get(operation);
    return known != null
        ? known
        : responses.computeIfAbsent(operation, unseen -> new ResponseTime(time));
  }

  /**
   * {@return the time by the vendor's clock; by this machine's, until a refusal told of a
   * difference}
   */
  public Instant now() {
    return clock.now();
  }

  /**
   * {@return how long an operation has been taking, without connecting: half of its last replies
   * took less} A question that has less time is not sent, because its answer would be paid for and
   * lost. Empty where less than eight replies are known.
   *
   * @param operation the vendor's name of the operation
   */
  public Optional<Duration> usualResponse(String operation) {
    return Optional.ofNullable(responses.get(operation))
        .map(ResponseTime::usual)
        .filter(usual -> !usual.isZero());
  }

  /**
   * {@return how much of its time a question keeps for the reply of an operation while it waits for
   * the limit, where it has enough of it: twice what the slowest replies take, 100 ms at least}
   * With less than twice that time it keeps half, but never less than the slowest replies take.
   *
   * @param operation the vendor's name of the operation
   */
  public Duration reserve(String operation) {
    return response(operation).reserve(AMPLE);
  }
}
