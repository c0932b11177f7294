package io.telproof.client.internal.event;

import io.telproof.client.Telproof;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A call's correlation id in the logging context while the call is under way. For one thread. */
public final class CorrelationScope {
  private static final Logger LOG = LoggerFactory.getLogger(Telproof.class);
  private static final String CONTEXT = "the logging context";

  private @Nullable String before;

  /** Begins it, for the calling thread. */
  public CorrelationScope(String id) {
    Callbacks.run(CONTEXT, () -> put(id), LOG);
  }

  private void put(String id) {
    before = MDC.get(Telproof.CORRELATION_ID);
    MDC.put(Telproof.CORRELATION_ID, id);
  }

  /** Puts back what was there before. */
  public void end() {
    Callbacks.run(CONTEXT, this::restore, LOG);
  }

  private void restore() {
    if (before == null) {
      MDC.remove(Telproof.CORRELATION_ID);
    } else {
      MDC.put(Telproof.CORRELATION_ID, before);
    }
  }
}
