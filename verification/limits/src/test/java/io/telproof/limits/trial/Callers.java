package io.telproof.limits.trial;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneStatus;
import io.telproof.TenureQuery;
import io.telproof.VerificationException;
import io.telproof.client.ClientListener;
import io.telproof.client.Telproof;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One process' client, and its callers, who ask without a pause until their time is over. Whoever
 * is refused asks again a little later, as an application would.
 */
final class Callers implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** At the most, at random: who comes again in step with all others only queues behind them. */
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

  private static final int PATIENCE_SECONDS = 20;

  /** The question that a thread is about, and when it was put. */
  private record Put(int question, long asked) {}

  private static final ThreadLocal<Put> CURRENT = new ThreadLocal<>();

  private final int process;
  private final int callers;
  private final Witness witness;
  private final AtomicInteger nth = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool(Callers::daemon);
  private final Time time = Time.system();
  private final Telproof telproof;

  /** Opens the client by its configuration. */
  Callers(int process, int callers, String config, Witness witness) {
    this.process = process;
    this.callers = callers;
    this.witness = witness;
    this.telproof =
        Telproof.builder(ConfigFactory.parseString(config)).listener(new Permits()).open();
  }

  private static Duration pause() {
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(AFTER_A_FAILURE.toNanos()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "caller");
    thread.setDaemon(true);
    return thread;
  }

  private final class Permits implements ClientListener {
    @Override
    public void permit(String provider, String operation, Duration waited, boolean given) {
      Put put = CURRENT.get();
      if (given && put != null) {
        witness.granted(new Grant(put.question(), put.asked(), System.nanoTime()));
      }
    }
  }

  /**
   * Loads classes and opens connections, by questions of a check that is not counted, and by one of
   * the check that is: a limit that Redis has never heard of gives nothing at first.
   */
  void warm() throws InterruptedException, ExecutionException {
    List<Future<?>> asked = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      TenureQuery query = TenureQuery.of(Question.number(Question.of(process, i)));
      asked.add(
          threads.submit(() -> untilAnswered(() -> telproof.tenure().check(query, within()))));
    }
    asked.add(threads.submit(() -> untilAnswered(this::ask)));
    for (Future<?> each : asked) {
      each.get();
    }
  }

  /** A process that is cold takes its time until it has reached Redis. */
  private Answer<?> untilAnswered(Supplier<Answer<?>> question) throws InterruptedException {
    Deadline deadline = Deadline.in(WARM_UP, time);
    while (true) {
      try {
        return question.get();
      } catch (VerificationException e) {
        if (deadline.left().isZero()) {
          throw e;
        }
        time.await(pause());
      }
    }
  }

  private static CallContext within() {
    return CallContext.within(PATIENCE);
  }

  /** Lets everybody ask between two moments, and returns once all of them have gone. */
  void ask(long from, long until) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(callers);
    for (int i = 0; i < callers; i++) {
      threads.execute(
          () -> {
            try {
              await(from);
              askUntil(until);
            } catch (InterruptedException e) {
              // The time is over.
            } finally {
              over.countDown();
            }
          });
    }
    await(until);
    threads.shutdownNow();
    over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void await(long moment) throws InterruptedException {
    Duration left = Duration.ofNanos(moment - System.nanoTime());
    if (!left.isNegative()) {
      time.await(left);
    }
  }

  private Answer<PhoneStatus> ask() {
    int question = Question.of(process, nth.incrementAndGet());
    CURRENT.set(new Put(question, System.nanoTime()));
    return telproof.phoneStatus().check(Question.number(question), within());
  }

  private void askUntil(long until) throws InterruptedException {
    while (System.nanoTime() < until) {
      try {
        ask();
        witness.answered();
      } catch (VerificationException e) {
        if (System.nanoTime() < until) {
          witness.failed(e.kind().name());
          time.await(pause());
        }
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    telproof.close();
  }
}
