package io.telproof.performance;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import java.time.Duration;

/** A client of one vendor that allows 20 questions a second, as Tencent does. */
final class Client implements AutoCloseable {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613812345678");

  private final ObservedLimiters limiters = new ObservedLimiters();
  private final Telproof telproof;

  Client(StampingVendor vendor) {
    String config =
        """
        telproof {
          providers.main { type = tencent, secret-id = none, secret-key = none, endpoint = "%s" }
          routes.tenure = main
        }
        """
            .formatted(vendor.url());
    this.telproof =
        Telproof.builder(ConfigFactory.parseString(config)).rateLimiters(limiters).open();
  }

  ObservedLimiters limiters() {
    return limiters;
  }

  /**
   * Asks one question.
   *
   * @throws VerificationException if there is no answer
   */
  void ask(Duration within) {
    Answer<Tenure> answer = telproof.tenure().check(NUMBER, CallContext.within(within));
    if (answer.receipt().charge() != Charge.CHARGED) {
      throw new IllegalStateException("the vendor of this benchmark bills every answer");
    }
  }

  @Override
  public void close() {
    telproof.close();
  }
}
