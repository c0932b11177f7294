package io.telproof.spi.http.internal.token;

import io.telproof.VerificationException;
import io.telproof.spi.time.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One token that many questions use. It is got once however many wait for it, on a thread beside
 * them, so that nobody's patience ends it for the others; and again in the last part of its life,
 * while the present one serves. Thread-safe.
 */
public final class SharedToken {
  private static final Logger LOG = LoggerFactory.getLogger(SharedToken.class);

  /** Whoever waits may have less time; the token is for those who come after as well. */
  private static final Duration LEAST_TIME = Duration.ofSeconds(10);

  /** Asks the vendor for a token. */
  @FunctionalInterface
  public interface Source {
    /**
     * A new one.
     *
     * @throws io.telproof.VerificationException if there is none
     */
    HeldToken token(Duration within);
  }

  private final String provider;
  private final Source source;
  private final Executor threads;
  private volatile @Nullable HeldToken held;
  private @Nullable CompletableFuture<HeldToken> underWay;
  private volatile Duration replacedBelow = Duration.ZERO;

  /**
   * With no token yet.
   *
   * @param provider the provider's name, for what is logged
   * @param threads where it is got
   */
  public SharedToken(String provider, Source source, Executor threads) {
    this.provider = provider;
    this.source = source;
    this.threads = threads;
  }

  /**
   * The token, or else a new one, for which this waits.
   *
   * @throws ExecutionException with why there is none
   * @throws TimeoutException if there is none by then; it is got nevertheless
   * @throws InterruptedException if the thread is interrupted meanwhile; it is got nevertheless
   */
  public HeldToken get(Deadline deadline)
      throws ExecutionException, TimeoutException, InterruptedException {
    HeldToken now = held;
    if (now != null && now.serves()) {
      if (now.left().compareTo(replacedBelow) <= 0) {
        replace(now);
      }
      return now;
    }
    Duration left = deadline.left();
    return got(left).get(left.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized CompletableFuture<HeldToken> got(Duration within) {
    HeldToken now = held;
    if (now != null && now.serves()) {
      return CompletableFuture.completedFuture(now);
    }
    CompletableFuture<HeldToken> pending = underWay;
    return pending != null ? pending : begun(within);
  }

  /** Beside the questions, which go on with the old one. */
  private synchronized void replace(HeldToken old) {
    if (underWay == null && held == old) {
      CompletableFuture<HeldToken> unused = begun(LEAST_TIME);
    }
  }

  private CompletableFuture<HeldToken> begun(Duration within) {
    CompletableFuture<HeldToken> begun = new CompletableFuture<>();
    underWay = begun;
    Duration given = within.compareTo(LEAST_TIME) < 0 ? LEAST_TIME : within;
    try {
      threads.execute(() -> get(begun, given));
    } catch (RuntimeException e) {
      failed(e);
      begun.completeExceptionally(e);
    }
    return begun;
  }

  private void get(CompletableFuture<HeldToken> begun, Duration within) {
    try {
      HeldToken token = source.token(within);
      succeeded(token);
      begun.complete(token);
    } catch (Throwable e) {
      // Errors too: whoever waits would do so for the rest of the time.
      failed(e);
      begun.completeExceptionally(e);
    }
  }

  private synchronized void succeeded(HeldToken token) {
    underWay = null;
    held = token;
    replacedBelow = token.lastPart();
  }

  private synchronized void failed(Throwable failure) {
    underWay = null;
    HeldToken now = held;
    if (now != null && now.serves()) {
      Duration left = now.left();
      // Less and less apart: a vendor that is away is not asked by every question.
      replacedBelow = left.dividedBy(2);
      // A reason is in our own words; of all else the class alone, because it may quote the vendor.
      LOG.warn(
          "{}: a new access token could not be had ({}); the present one serves for {} s more",
          provider,
          failure instanceof VerificationException known
              ? known.failure().reason()
              : failure.getClass().getSimpleName(),
          left.toSeconds());
    }
  }

  /** Forgets a token that the vendor refused, unless another one is there already. */
  public synchronized void drop(HeldToken refused) {
    if (held == refused) {
      held = null;
    }
  }

  /** Whether it was there and serves no more. */
  public boolean isOver() {
    HeldToken now = held;
    return now != null && !now.serves();
  }
}
