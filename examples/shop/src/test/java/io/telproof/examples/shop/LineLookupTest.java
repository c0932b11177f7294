package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/moving-from-the-sdks.md shows is the same at both vendors. */
final class LineLookupTest {
  @ParameterizedTest
  @ValueSource(strings = {"main", "ali"})
  void the_same_lines_tell_the_state_at_each_vendor(String provider) {
    try (Rehearsal rehearsal = new Rehearsal();
        Telproof telproof =
            Telproof.open(
                rehearsal.over(
                    ConfigFactory.parseString("telproof.routes.phone-status = " + provider)
                        .withFallback(ConfigFactory.parseString(Trial.applicationConf()))))) {
      assertThat(LineLookup.state(telproof, number(Scenario.SUSPENDED)))
          .contains(LineState.SUSPENDED);
      assertThat(LineLookup.state(telproof, number(Scenario.NO_RECORD))).isEmpty();
    }
  }

  private static PhoneNumber number(Scenario scenario) {
    return PhoneNumber.of(scenario.phoneNumber(3));
  }
}
