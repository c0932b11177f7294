package io.telproof.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.Shown;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scenario, every digit. */
final class MetaSweepTest {
  private final Caller caller = Caller.open();

  @AfterEach
  void stop() {
    caller.close();
  }

  /** What the pool says of a number, without what no two requests share. */
  private String told(String number) {
    String body = caller.ask("phone_number", number).body();
    assertThat(caller.last().contact()).isNotEmpty();
    return body.replaceAll("\"fbtrace_id\":\"[^\"]*\"", "").replaceAll("\\+?[0-9 -]{11,}", "#");
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void the_pool_plays_every_magic_number_or_meets_its_fault(Scenario scenario) {
    if (scenario.fault().isPresent()) {
      // What a fault does is told elsewhere, byte by byte; here, that the pool names it.
      VendorReply reply =
          caller.vendor.answer(question(scenario), Instant.parse("2026-11-21T12:00:00Z"));
      assertThat(reply.fault()).isEqualTo(scenario.fault());
      assertThat(reply.scenario()).contains(scenario);
      assertThat(reply.billing()).isEqualTo(Billing.UNSTATED);
      return;
    }
    List<String> played = new ArrayList<>();
    List<String> plainly = new ArrayList<>();
    for (int digit = 0; digit <= 9; digit++) {
      played.add(told(scenario.usNumber(digit)));
      plainly.add(told(Scenario.PLAIN_GOOD.usNumber(digit)));
    }
    boolean plain = scenario.meta().isEmpty() || scenario.meta().startsWith("as 00");
    assertThat(played.equals(plainly))
        .as("%s is played as 00: %s", scenario.slug(), played)
        .isEqualTo(plain || scenario == Scenario.PLAIN_GOOD);
    assertThat(Shown.by(caller.sandbox))
        .contains(scenario.sentence())
        .doesNotContain(scenario.usNumber(3).substring(5))
        .doesNotContain(MetaVendor.CREDENTIALS.token());
  }

  private VendorRequest question(Scenario scenario) {
    return new VendorRequest(
        "GET",
        "/v23.0/"
            + MetaVendor.BUSINESS_ID
            + "/preverified_numbers?phone_number="
            + scenario.usNumber(3).replace("+", "%2B"),
        List.of(new Header("Authorization", caller.authorization)),
        new byte[0]);
  }
}
