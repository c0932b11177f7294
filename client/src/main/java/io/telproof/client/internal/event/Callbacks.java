package io.telproof.client.internal.event;

import org.slf4j.Logger;

/**
 * Calls what an application or a library does beside a question. What it throws goes no further,
 * because an answer that was paid for would go with it. Only what says that the virtual machine is
 * at its end is passed on: every {@link VirtualMachineError} but a {@link StackOverflowError}.
 */
public final class Callbacks {
  private Callbacks() {}

  /** Does it; what it throws may quote anything, and so its class is all that is logged. */
  public static void run(String who, Runnable step, Logger log) {
    try {
      step.run();
    } catch (Throwable e) {
      if (e instanceof VirtualMachineError end && !(e instanceof StackOverflowError)) {
        throw end;
      }
      try {
        log.warn("{} threw {}", who, e.getClass().getName());
      } catch (Throwable again) {
        // Nothing is called here: where the stack has overflowed, a call may overflow it once more.
        if (again instanceof VirtualMachineError end && !(again instanceof StackOverflowError)) {
          throw end;
        }
      }
    }
  }
}
