package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.client.Agreement;
import io.telproof.client.AgreementReport;
import io.telproof.client.ClientListener;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.LogCapture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShadowExecutorTest {
  private static final ClientListener NOBODY = new ClientListener() {};

  @Test
  void four_are_asked_at_a_time_64_wait_and_the_rest_is_dropped() throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(4);
    CountDownLatch ended = new CountDownLatch(4 + 64);
    AtomicInteger begun = new AtomicInteger();
    try (ShadowExecutor shadows = new ShadowExecutor(NOBODY)) {
      Runnable stalled =
          () -> {
            begun.incrementAndGet();
            running.countDown();
            uninterrupted(mayEnd);
            ended.countDown();
          };
      IntStream.range(0, 4).forEach(i -> shadows.submit(stalled));
      running.await();
      IntStream.range(0, 200).forEach(i -> shadows.submit(stalled));
      assertThat(begun).hasValue(4);
      mayEnd.countDown();
      ended.await();
    }
    assertThat(begun).hasValue(4 + 64);
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a shadow", e);
    }
  }

  @Test
  void its_threads_have_one_name_and_keep_no_application_alive() throws Exception {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch ended = new CountDownLatch(4);
    try (ShadowExecutor shadows = new ShadowExecutor(NOBODY)) {
      for (int i = 0; i < 4; i++) {
        shadows.submit(
            () -> {
              threads.add(Thread.currentThread());
              ended.countDown();
            });
      }
      ended.await();
    }
    assertThat(threads)
        .hasSize(4)
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getName().equals("telproof-shadow"));
  }

  @Test
  void closing_lets_what_runs_end_and_begins_nothing_more() throws Exception {
    CountDownLatch running = new CountDownLatch(4);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(4);
    AtomicInteger begun = new AtomicInteger();
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    ShadowExecutor shadows = new ShadowExecutor(NOBODY);
    for (int i = 0; i < 10; i++) {
      shadows.submit(
          () -> {
            threads.add(Thread.currentThread());
            begun.incrementAndGet();
            running.countDown();
            uninterrupted(mayEnd);
            ended.countDown();
          });
      if (i == 3) {
        running.await();
      }
    }
    shadows.close();
    shadows.close();
    shadows.submit(begun::incrementAndGet);
    mayEnd.countDown();
    ended.await();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(begun).hasValue(4);
  }

  @Test
  void one_that_was_waiting_when_it_was_closed_is_not_begun() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    AtomicInteger begun = new AtomicInteger();
    ShadowExecutor shadows = new ShadowExecutor(NOBODY, waiting::add);
    shadows.submit(begun::incrementAndGet);
    shadows.submit(begun::incrementAndGet);
    waiting.remove().run();
    shadows.close();
    waiting.remove().run();
    shadows.submit(begun::incrementAndGet);
    assertThat(begun).hasValue(1);
    assertThat(waiting).isEmpty();
  }

  @Test
  void whatever_an_executor_throws_stays_inside() {
    List<Throwable> all =
        List.of(new RejectedExecutionException(), new IllegalStateException(), new Error());
    for (Throwable refusal : all) {
      ShadowExecutor shadows =
          new ShadowExecutor(
              NOBODY,
              work -> {
                if (refusal instanceof Error error) {
                  throw error;
                }
                throw (RuntimeException) refusal;
              });
      shadows.submit(() -> {});
    }
  }

  @Test
  void whatever_a_shadow_throws_stays_inside_and_is_logged_by_class() {
    try (LogCapture log = new LogCapture()) {
      ShadowExecutor shadows = new ShadowExecutor(NOBODY, Runnable::run);
      shadows.submit(
          () -> {
            throw new IllegalStateException("canary");
          });
      shadows.submit(
          () -> {
            throw new StackOverflowError("canary");
          });
      assertThat(log.lines())
          .hasSize(2)
          .noneMatch(line -> line.contains("canary"))
          .anyMatch(line -> line.endsWith("a shadow broke: java.lang.IllegalStateException"))
          .anyMatch(line -> line.endsWith("a shadow broke: java.lang.StackOverflowError"));
    }
  }

  @Test
  void comparisons_are_counted_for_each_check_and_told() throws Exception {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    ShadowExecutor shadows =
        new ShadowExecutor(
            new ClientListener() {
              @Override
              public void shadowed(
                  CheckType check, String primary, String shadow, Agreement agreement) {
                told.add(check + " " + primary + " " + shadow + " " + agreement);
              }
            },
            Runnable::run);
    assertThat(shadows.report()).isEmpty();
    Together.run(
        8,
        1,
        random -> {
          for (int i = 0; i < 100; i++) {
            shadows.compared(CheckType.TENURE, "main", "ali", Agreement.AGREED);
          }
          shadows.compared(CheckType.PHONE_STATUS, "main", "ali", Agreement.DIFFERED);
          return true;
        });
    assertThat(shadows.report())
        .isEqualTo(
            Map.of(
                CheckType.TENURE,
                new AgreementReport(Map.of(Agreement.AGREED, 800L)),
                CheckType.PHONE_STATUS,
                new AgreementReport(Map.of(Agreement.DIFFERED, 8L))));
    assertThat(told).hasSize(808).contains("PHONE_STATUS main ali DIFFERED");
  }
}
