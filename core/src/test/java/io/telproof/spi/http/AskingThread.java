package io.telproof.spi.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The kinds of threads that may ask. */
enum AskingThread {
  PLATFORM,
  /** Java 17, for which this is compiled, has none. */
  VIRTUAL;

  /** Those that the running Java has. */
  static List<AskingThread> all() {
    return Runtime.version().feature() < 21 ? List.of(PLATFORM) : Arrays.asList(values());
  }

  Thread start(Runnable work) {
    if (this == VIRTUAL) {
      try {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        return (Thread) start.invoke(null, work);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("this Java has no virtual threads", e);
      }
    }
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
