package io.telproof.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Lets a second Ctrl-C or termination end a process at once that is ending already: Java itself
 * takes no notice of it.
 */
final class EndAtOnce {
  /** What a shell adds to a signal's number. */
  private static final int SIGNALLED = 128;

  private EndAtOnce() {}

  /** From now on. */
  static void onNextSignal() {
    // Found by their names: the compiler warns of these classes, and cannot be told not to.
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Method handle = signal.getMethod("handle", signal, handler);
      for (String name : new String[] {"INT", "TERM"}) {
        Object which = signal.getConstructor(String.class).newInstance(name);
        int number = (int) signal.getMethod("getNumber").invoke(which);
        Object halts =
            Proxy.newProxyInstance(
                handler.getClassLoader() == null
                    ? EndAtOnce.class.getClassLoader()
                    : handler.getClassLoader(),
                new Class<?>[] {handler},
                (proxy, method, arguments) -> {
                  Runtime.getRuntime().halt(SIGNALLED + number);
                  return null;
                });
        handle.invoke(null, which, halts);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // A Java without signals, or told not to take them: then a kill ends it.
    }
  }
}
