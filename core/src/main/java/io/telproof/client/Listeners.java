package io.telproof.client;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.spi.Capability;
import io.telproof.spi.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Several listeners as one, none of which can harm a question or another listener. */
final class Listeners implements ClientListener {
  private static final Logger LOG = LoggerFactory.getLogger(ClientListener.class);

  private final List<ClientListener> listeners;

  Listeners(List<ClientListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  private void each(Consumer<ClientListener> event) {
    tell(listeners, event, LOG);
  }

  /** Tells each, whatever another one throws. */
  static <L> void tell(List<L> listeners, Consumer<L> event, Logger log) {
    for (L listener : listeners) {
      Aside.run(listener.getClass().getName(), () -> event.accept(listener), log);
    }
  }

  @Override
  public void opened(Telproof telproof) {
    each(listener -> listener.opened(telproof));
  }

  @Override
  public void answered(
      Capability check, CallContext context, Optional<Gap> gap, Receipt receipt, Duration elapsed) {
    each(listener -> listener.answered(check, context, gap, receipt, elapsed));
  }

  @Override
  public void failed(Capability check, CallContext context, Failure failure, Duration elapsed) {
    each(listener -> listener.failed(check, context, failure, elapsed));
  }

  @Override
  public void limited(String provider, String operation, Quota quota) {
    each(listener -> listener.limited(provider, operation, quota));
  }

  @Override
  public void turn(String provider, String operation, Duration waited, boolean given) {
    each(listener -> listener.turn(provider, operation, waited, given));
  }

  @Override
  public void exchanged(String provider, String operation, Duration elapsed) {
    each(listener -> listener.exchanged(provider, operation, elapsed));
  }

  @Override
  public void breaker(Capability check, String provider, BreakerState state) {
    each(listener -> listener.breaker(check, provider, state));
  }

  @Override
  public void shadowAsked(Capability check, String shadow, Charge charge) {
    each(listener -> listener.shadowAsked(check, shadow, charge));
  }

  @Override
  public void shadowed(Capability check, String primary, String shadow, Agreement agreement) {
    each(listener -> listener.shadowed(check, primary, shadow, agreement));
  }
}
