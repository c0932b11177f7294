package io.telproof.client.internal.credentials;

import io.telproof.client.CredentialsProvider;
import io.telproof.client.ExpiringCredentials;
import io.telproof.client.internal.event.Callbacks;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.VendorProfile;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one provider, which change while it is open. {@link
 * io.telproof.client.internal.pipeline.CredentialsStage} asks for them in time; {@link
 * CredentialsRotation} says which are used while two are valid. Thread-safe.
 *
 * <p>They are renewed in the last fifth of their life, five minutes before its end at the earliest;
 * where a file has changed, which is looked at once a second at the most; and where the vendor
 * refuses them. However many ask, there is one refresh to the source or the files at a time. Where
 * it brings nothing, the keys that are there stay in use, one WARN tells what was thrown by its
 * class, and the source is left alone for ten seconds. A file is read again a second later, and is
 * told of once for each change.
 */
public final class RefreshingCredentials implements CredentialsSource, AutoCloseable {
  private enum Need {
    NONE,
    IF_CHANGED,
    NOW
  }

  private static final Logger LOG = LoggerFactory.getLogger(RefreshingCredentials.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration AFTER_SUCCESS = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
  private static final Duration LONGEST_REFRESH = Duration.ofSeconds(10);
  private static final int PART_FOR_A_LOOK = 10;
  private static final CountDownLatch FINISHED = new CountDownLatch(0);

  private final String provider;
  private final CredentialsProvider source;
  private final WatchedFiles files;
  // Its clock says what has ended; everything that is waited for counts by the time.
  private final VendorProfile profile;
  private final Time time;
  private final Executor executor;

  private final ReentrantLock lock = new ReentrantLock();
  // What follows is written under the lock, which nobody holds while a file or a source is read.
  private volatile CredentialsRotation rotation;
  private @Nullable CountDownLatch refresh;
  private Deadline nextLook;
  private Deadline rest;
  private Deadline due;
  private boolean failed;
  private boolean closed;
  private @Nullable Credentials toldOf;

  private RefreshingCredentials(
      String provider,
      CredentialsProvider source,
      WatchedFiles files,
      ExpiringCredentials first,
      VendorProfile profile,
      Time time,
      Executor executor) {
    this.provider = provider;
    this.source = source;
    this.files = files;
    this.profile = profile;
    this.time = time;
    this.executor = executor;
    this.rotation = CredentialsRotation.of(new FetchedCredentials(first, time.nanos()));
    this.nextLook = Deadline.in(Duration.ZERO, time);
    this.rest = nextLook;
    this.due = nextLook;
  }

  /**
   * Keys of an application's source.
   *
   * @param first what it gave when the client opened
   * @param profile the one that the provider is opened with
   * @param executor where the source is called: never on the thread of a caller, whose deadline it
   *     does not know
   */
  public static RefreshingCredentials ofSource(
      String provider,
      CredentialsProvider source,
      ExpiringCredentials first,
      VendorProfile profile,
      Time time,
      Executor executor) {
    return new RefreshingCredentials(
        provider, source, new WatchedFiles(List.of()), first, profile, time, executor);
  }

  /**
   * Keys that stand in files.
   *
   * @param reread reads them; throws where one is missing, empty or half-written
   * @param first what was read when the client opened
   * @param profile the one that the provider is opened with
   * @param executor where they are looked at and read: a mount that hangs must not hold a caller
   *     for longer than it has time
   */
  public static RefreshingCredentials ofFiles(
      String provider,
      Collection<Path> files,
      Supplier<Credentials> reread,
      Credentials first,
      VendorProfile profile,
      Time time,
      Executor executor) {
    return new RefreshingCredentials(
        provider,
        name -> Optional.of(ExpiringCredentials.of(reread.get())),
        new WatchedFiles(files),
        ExpiringCredentials.of(first),
        profile,
        time,
        executor);
  }

  /** The name of the provider whose credentials they are. */
  public String provider() {
    return provider;
  }

  /** The keys that are there; never waits. */
  @Override
  public Credentials current() {
    return inUse().credentials();
  }

  private FetchedCredentials inUse() {
    return rotation.inUse(profile.now());
  }

  /**
   * Sees to it that there are keys for a question: has them renewed where that is due, and waits
   * for it where they have ended. The caller who has the files looked at waits for that too, so
   * that a change is seen before the vendor refuses what was there before it; but no longer than a
   * tenth of the time, because the keys that are there serve as well. An interrupt ends the wait
   * and stays set.
   *
   * @return whether there are keys that have not ended
   */
  public boolean ready(Deadline deadline) {
    if (lookDue()) {
      await(
          refresh(() -> failed ? Need.NOW : Need.IF_CHANGED),
          Deadline.in(deadline.left().dividedBy(PART_FOR_A_LOOK), time));
    }
    if (nearsEnd()) {
      CountDownLatch renewal =
          refresh(() -> nearsEnd() && (!failed || rest.left().isZero()) ? Need.NOW : Need.NONE);
      if (inUse().ended(profile.now())) {
        await(renewal, deadline);
      }
    }
    return !inUse().ended(profile.now());
  }

  /**
   * Whether a refresh has been under way for ten seconds or more: then it is not for want of a
   * caller's time that there are no keys.
   */
  public boolean isOverdue() {
    lock.lock();
    try {
      return refresh != null && due.left().isZero();
    } finally {
      lock.unlock();
    }
  }

  private boolean nearsEnd() {
    return rotation.latest().nearsEnd(profile.now(), time.nanos());
  }

  /** Whether this caller is to have the files looked at; not while somebody does. */
  private boolean lookDue() {
    lock.lock();
    try {
      if (files.none() || refresh != null || !nextLook.left().isZero()) {
        return false;
      }
      nextLook = Deadline.in(BETWEEN_LOOKS, time);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has keys renewed that the vendor refused, and waits for it; within five seconds of the last
   * time only if a file has changed, for a permission that is missing must not hammer a secrets
   * manager. An interrupt ends the wait and stays set.
   *
   * @return whether other keys are in use now
   */
  @Override
  public boolean renewed(Credentials refused, Deadline deadline) {
    await(
        refresh(
            () -> {
              if (!inUse().credentials().equals(refused)) {
                return Need.NONE;
              }
              return rest.left().isZero() ? Need.NOW : Need.IF_CHANGED;
            }),
        deadline);
    refused(refused);
    FetchedCredentials now = inUse();
    return !now.credentials().equals(refused) && !now.ended(profile.now());
  }

  /**
   * Takes down that the vendor refused these keys. Where they are the new ones, and others serve in
   * their place, no caller notices: one WARN tells the operator.
   */
  @Override
  public void refused(Credentials keys) {
    boolean tell;
    lock.lock();
    try {
      Instant now = profile.now();
      rotation = rotation.refused(keys, now, time);
      tell =
          !closed
              && rotation.latest().credentials().equals(keys)
              && !rotation.inUse(now).credentials().equals(keys)
              && !keys.equals(toldOf);
      if (tell) {
        toldOf = keys;
      }
    } finally {
      lock.unlock();
    }
    if (tell) {
      Callbacks.run("a logger", this::warnOfRefusal, LOG);
    }
  }

  private void warnOfRefusal() {
    LOG.warn(
        "provider {}: the vendor refuses the new keys from {}; those before them serve, and the new"
            + " ones are tried again every {} s; look whether the vendor knows them, and whether id"
            + " and secret belong together",
        provider,
        origin(),
        CredentialsRotation.ASIDE.toSeconds());
  }

  private void change(UnaryOperator<CredentialsRotation> step) {
    lock.lock();
    try {
      rotation = step.apply(rotation);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The refresh that is under way; else a new one, if there is a need for it; else one that is
   * over.
   *
   * @param needed asked under the lock, since a refresh that ended a moment ago may have brought
   *     what is needed
   */
  private CountDownLatch refresh(Supplier<Need> needed) {
    CountDownLatch mine = new CountDownLatch(1);
    Need need;
    lock.lock();
    try {
      if (refresh != null) {
        return refresh;
      }
      need = closed ? Need.NONE : needed.get();
      if (need == Need.NONE || (need == Need.IF_CHANGED && files.none())) {
        return FINISHED;
      }
      refresh = mine;
      due = Deadline.in(LONGEST_REFRESH, time);
    } finally {
      lock.unlock();
    }
    try {
      executor.execute(() -> run(mine, need));
    } catch (RuntimeException | Error e) {
      // Closed meanwhile, or no thread to be had: there are keys, and the next one may try again.
      try {
        settle(Optional.of(e.getClass().getName()), false);
      } finally {
        finish(mine);
      }
    }
    return mine;
  }

  private void run(CountDownLatch mine, Need need) {
    try {
      boolean changed = files.look();
      if (changed || need == Need.NOW) {
        settle(fetched(), changed);
      }
    } finally {
      finish(mine);
    }
  }

  /** What went wrong, if anything did. */
  private Optional<String> fetched() {
    try {
      Optional<ExpiringCredentials> fetched = source.credentials(provider);
      if (fetched.isEmpty()) {
        return Optional.of("it gave none");
      }
      FetchedCredentials fresh = new FetchedCredentials(fetched.get(), time.nanos());
      if (fresh.ended(profile.now())) {
        return Optional.of(
            "it gave keys that have ended by the vendor's clock, or by this machine's where the"
                + " vendor has not told its own");
      }
      change(now -> now.then(fresh));
      return Optional.empty();
    } catch (Throwable e) {
      // Errors too: whoever waits is let go, and no message that may quote a key gets any further.
      return Optional.of(e.getClass().getName());
    }
  }

  private void settle(Optional<String> problem, boolean changed) {
    boolean tell;
    lock.lock();
    try {
      tell = problem.isPresent() && !closed && (files.none() || changed || !failed);
      failed = problem.isPresent();
      rest = Deadline.in(failed ? AFTER_FAILURE : AFTER_SUCCESS, time);
    } finally {
      lock.unlock();
    }
    if (tell) {
      Callbacks.run("a logger", () -> warn(problem.get()), LOG);
    }
  }

  private void warn(String problem) {
    LOG.warn(
        "provider {}: no new keys from {} ({}); those that are there stay in use until they end",
        provider,
        origin(),
        problem);
  }

  private Object origin() {
    return files.none() ? "the application's source" : files;
  }

  private void finish(CountDownLatch mine) {
    lock.lock();
    try {
      refresh = null;
    } finally {
      lock.unlock();
    }
    mine.countDown();
  }

  private static void await(CountDownLatch refresh, Deadline deadline) {
    try {
      refresh.await(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing is renewed any more; the keys that are there stay. Twice does nothing. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
