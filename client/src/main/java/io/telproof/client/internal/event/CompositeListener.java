package io.telproof.client.internal.event;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.client.Agreement;
import io.telproof.client.BreakerState;
import io.telproof.client.ClientListener;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several listeners as one, none of which can harm a question or another listener. */
public final class CompositeListener implements ClientListener {
  private static final Logger LOG = LoggerFactory.getLogger(ClientListener.class);

  private final List<ClientListener> listeners;

  /** Listeners that are told in this order. */
  public CompositeListener(List<ClientListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  private void each(Consumer<ClientListener> event) {
    tell(listeners, event, LOG);
  }

  /** Tells each, whatever another one throws. */
  static <L> void tell(List<L> listeners, Consumer<L> event, Logger log) {
    for (L listener : listeners) {
      Callbacks.run(listener.getClass().getName(), () -> event.accept(listener), log);
    }
  }

  @Override
  public void opened(Telproof telproof) {
    each(listener -> listener.opened(telproof));
  }

  @Override
  public void answered(
      CheckType check, CallContext context, Optional<Gap> gap, Receipt receipt, Duration elapsed) {
    each(listener -> listener.answered(check, context, gap, receipt, elapsed));
  }

  @Override
  public void failed(CheckType check, CallContext context, Failure failure, Duration elapsed) {
    each(listener -> listener.failed(check, context, failure, elapsed));
  }

  @Override
  public void limited(String provider, String operation, RateLimits limits, RateLimiter limiter) {
    each(listener -> listener.limited(provider, operation, limits, limiter));
  }

  @Override
  public void limitStore(boolean available) {
    each(listener -> listener.limitStore(available));
  }

  @Override
  public void permit(String provider, String operation, Duration waited, boolean given) {
    each(listener -> listener.permit(provider, operation, waited, given));
  }

  @Override
  public void exchanged(String provider, String operation, Duration elapsed) {
    each(listener -> listener.exchanged(provider, operation, elapsed));
  }

  @Override
  public void breaker(CheckType check, String provider, BreakerState state) {
    each(listener -> listener.breaker(check, provider, state));
  }

  @Override
  public void shadowAsked(CheckType check, String shadow, Charge charge) {
    each(listener -> listener.shadowAsked(check, shadow, charge));
  }

  @Override
  public void shadowed(CheckType check, String primary, String shadow, Agreement agreement) {
    each(listener -> listener.shadowed(check, primary, shadow, agreement));
  }
}
