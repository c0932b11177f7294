package io.telproof.testkit.internal;

import io.telproof.sandbox.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The faults that the next questions meet, each once and in their order. The sandbox has faults for
 * whatever comes next, and before a question comes the exchange of its token. Thread-safe.
 */
public final class FaultQueue {
  private final Deque<Fault> waiting = new ArrayDeque<>();

  FaultQueue() {}

  public void next(Fault fault) {
    next(1, fault);
  }

  public synchronized void next(int times, Fault fault) {
    for (int i = 0; i < times; i++) {
      waiting.addLast(fault);
    }
  }

  public synchronized void clear() {
    waiting.clear();
  }

  synchronized Optional<Fault> take() {
    return Optional.ofNullable(waiting.pollFirst());
  }
}
