package io.telproof.client.internal.pipeline;

import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.client.Agreement;
import io.telproof.client.AgreementReport;
import io.telproof.client.ClientListener;
import io.telproof.client.internal.event.DaemonThreads;
import io.telproof.spi.CheckType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a client's shadows are asked, in the background, and what came of it. One for a client.
 * Nobody waits for it: what finds no room is dropped. Thread-safe.
 */
public final class ShadowExecutor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShadowExecutor.class);
  private static final int THREADS = 4;
  private static final int WAITING = 64;
  private static final long IDLE_SECONDS = 30;

  private final ConcurrentMap<CheckType, ConcurrentMap<Agreement, Long>> counts =
      new ConcurrentHashMap<>();
  private final ClientListener listener;
  private final Executor executor;
  private volatile boolean closed;

  ShadowExecutor(ClientListener listener) {
    this(listener, threads());
  }

  ShadowExecutor(ClientListener listener, Executor executor) {
    this.listener = listener;
    this.executor = executor;
  }

  private static ThreadPoolExecutor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            work -> DaemonThreads.thread(work, "telproof-shadow"));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Does it in the background, or not at all; never throws and never waits. */
  void submit(Runnable shadow) {
    if (closed) {
      return;
    }
    try {
      executor.execute(() -> run(shadow));
    } catch (RuntimeException | Error e) {
      // No room, closed meanwhile, or no thread to be had: the caller has an answer, and that is
      // all that matters here.
      LOG.debug("a shadow was not asked: {}", e.getClass().getName());
    }
  }

  private void run(Runnable shadow) {
    if (closed) {
      return;
    }
    try {
      shadow.run();
    } catch (RuntimeException | Error e) {
      // What was thrown may quote a number: its class is all that can be told.
      LOG.warn("a shadow broke: {}", e.getClass().getName());
    }
  }

  /** Tells what a shadow's question cost, the attempts before its outcome included. */
  void asked(CheckType check, String shadow, Charge charge, List<Attempt> earlier) {
    earlier.forEach(attempt -> listener.shadowAsked(check, shadow, attempt.charge()));
    listener.shadowAsked(check, shadow, charge);
  }

  /** Counts a comparison and tells it. */
  void compared(CheckType check, String primary, String shadow, Agreement agreement) {
    counts
        .computeIfAbsent(check, each -> new ConcurrentHashMap<>())
        .merge(agreement, 1L, Long::sum);
    listener.shadowed(check, primary, shadow, agreement);
  }

  /** What came of the comparisons so far, for each check for which there was one. */
  public Map<CheckType, AgreementReport> report() {
    Map<CheckType, AgreementReport> reports = new EnumMap<>(CheckType.class);
    counts.forEach((check, counted) -> reports.put(check, new AgreementReport(counted)));
    return reports;
  }

  /** Begins nothing more; what runs is left to end. Twice does nothing. */
  @Override
  public void close() {
    closed = true;
    if (executor instanceof ExecutorService threads) {
      threads.shutdown();
    }
  }
}
