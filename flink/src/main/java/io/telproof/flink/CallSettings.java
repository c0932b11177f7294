package io.telproof.flink;

import io.telproof.CallContext;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the elements of a stream are asked about. */
final class CallSettings implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int capacity;
  private final Duration within;
  private final @Nullable String purpose;
  private final boolean ledger;

  /**
   * All of them.
   *
   * @param ledger whether each element is asked about under its key
   */
  CallSettings(int capacity, Duration within, Optional<String> purpose, boolean ledger) {
    this.capacity = capacity;
    this.within = within;
    this.purpose = purpose.orElse(null);
    this.ledger = ledger;
  }

  int capacity() {
    return capacity;
  }

  boolean ledger() {
    return ledger;
  }

  Duration within() {
    return within;
  }

  /**
   * What goes along with the call for an element.
   *
   * @throws IllegalArgumentException if it cannot be a key
   */
  CallContext context(String key) {
    CallContext standard = CallContext.within(within);
    CallContext context =
        new CallContext(within, standard.correlationId(), Optional.ofNullable(purpose));
    return ledger ? context.withKey(key) : context;
  }
}
