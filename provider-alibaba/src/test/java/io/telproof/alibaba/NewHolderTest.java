package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.RecycledQuery;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import java.time.LocalDate;
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

  @Test
  void a_day_that_is_still_to_come_is_refused_and_nothing_is_sent() {
    RecycledQuery query =
        RecycledQuery.of(PhoneNumber.of("+8613800138000"), LocalDate.of(9999, 12, 31));
    assertThat(Outcome.told(() -> account.provider().recycledNumber().orElseThrow().check(query)))
        .isEqualTo("INVALID_REQUEST FREE");
    assertThat(account.sandbox().heard()).isEmpty();
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
