package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SimulatedVendorTest {
  private static Map<String, List<Offer>> offers() {
    try (Telproof telproof = Telproof.open(SimulatedVendor.all(URI.create("http://127.0.0.1:9")))) {
      return telproof.offers();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoever_is_asked_for_a_check_offers_it_to_end_users(CheckType check) {
    Map<String, List<Offer>> offers = offers();
    assertThat(SimulatedVendor.route(check))
        .isNotEmpty()
        .allSatisfy(
            word ->
                assertThat(offers.get(word))
                    .anyMatch(offer -> offer.check() == check && offer.restriction().isEmpty()));
  }

  @Test
  void who_serves_other_countries_is_asked_for_all_that_it_offers() {
    Map<String, List<Offer>> offers = offers();
    for (String word : List.of("camara", "twilio")) {
      assertThat(offers.get(word))
          .extracting(Offer::check)
          .allSatisfy(check -> assertThat(SimulatedVendor.route(check)).contains(word));
    }
  }
}
