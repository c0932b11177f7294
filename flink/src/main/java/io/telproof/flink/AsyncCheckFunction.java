package io.telproof.flink;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;

/**
 * Asks about the elements of one subtask, each on a thread of its own, so that the thread of the
 * task never waits. Repeats nothing and times nothing: both are the client's.
 */
final class AsyncCheckFunction<T, V> extends RichAsyncFunction<T, Outcome<V>> {
  private static final long serialVersionUID = 1L;
  private static final String NO_PROVIDER = "telproof";
  private static final long IDLE_SECONDS = 30;

  private final TelproofConfig config;
  private final CheckType check;
  private final KeySelector<T, String> key;
  private final QueryLookup<T> lookup;
  private final CallSettings settings;

  private transient @Nullable SharedClient client;
  private transient @Nullable Check<Object, V> asked;
  private transient @Nullable ExecutorService threads;
  private transient @Nullable StreamMeters meters;
  private transient @Nullable ConcurrentMap<ResultFuture<Outcome<V>>, Inquiry> inFlight;
  private transient volatile boolean closed;

  AsyncCheckFunction(
      TelproofConfig config,
      CheckType check,
      KeySelector<T, String> key,
      QueryLookup<T> lookup,
      CallSettings settings) {
    this.config = config;
    this.check = check;
    this.key = key;
    this.lookup = lookup;
    this.settings = settings;
  }

  @Override
  @SuppressWarnings("unchecked") // The builder has seen to the value; the query is looked at.
  public void open(OpenContext context) throws Exception {
    ConcurrentMap<ResultFuture<Outcome<V>>, Inquiry> begun = new ConcurrentHashMap<>();
    inFlight = begun;
    meters = new StreamMeters(getRuntimeContext().getMetricGroup(), check, begun::size);
    client = SharedClient.acquire(config, settings.ledger());
    asked = (Check<Object, V>) client.telproof().check(check);
    lookup.open(getRuntimeContext());
    threads = executor();
  }

  private ExecutorService executor() {
    AtomicInteger count = new AtomicInteger();
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            settings.capacity(),
            settings.capacity(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            // No longer than the capacity, which is Flink's to keep.
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread =
                  new Thread(work, "telproof-" + check.key() + '-' + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  @Override
  public void asyncInvoke(T element, ResultFuture<Outcome<V>> result) throws Exception {
    String name = key.getKey(element);
    Inquiry inquiry = new Inquiry();
    opened(inFlight).put(result, inquiry);
    opened(threads).execute(() -> inquire(element, name, inquiry, result));
  }

  private void inquire(T element, String name, Inquiry inquiry, ResultFuture<Outcome<V>> result) {
    if (!inquiry.begin()) {
      return;
    }
    try {
      Outcome<V> outcome = outcome(element, name);
      end(inquiry, result, () -> complete(outcome, result));
    } catch (Exception e) {
      end(inquiry, result, () -> result.completeExceptionally(e));
    } catch (Error e) {
      end(inquiry, result, () -> result.completeExceptionally(e));
      throw e;
    }
  }

  private Outcome<V> outcome(T element, String name) throws Exception {
    CallContext context;
    Object query;
    try {
      context = settings.context(name);
    } catch (IllegalArgumentException e) {
      return failed(
          name,
          FailureKind.INVALID_REQUEST,
          "the key of the element cannot be one: " + e.getMessage() + "; nothing was sent");
    }
    try {
      query = lookup.query(element);
    } catch (IllegalArgumentException e) {
      // What it says may quote a number.
      return failed(
          name,
          FailureKind.INVALID_REQUEST,
          "no question can be made of the element; nothing was sent");
    }
    if (!check.query().isInstance(query)) {
      throw new IllegalStateException(
          check.key() + " asks " + check.query().getName() + ", not " + query.getClass().getName());
    }
    opened(meters).asked();
    try {
      return new Outcome.Answered<>(name, opened(asked).check(query, context));
    } catch (VerificationException e) {
      return new Outcome.Failed<>(name, e.failure());
    }
  }

  private Outcome<V> failed(String name, FailureKind kind, String reason) {
    return new Outcome.Failed<>(
        name,
        Failure.of(kind, NO_PROVIDER, check.key(), reason)
            .withCharge(Charge.FREE)
            .withSkipped(true)
            .withMaxRetries(0));
  }

  private void complete(Outcome<V> outcome, ResultFuture<Outcome<V>> result) {
    opened(meters).ended(outcome);
    result.complete(List.of(outcome));
  }

  /** Gives an outcome, unless there was one, or nobody is there any more to take it. */
  private void end(Inquiry inquiry, ResultFuture<Outcome<V>> result, Runnable given) {
    if (inquiry.end() != Inquiry.Stage.ENDED && !closed) {
      opened(inFlight).remove(result);
      try {
        given.run();
      } catch (RejectedExecutionException e) {
        // The task ends at this moment. The ledger has what came of the question.
      }
    }
  }

  /**
   * Is called where the client has not kept its time, or a lookup never came back. Flink's own way
   * is to fail the job, which would ask no better after it.
   */
  @Override
  public void timeout(T element, ResultFuture<Outcome<V>> result) throws Exception {
    @Nullable Inquiry inquiry = opened(inFlight).remove(result);
    if (inquiry == null) {
      return;
    }
    Inquiry.Stage stage = inquiry.end();
    if (stage == Inquiry.Stage.WAITING) {
      complete(
          failed(
              key.getKey(element),
              FailureKind.UNAVAILABLE,
              "the element had no thread in time, and nothing was sent; look for a lookup that"
                  + " waits"),
          result);
    } else if (stage == Inquiry.Stage.BEGUN) {
      complete(
          new Outcome.Failed<>(
              key.getKey(element),
              Failure.of(
                  FailureKind.INDETERMINATE,
                  NO_PROVIDER,
                  check.key(),
                  "nothing came back for the element in twice its time; what came of its question"
                      + " stands in the ledger, or in doubt")),
          result);
    }
  }

  /**
   * What waits for a permit or for a thread ends, free; what was sent is left to finish, and the
   * ledger has what came of it. Twice does nothing.
   */
  @Override
  public void close() throws Exception {
    closed = true;
    if (threads != null) {
      threads.shutdownNow();
      threads = null;
    }
    SharedClient released = client;
    client = null;
    try {
      lookup.close();
    } finally {
      if (released != null) {
        released.release();
      }
    }
  }

  private static <P> P opened(@Nullable P part) {
    if (part == null) {
      throw new IllegalStateException("the function is not open");
    }
    return part;
  }
}
