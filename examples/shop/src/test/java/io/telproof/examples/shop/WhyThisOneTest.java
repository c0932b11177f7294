package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.PhoneNumber;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/routes.md shows tells of an answer and of a failure. */
final class WhyThisOneTest {
  @ParameterizedTest
  @CsvSource({"PLAIN_GOOD, main: ANSWERED", "UNLISTED_ERROR, main: FAILED"})
  void it_tells_who_answered_or_why_nobody_did_without_the_number(Scenario scenario, String said) {
    String number = scenario.phoneNumber(3);
    try (Rehearsal rehearsal = new Rehearsal();
        Telproof telproof =
            Telproof.open(
                rehearsal.over(
                    ConfigFactory.parseString("telproof.routes.tenure = main")
                        .withFallback(ConfigFactory.parseString(Trial.applicationConf()))))) {
      assertThat(WhyThisOne.ask(telproof, PhoneNumber.of(number)))
          .startsWith("tenure:\n  " + said)
          .doesNotContain(number);
    }
  }
}
