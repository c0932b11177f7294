package io.telproof.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telproof.spi.ledger.LedgerException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Many threads share one wait for the disk. */
final class GroupForceTest {
  private final AtomicLong written = new AtomicLong();
  private final AtomicInteger forces = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch first = new CountDownLatch(1);
  private final AtomicReference<LedgerException> refusal = new AtomicReference<>();

  /** The first force takes as long as the test wants. */
  private long force() throws LedgerException {
    int number = forces.incrementAndGet();
    long upTo = written.get();
    if (number == 1) {
      begun.countDown();
      try {
        first.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    } else if (refusal.get() != null) {
      throw refusal.get();
    }
    return upTo;
  }

  private final GroupForce group = new GroupForce(this::force);
  private final AtomicInteger failures = new AtomicInteger();

  private Thread waiting(long address) {
    Thread thread =
        new Thread(
            () -> {
              try {
                group.await(address);
              } catch (LedgerException e) {
                failures.incrementAndGet();
              }
            });
    thread.start();
    return thread;
  }

  private List<Thread> waitingWhileTheFirstIsUnderWay(int count) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    written.set(1);
    threads.add(waiting(1));
    begun.await();
    for (int i = 2; i <= count; i++) {
      written.set(i);
      Thread thread = waiting(i);
      threads.add(thread);
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    return threads;
  }

  private static void end(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void who_comes_while_one_is_under_way_is_served_by_the_next_together() throws Exception {
    List<Thread> threads = waitingWhileTheFirstIsUnderWay(64);
    assertThat(group.forced()).isZero();
    first.countDown();
    end(threads);
    assertThat(forces).hasValue(2);
    assertThat(group.forced()).isEqualTo(64);
    group.await(64);
    assertThat(forces).as("nothing is forced twice").hasValue(2);
  }

  @Test
  void all_whom_a_force_that_failed_would_have_served_are_told() throws Exception {
    List<Thread> threads = waitingWhileTheFirstIsUnderWay(10);
    refusal.set(new LedgerException("the disk is gone"));
    first.countDown();
    end(threads);
    assertThat(failures).hasValue(9);
    assertThat(group.forced()).isEqualTo(1);
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> group.await(2))
        .withMessage("the disk is gone");
  }
}
