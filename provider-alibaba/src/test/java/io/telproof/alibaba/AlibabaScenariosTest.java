package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.PhoneNumber;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor can say of a number, and what we make of it, from the question to the bill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AlibabaScenariosTest {
  private final Account account =
      Account.open(new AlibabaVendor(Account.GENEROUS), Account.unlimited(), Map.of());

  @AfterAll
  void stop() {
    account.close();
  }

  @ParameterizedTest(name = "SS = {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "01 | SUSPENDED UNSTATED     | 12..24 CHARGED      | MISMATCH CHARGED     | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "02 | CANCELLED UNSTATED     | 6..12 CHARGED       | MISMATCH[NAME] CHARGED | sent POSSIBLE   | ACCEPTED FREE     | id UNSTATED",
        "03 | NO_RECORD UNSTATED     | 3..6 CHARGED        | MISMATCH[ID_NUMBER] CHARGED | sent POSSIBLE | ACCEPTED FREE  | id UNSTATED",
        "04 | UNREACHABLE UNSTATED   | 0..3 CHARGED        | MISMATCH[NAME,ID_NUMBER] CHARGED | sent POSSIBLE | ACCEPTED FREE | id UNSTATED",
        "05 | UNREACHABLE UNSTATED   | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "06 | NOT_ACTIVATED UNSTATED | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "07 | NO_RECORD UNSTATED     | NO_RECORD FREE      | NO_RECORD FREE       | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "08 | NO_RECORD UNSTATED     | NO_RECORD FREE      | NO_RECORD FREE       | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "09 | NO_RECORD UNSTATED     | NO_RECORD FREE      | NOT_COVERED FREE     | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "10 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "11 | UNDISCLOSED UNSTATED   | UNDISCLOSED CHARGED | MATCH CHARGED        | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "12 | ACTIVE UNSTATED        | 3..6 CHARGED        | NO_RECORD FREE       | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "13 | ACTIVE UNSTATED        | 24.. CHARGED        | MISMATCH[NAME,ID_NUMBER] CHARGED | sent POSSIBLE | ACCEPTED FREE | id UNSTATED",
        "14 | ACTIVE UNSTATED        | 24.. CHARGED        | MISMATCH[NAME] CHARGED | sent POSSIBLE   | ACCEPTED FREE     | id UNSTATED",
        "15 | ACTIVE UNSTATED        | 24.. CHARGED        | MISMATCH[ID_NUMBER] CHARGED | sent POSSIBLE | ACCEPTED FREE  | id UNSTATED",
        "16 | ACTIVE UNSTATED        | 24.. CHARGED        | MISMATCH CHARGED     | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "20 | INVALID_REQUEST FREE   | INVALID_REQUEST FREE | INVALID_REQUEST FREE | INVALID_REQUEST FREE | INVALID_REQUEST FREE | INVALID_REQUEST FREE",
        "21 | ACTIVE UNSTATED        | 24.. CHARGED        | INVALID_REQUEST FREE | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "22 | ACTIVE UNSTATED        | 24.. CHARGED        | INVALID_REQUEST FREE | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "23 | UNAVAILABLE UNSTATED   | UNAVAILABLE UNSTATED | UNAVAILABLE UNSTATED | UNAVAILABLE FREE | UNAVAILABLE FREE  | UNAVAILABLE FREE",
        "25 | QUOTA FREE             | QUOTA FREE          | QUOTA FREE           | QUOTA FREE        | QUOTA FREE        | id UNSTATED",
        "26 | THROTTLED FREE         | THROTTLED FREE      | THROTTLED FREE       | THROTTLED FREE    | THROTTLED FREE    | THROTTLED FREE",
        "28 | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE   | PROTOCOL POSSIBLE    | sent POSSIBLE     | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE",
        "29 | PROTOCOL UNSTATED      | PROTOCOL CHARGED    | MISMATCH CHARGED     | sent POSSIBLE     | ACCEPTED FREE     | PROTOCOL UNSTATED",
        "40 | ACCOUNT FREE           | ACCOUNT FREE        | ACCOUNT FREE         | ACCOUNT FREE      | ACCOUNT FREE      | ACCOUNT FREE",
        "41 | ACCOUNT FREE           | ACCOUNT FREE        | ACCOUNT FREE         | ACCOUNT FREE      | ACCOUNT FREE      | ACCOUNT FREE",
        "42 | UNAUTHORIZED FREE      | UNAUTHORIZED FREE   | UNAUTHORIZED FREE    | UNAUTHORIZED FREE | UNAUTHORIZED FREE | UNAUTHORIZED FREE",
        "43 | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE   | PROTOCOL POSSIBLE    | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE",
        "44 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "45 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "46 | ACCOUNT FREE           | ACCOUNT FREE        | ACCOUNT FREE         | ACCOUNT FREE      | ACCOUNT FREE      | ACCOUNT FREE",
        "47 | ACCOUNT FREE           | ACCOUNT FREE        | ACCOUNT FREE         | ACCOUNT FREE      | ACCOUNT FREE      | ACCOUNT FREE",
        "80 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | REJECTED FREE     | id UNSTATED",
        "81 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | REJECTED FREE     | id UNSTATED",
        "82 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | QUOTA FREE        | id UNSTATED",
        "84 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | THROTTLED FREE    | ACCEPTED FREE     | id UNSTATED",
        "86 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | INDETERMINATE POSSIBLE | id UNSTATED",
      })
  void each_scenario_is_told_as_it_is_in_exactly_one_request(
      String scenario,
      String status,
      String tenure,
      String identity,
      String sending,
      String code,
      String id) {
    Iterator<String> expected = List.of(status, tenure, identity, sending, code, id).iterator();
    PhoneNumber number = PhoneNumber.of("+8613800138" + scenario + "0");
    account
        .questions(number)
        .forEach(
            (operation, question) ->
                assertThat(seen(operation, question)).as(operation).isEqualTo(expected.next()));
  }

  @ParameterizedTest(name = "SS = {0}")
  @CsvSource({
    "60, INDETERMINATE POSSIBLE",
    "63, INDETERMINATE POSSIBLE",
    "64, PROTOCOL POSSIBLE",
    "65, INDETERMINATE POSSIBLE",
    "66, PROTOCOL POSSIBLE",
    "67, PROTOCOL POSSIBLE",
    "68, PROTOCOL POSSIBLE",
    "69, PROTOCOL POSSIBLE",
    "70, THROTTLED FREE",
    "71, INDETERMINATE POSSIBLE",
    "72, INDETERMINATE POSSIBLE",
    "73, PROTOCOL POSSIBLE",
  })
  void a_reply_that_is_lost_or_spoilt_leads_to_no_second_request(String scenario, String told) {
    account
        .questions(PhoneNumber.of("+8613800138" + scenario + "0"))
        .forEach(
            (operation, question) ->
                assertThat(seen(operation, question)).as(operation).isEqualTo(told));
  }

  /** What was told; and meanwhile the vendor read one request, and billed it if we say so. */
  private String seen(String operation, Supplier<? extends Answer<?>> question) {
    long requests = account.sandbox().bill().requests(operation);
    long charged = account.sandbox().bill().charged(operation);
    String told = Outcome.told(question);
    assertThat(account.sandbox().bill().requests(operation)).as(told).isEqualTo(requests + 1);
    long billed = account.sandbox().bill().charged(operation) - charged;
    if (told.endsWith(" " + Charge.CHARGED)) {
      assertThat(billed).as(told).isEqualTo(1);
    } else if (!told.endsWith(" " + Charge.POSSIBLE)) {
      assertThat(billed).as(told).isZero();
    }
    return told.replaceFirst("@[a-z-]+", "").replaceFirst("^[0-9]{6,}(/[0-9]+)?", "id");
  }

  @ParameterizedTest(name = "SS = {0}")
  @CsvSource({"30, china-mobile", "31, china-unicom", "32, china-telecom", "33, china-broadnet"})
  void a_carrier_is_told_in_each_of_the_vendors_spellings(String scenario, String carrier) {
    for (int digit = 0; digit < 10; digit++) {
      Iterator<Supplier<Answer<?>>> questions =
          account.questions(PhoneNumber.of("+8613800138" + scenario + digit)).values().iterator();
      assertThat(Outcome.told(questions.next())).isEqualTo("ACTIVE@" + carrier + " UNSTATED");
      questions.next();
      assertThat(Outcome.told(questions.next())).isEqualTo("MATCH@" + carrier + " CHARGED");
    }
  }

  @ParameterizedTest(name = "SSn = {0}")
  @ValueSource(strings = {"000", "001", "800", "801", "808", "809", "810", "811"})
  void a_wrong_code_is_rejected_by_whatever_channel_the_vendor_says_so(String magic) {
    PhoneNumber number = PhoneNumber.of("+8613800138" + magic);
    assertThat(Outcome.told(() -> account.verify(number, "000000"))).isEqualTo("REJECTED FREE");
  }

  @ParameterizedTest(name = "SS = {0}")
  @ValueSource(strings = {"61", "62"})
  void a_vendor_that_says_nothing_or_drips_is_left_at_the_deadline(String scenario) {
    PhoneNumber number = PhoneNumber.of("+8613800138" + scenario + "0");
    long started = Time.system().nanos();
    assertThat(
            Outcome.told(
                () ->
                    account
                        .provider()
                        .phoneStatus()
                        .orElseThrow()
                        .check(number, CallContext.within(Duration.ofMillis(500)))))
        .isEqualTo("INDETERMINATE POSSIBLE");
    assertThat(Duration.ofNanos(Time.system().nanos() - started))
        .isBetween(Duration.ofMillis(500), Duration.ofMillis(5000));
  }
}
