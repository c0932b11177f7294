package io.telproof.spi.http.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Virtual threads, of which Java 17 knows nothing. In Java 21 to 23 one that waits in a selector
 * holds the thread that carries it, so that a few hundred of them would stop all others.
 */
public final class VirtualThreads {
  private static final boolean HOLD =
      Runtime.version().feature() >= 21 && Runtime.version().feature() < 24;

  private VirtualThreads() {}

  /** Whether the calling thread is one that would hold its carrier while it waits. */
  public static boolean holdTheirCarrier() {
    return HOLD && Holder.isVirtual(Thread.currentThread());
  }

  /** Looked up on those versions alone. */
  private static final class Holder {
    private static final MethodHandle IS_VIRTUAL = isVirtual();

    private static MethodHandle isVirtual() {
      try {
        return MethodHandles.publicLookup()
            .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private static boolean isVirtual(Thread thread) {
      try {
        return (boolean) IS_VIRTUAL.invokeExact(thread);
      } catch (Throwable e) {
        throw new IllegalStateException("a thread does not say whether it is virtual", e);
      }
    }
  }
}
