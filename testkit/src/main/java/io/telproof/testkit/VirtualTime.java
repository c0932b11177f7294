package io.telproof.testkit;

import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only where somebody waits for it. Thread-safe. There are two ways to use it:
 *
 * <ul>
 *   <li>By hand: {@link #advance} moves it and wakes whoever is due; threads run freely.
 *   <li>{@link #run}: the tasks run one at a time, each until it waits or ends, and time moves to
 *       the earliest wake-up once all of them wait. The same tasks give the same run, every time.
 * </ul>
 */
public final class VirtualTime implements Time {
  /** What one participant does. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does it. Whatever it throws is thrown by {@link VirtualTime#run}.
     *
     * @throws Exception where the test fails
     */
    void run() throws Exception;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Sleeper> sleepers =
      new PriorityQueue<>(
          Comparator.comparingLong((Sleeper sleeper) -> sleeper.due)
              .thenComparingLong(sleeper -> sleeper.order));
  private final Set<Thread> participants = new HashSet<>();
  private final Instant start;
  private long nanos;
  private long order;
  private int running;

  private VirtualTime(Instant start) {
    this.start = start;
  }

  /**
   * {@return time that stands at this instant}
   *
   * @param start the moment at which it begins
   */
  public static VirtualTime at(Instant start) {
    return new VirtualTime(start);
  }

  @Override
  public Instant now() {
    return start.plusNanos(nanos());
  }

  @Override
  public long nanos() {
    lock.lock();
    try {
      return nanos;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void await(Duration duration) throws InterruptedException {
    await(duration, new CompletableFuture<>());
  }

  /** Among tasks of {@link #run}, who is woken by the signal runs when the others wait. */
  @Override
  public void await(Duration atMost, CompletableFuture<?> signal) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      boolean participant = participants.contains(Thread.currentThread());
      Sleeper me = new Sleeper(nanos + Math.max(0, atMost.toNanos()), order++, participant);
      if (me.due == nanos && !participant) {
        return;
      }
      sleepers.add(me);
      running -= participant ? 1 : 0;
      changed.signalAll();
      CompletableFuture<?> unused = signal.whenComplete((value, failure) -> signalled(me));
      sleep(me);
    } finally {
      lock.unlock();
    }
  }

  private void signalled(Sleeper sleeper) {
    lock.lock();
    try {
      if (!sleepers.remove(sleeper)) {
        return;
      }
      if (sleeper.participant) {
        sleeper.due = nanos;
        sleeper.order = order++;
        sleepers.add(sleeper);
      } else {
        wake(sleeper);
      }
    } finally {
      lock.unlock();
    }
  }

  private void sleep(Sleeper me) throws InterruptedException {
    try {
      while (!me.woken) {
        me.wake.await();
      }
      if (me.interrupted) {
        throw new InterruptedException();
      }
    } catch (InterruptedException e) {
      if (!me.woken) {
        sleepers.remove(me);
        running += me.participant ? 1 : 0;
        changed.signalAll();
      }
      throw e;
    }
  }

  /**
   * Moves time on and wakes every thread whose wait is over by then.
   *
   * @param duration by how much
   */
  public void advance(Duration duration) {
    lock.lock();
    try {
      nanos += duration.toNanos();
      while (!sleepers.isEmpty() && sleepers.element().due <= nanos) {
        wakeFirst();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Moves time on to the earliest wake-up and wakes whoever is due.
   *
   * @return whether anybody was waiting
   */
  public boolean advanceToNextWakeUp() {
    lock.lock();
    try {
      @Nullable Sleeper first = sleepers.peek();
      if (first == null) {
        return false;
      }
      advance(Duration.ofNanos(Math.max(0, first.due - nanos)));
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns once so many threads wait. No virtual time passes.
   *
   * @param threads how many threads are to wait
   * @throws InterruptedException where this thread is interrupted
   */
  public void untilWaiting(int threads) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (sleepers.size() < threads) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs these tasks, each on its own thread, until all have ended. They may wait for nothing but
   * this time and what another task will give them without itself being asked to run.
   *
   * @param tasks what runs, each in a thread of its own
   * @throws AssertionError with the first failure as its cause, and the others suppressed
   * @throws InterruptedException where the test fails
   */
  public void run(List<? extends Task> tasks) throws InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (Task task : tasks) {
      Thread thread = new Thread(() -> participate(task, failures), "virtual-" + threads.size());
      thread.setDaemon(true);
      threads.add(thread);
      admit(thread);
    }
    lock.lockInterruptibly();
    try {
      while (running > 0 || !participants.isEmpty()) {
        if (running == 0) {
          nanos = Math.max(nanos, sleepers.element().due);
          wakeFirst();
        } else {
          changed.await();
        }
      }
    } finally {
      lock.unlock();
    }
    if (!failures.isEmpty()) {
      AssertionError error = new AssertionError(failures.size() + " tasks failed", failures.get(0));
      failures.stream().skip(1).forEach(error::addSuppressed);
      throw error;
    }
  }

  /**
   * Interrupts a thread; a wait in this time has ended when the method returns. Among tasks of
   * {@link #run}, {@link Thread#interrupt} would leave it to chance whether time moves first.
   *
   * @param thread the thread that is interrupted
   */
  public void interrupt(Thread thread) {
    lock.lock();
    try {
      for (Sleeper sleeper : sleepers) {
        if (sleeper.thread == thread) {
          sleeper.interrupted = true;
          sleepers.remove(sleeper);
          wake(sleeper);
          return;
        }
      }
      thread.interrupt();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Starts a thread and returns when it waits for its first permit: that keeps the tasks' order.
   */
  private void admit(Thread thread) throws InterruptedException {
    int before;
    lock.lockInterruptibly();
    try {
      participants.add(thread);
      running++;
      before = sleepers.size();
    } finally {
      lock.unlock();
    }
    thread.start();
    untilWaiting(before + 1);
  }

  private void participate(Task task, List<Throwable> failures) {
    @Nullable Throwable failure = null;
    try {
      await(Duration.ZERO);
      task.run();
    } catch (Throwable e) {
      failure = e;
    }
    lock.lock();
    try {
      if (failure != null) {
        failures.add(failure);
      }
      participants.remove(Thread.currentThread());
      running--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void wakeFirst() {
    wake(sleepers.remove());
  }

  private void wake(Sleeper sleeper) {
    sleeper.woken = true;
    running += sleeper.participant ? 1 : 0;
    sleeper.wake.signal();
  }

  private final class Sleeper {
    private final Condition wake = lock.newCondition();
    private final Thread thread = Thread.currentThread();
    private long due;
    private long order;
    private final boolean participant;
    private boolean woken;
    private boolean interrupted;

    private Sleeper(long due, long order, boolean participant) {
      this.due = due;
      this.order = order;
      this.participant = participant;
    }
  }
}
