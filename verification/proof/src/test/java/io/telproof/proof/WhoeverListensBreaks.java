package io.telproof.proof;

import com.typesafe.config.ConfigFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.client.ClientListener;
import io.telproof.client.Interceptor;
import io.telproof.client.Telproof;
import io.telproof.micrometer.TelproofObservations;
import io.telproof.sandbox.Scenario;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.Optional;

/**
 * An application whose own parts throw, and say in the message what they know. What an interceptor
 * throws reaches its own caller as it is; nobody else is to hear of it.
 */
final class WhoeverListensBreaks {
  private final Capture capture;
  private final Tally tally;
  private final HandTime time;
  private final Person person;

  WhoeverListensBreaks(Capture capture, Tally tally, HandTime time) {
    this.capture = capture;
    this.tally = tally;
    this.time = time;
    this.person = tally.person(Scenario.PLAIN_GOOD, 7);
  }

  private IllegalStateException broken() {
    return new IllegalStateException("broke on " + person.secrets());
  }

  void run(Vendors vendors) {
    ObservationRegistry observations = ObservationRegistry.create();
    observations.observationConfig().observationHandler(new Handler());
    try (Telproof telproof =
        capture
            .watch(
                Telproof.builder(
                    ConfigFactory.parseString(
                        "telproof.providers.tencent "
                            + Accounts.tencent("tencent", vendors.plain(), Accounts.TENCENT, ""))))
            .time(time)
            .listener(new Listener())
            .audit(
                entry -> {
                  throw broken();
                })
            .interceptor(new TelproofObservations(observations))
            .interceptor(new FaultyInterceptor())
            .open()) {
      status(telproof, person);
      status(telproof, tally.person(Scenario.UNKNOWN_ERROR, 7));
      try {
        tally.ask(telproof, CheckType.TENURE, telproof.tenure(), person.tenure(), Tally.PATIENCE);
        throw new IllegalArgumentException("the interceptor of tenure did not break");
      } catch (IllegalStateException e) {
        // The application's own.
      }
    }
  }

  private void status(Telproof telproof, Person whose) {
    tally.ask(
        telproof, CheckType.PHONE_STATUS, telproof.phoneStatus(), whose.number(), Tally.PATIENCE);
  }

  private final class FaultyInterceptor implements Interceptor {
    @Override
    public <Q, V> Answer<V> intercept(
        CheckType check, Q query, CallContext context, Check<Q, V> next) {
      if (check == CheckType.TENURE) {
        throw broken();
      }
      return next.check(query, context);
    }
  }

  private final class Listener implements ClientListener {
    @Override
    public void opened(Telproof telproof) {
      throw broken();
    }

    @Override
    public void answered(
        CheckType check,
        CallContext context,
        Optional<Gap> gap,
        Receipt receipt,
        Duration elapsed) {
      throw broken();
    }

    @Override
    public void failed(CheckType check, CallContext context, Failure failure, Duration elapsed) {
      throw broken();
    }
  }

  private final class Handler implements ObservationHandler<Observation.Context> {
    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }

    @Override
    public void onStop(Observation.Context context) {
      throw broken();
    }
  }
}
