package io.telproof.client.internal.event;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.client.BreakerState;
import io.telproof.client.ClientListener;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client logs of its work: each question at DEBUG, a breaker that opens at WARN, and one
 * that closes again at INFO: whoever was woken has to hear of the end.
 */
public final class LoggingListener implements ClientListener {
  private static final Logger LOG = LoggerFactory.getLogger(Telproof.class);

  @Override
  public void answered(
      CheckType check, CallContext context, Optional<Gap> gap, Receipt receipt, Duration elapsed) {
    if (!LOG.isDebugEnabled()) {
      return;
    }
    question(
        check,
        gap.map(Gap::name).orElse("KNOWN"),
        receipt.provider(),
        receipt.operation(),
        receipt.charge(),
        elapsed);
  }

  @Override
  public void failed(CheckType check, CallContext context, Failure failure, Duration elapsed) {
    question(
        check,
        failure.kind().name(),
        failure.provider(),
        failure.operation(),
        failure.charge(),
        elapsed);
  }

  private static void question(
      CheckType check,
      String outcome,
      String provider,
      String operation,
      Charge charge,
      Duration elapsed) {
    LOG.debug(
        "{}: {} from {} {}, {}, {} ms",
        check.key(),
        outcome,
        provider,
        operation,
        charge,
        elapsed.toMillis());
  }

  @Override
  public void breaker(CheckType check, String provider, BreakerState state) {
    switch (state) {
      case OPEN -> LOG.warn("{} of {} failed too often and is not asked", check.key(), provider);
      case HALF_OPEN -> LOG.debug("{} of {} is tried again", check.key(), provider);
      case CLOSED -> LOG.info("{} of {} is well again and is asked", check.key(), provider);
    }
  }
}
