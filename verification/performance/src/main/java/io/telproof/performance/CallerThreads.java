package io.telproof.performance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/** The threads that callers run on: virtual ones where this Java has them. */
final class CallerThreads {
  private static final long SMALL_STACK = 128 << 10;

  /** {@code Thread.startVirtualThread}, of Java 21 and later. */
  private static final Optional<Method> VIRTUAL = virtual();

  private CallerThreads() {}

  /** The word for them. */
  static String kind() {
    return VIRTUAL.isPresent() ? "virtual" : "platform";
  }

  /** Starts one. */
  static Thread start(Runnable work) {
    if (VIRTUAL.isPresent()) {
      try {
        return (Thread) VIRTUAL.get().invoke(null, work);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("no virtual thread could be started", e);
      }
    }
    Thread thread = new Thread(null, work, "caller", SMALL_STACK);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static Optional<Method> virtual() {
    try {
      return Optional.of(Thread.class.getMethod("startVirtualThread", Runnable.class));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }
}
