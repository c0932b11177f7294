package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.RecycledQuery;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.testkit.VirtualTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names alone, and numbers that changed hands, asked of the vendor on this machine. */
final class NewHolderTest {
  private final Account account = Account.open(new AlibabaVendor());

  @AfterEach
  void stop() {
    account.close();
  }

  @ParameterizedTest(name = "scenario {0}: {1}, {2}")
  @CsvSource({
    "00, SAME_HOLDER CHARGED, MATCH CHARGED",
    "01, RECYCLED CHARGED, MISMATCH[NAME] CHARGED",
    "02, RECYCLED CHARGED, MISMATCH[NAME] CHARGED",
    "03, SAME_HOLDER CHARGED, MATCH CHARGED",
    "07, UNDISCLOSED CHARGED, NO_RECORD FREE",
    "08, NO_RECORD FREE, NO_RECORD FREE",
    "09, NOT_COVERED FREE, NOT_COVERED FREE",
    "10, SAME_HOLDER CHARGED, MATCH CHARGED",
    "11, PROTOCOL CHARGED, MATCH CHARGED",
    "20, INVALID_REQUEST FREE, INVALID_REQUEST FREE",
    "22, SAME_HOLDER CHARGED, INVALID_REQUEST FREE",
    "23, UNAVAILABLE UNSTATED, UNAVAILABLE UNSTATED",
    "25, QUOTA FREE, QUOTA FREE",
    "26, THROTTLED FREE, THROTTLED FREE",
    "28, PROTOCOL POSSIBLE, PROTOCOL POSSIBLE",
    "29, PROTOCOL CHARGED, MATCH CHARGED",
    "40, ACCOUNT FREE, ACCOUNT FREE",
    "44, INDETERMINATE POSSIBLE, INDETERMINATE POSSIBLE",
    "60, INDETERMINATE POSSIBLE, INDETERMINATE POSSIBLE",
  })
  void each_scenario_is_told_as_it_is(String scenario, String recycled, String name) {
    PhoneNumber number = PhoneNumber.of("+8613800138" + scenario + "0");
    assertThat(
            Outcome.told(
                () ->
                    account
                        .provider()
                        .recycledNumber()
                        .orElseThrow()
                        .check(RecycledQuery.of(number, LocalDate.of(2024, 5, 1)))))
        .isEqualTo(recycled);
    String told =
        Outcome.told(
            () ->
                account
                    .provider()
                    .identityMatch()
                    .orElseThrow()
                    .check(IdentityClaim.of(number, "张三")));
    assertThat(told.replaceFirst("@[a-z-]+", "")).isEqualTo(name);
  }

  /** The day begins in China eight hours before it does at Greenwich. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-31T15:59:59Z, INVALID_REQUEST FREE, 0",
    "2026-05-31T16:00:00Z, SAME_HOLDER CHARGED, 1",
  })
  void a_day_that_is_still_to_come_is_refused_and_nothing_is_sent(
      Instant now, String told, int sent) {
    VirtualTime time = VirtualTime.at(now);
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(new AlibabaVendor()).at(time::now));
        VerificationProvider provider =
            Account.provider(sandbox, ProviderEnvironment.local(time), Map.of())) {
      RecycledQuery query =
          RecycledQuery.of(PhoneNumber.of("+8613800138000"), LocalDate.of(2026, 6, 1));
      assertThat(Outcome.told(() -> provider.recycledNumber().orElseThrow().check(query)))
          .isEqualTo(told);
      assertThat(sandbox.heard()).hasSize(sent);
    }
  }

  @Test
  void the_parameters_travel_in_the_query_and_the_body_is_empty() {
    account
        .provider()
        .recycledNumber()
        .orElseThrow()
        .check(RecycledQuery.of(PhoneNumber.of("+8613800138000"), LocalDate.of(2024, 5, 1)));
    assertThat(account.sandbox().heard())
        .singleElement()
        .satisfies(
            heard -> {
              assertThat(heard.operation()).isEqualTo("MobileRecycledMetaVerify");
              assertThat(heard.fields())
                  .containsEntry("RegisterDate", "20240501")
                  .containsEntry("Mobile", "13800138000")
                  .containsEntry("ParamType", "normal")
                  .hasSize(3);
            });
  }
}
