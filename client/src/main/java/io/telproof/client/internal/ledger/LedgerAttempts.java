package io.telproof.client.internal.ledger;

import io.telproof.CallContext;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of a client that are under way, each known to the thread that asks: there the intent
 * is written, once a permit is had. Thread-safe.
 */
public final class LedgerAttempts {
  @SuppressWarnings("ThreadLocalUsage") // one for a client: two clients in a thread have two
  private final ThreadLocal<@Nullable LedgerAttempt> current = new ThreadLocal<>();

  private final IntentIds ids = new IntentIds(new SecureRandom());
  private final OpenLedger ledger;
  private final boolean required;
  private final Fingerprint fingerprint;
  private final Time time;

  /**
   * The attempts of one client.
   *
   * @param required whether a question is sent only where its intent is written
   * @param fingerprint stands for the number
   */
  public LedgerAttempts(OpenLedger ledger, boolean required, Fingerprint fingerprint, Time time) {
    this.ledger = ledger;
    this.required = required;
    this.fingerprint = fingerprint;
    this.time = time;
  }

  /**
   * Begins an attempt on this thread, which ends it too.
   *
   * @param operation the vendor's name of it, where the provider has but one for the check
   */
  public LedgerAttempt begin(
      CheckType check,
      String provider,
      Optional<String> operation,
      Object query,
      CallContext context) {
    LedgerAttempt attempt =
        new LedgerAttempt(this, current.get(), check, provider, operation, query, context);
    ledger.enter();
    current.set(attempt);
    return attempt;
  }

  /** Rate limiters behind whose permits stands the intent of the attempt that takes one. */
  public RateLimiters around(RateLimiters limiters) {
    return (key, limits) -> new IntentRateLimiter(limiters.limiter(key, limits), key, this);
  }

  /**
   * The attempt of this thread; empty where whoever asks has none, as for a token of a provider.
   */
  Optional<LedgerAttempt> current() {
    return Optional.ofNullable(current.get());
  }

  /** Ends the attempt of this thread; the one that it stands in goes on. */
  void end(@Nullable LedgerAttempt outer) {
    if (outer == null) {
      current.remove();
    } else {
      current.set(outer);
    }
    ledger.leave();
  }

  OpenLedger ledger() {
    return ledger;
  }

  boolean required() {
    return required;
  }

  String subject(Object query) {
    return fingerprint.subject(query);
  }

  String key(String name, CheckType check, Object query) {
    return fingerprint.key(name, check, query);
  }

  String nextId() {
    return ids.next();
  }

  Time time() {
    return time;
  }
}
