package io.telproof.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.Http;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packages of Lookup v2 say of a number, and what that costs. */
final class LookupTest {
  private static final String[] CLAIM = {
    "FirstName", "Ann", "LastName", "Other", "NationalId", "1", "DateOfBirth", "19900131"
  };
  private static final String[] SINCE = {"LastVerifiedDate", "20240531"};

  private final Account account = Account.lenient();

  @AfterEach
  void stop() {
    account.close();
  }

  @Test
  void the_package_that_is_asked_for_is_an_object_and_the_others_are_null() {
    JsonNode reply = Account.json(Account.send(account.lookup("line_status", Account.NUMBER)));
    assertThat(reply.path("phone_number").asText()).isEqualTo(Account.NUMBER);
    assertThat(reply.path("valid").isBoolean()).isTrue();
    assertThat(reply.path("line_status").toString())
        .isEqualTo("{\"status\":\"active\",\"error_code\":null}");
    assertThat(reply.path("sim_swap").isNull()).isTrue();
    assertThat(reply.path("identity_match").isNull()).isTrue();
    assertThat(account.last().billing()).isEqualTo(Billing.CHARGED);
    assertThat(account.last().contact()).isEqualTo("+120****0100");
    assertThat(account.last().requestId()).matches("RQ[0-9a-f]{32}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1", "+0123456789", "+1234567890123456", "hello", "%2B%2B12015550100"})
  void a_number_that_cannot_exist_is_told_free_and_with_status_200(String number) {
    JsonNode reply = Account.json(Account.send(account.lookup("line_status", number)));
    assertThat(reply.path("valid").asBoolean(true)).isFalse();
    assertThat(reply.path("line_status").isNull()).isTrue();
    assertThat(account.last().billing()).isEqualTo(Billing.FREE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "caller_name", "line_status,sim_swap", "Line_Status"})
  void packages_that_are_not_played_are_refused(String fields) {
    assertThat(Account.told(Account.send(account.lookup(fields, Account.NUMBER))))
        .isEqualTo("400 60200");
  }

  @ParameterizedTest(name = "{0}, n = {1} → {2} {3}")
  @CsvSource({
    "PLAIN_GOOD, 0, active, CHARGED",
    "PLAIN_GOOD, 1, Reachable, CHARGED",
    "SUSPENDED, 0, unreachable, CHARGED",
    "VACANT, 1, Inactive, CHARGED",
    "UNDISCLOSED, 0, unknown, CHARGED",
    "UNLISTED_VERDICT, 0, dormant, CHARGED",
    "CANCELLED, 0, 60625, FREE",
    "NO_RECORD, 0, 60600, FREE",
    "NOT_COVERED, 0, 60607, FREE",
    "NOT_COVERED, 1, 60610, FREE",
    "NOT_COVERED, 9, 60612, FREE",
    "BUSY, 0, 60608, FREE",
    "BUSY, 1, 60613, FREE",
    "DAILY_LIMIT, 0, 60626, FREE",
    "DAILY_LIMIT, 1, 60611, FREE",
    "THROTTLED, 1, 60616, FREE",
    "NOT_ACTIVATED_SERVICE, 0, 60606, FREE",
    "ACCOUNT_UNVERIFIED, 0, 60624, FREE",
  })
  void line_status_plays(Scenario scenario, int digit, String says, Billing billing) {
    JsonNode found = account.found("line_status", scenario.usNumber(digit));
    assertThat(found.path(found.path("error_code").isNull() ? "status" : "error_code").asText())
        .isEqualTo(says);
    assertThat(account.last().billing()).isEqualTo(billing);
  }

  @ParameterizedTest(name = "{0}, n = {1} → {2}")
  @CsvSource({
    "PLAIN_GOOD, 0, exact_match exact_match exact_match exact_match 100",
    "SUSPENDED, 0, no_match no_match no_match no_match 20",
    "SUSPENDED, 1, no_match no_match no_match no_match null",
    "CANCELLED, 0, no_match no_match exact_match exact_match 20",
    "VACANT, 0, exact_match exact_match no_match exact_match 20",
    "UNREACHABLE, 0, high_partial_match exact_match exact_match exact_match 90",
    "UNREACHABLE, 1, partial_match exact_match exact_match exact_match null",
    "UNDISCLOSED, 0, exact_match no_data_available no_data_available no_data_available 100",
  })
  void identity_match_grades_each_part(Scenario scenario, int digit, String grades) {
    JsonNode found = account.found("identity_match", scenario.usNumber(digit), CLAIM);
    assertThat(
            String.join(
                " ",
                List.of(
                    found.path("first_name_match").asText(),
                    found.path("last_name_match").asText(),
                    found.path("national_id_match").asText(),
                    found.path("date_of_birth_match").asText(),
                    found.path("summary_score").asText())))
        .isEqualTo(grades);
    assertThat(account.last().billing()).isEqualTo(Billing.CHARGED);
  }

  @Test
  void identity_match_grades_nothing_that_was_not_told() {
    JsonNode found =
        account.found("identity_match", Account.NUMBER, "FirstName", "Ann", "LastName", "Other");
    assertThat(found.path("last_name_match").asText()).isEqualTo("exact_match");
    assertThat(found.path("national_id_match").asText()).isEqualTo("no_data_available");
  }

  @ParameterizedTest(name = "{0} {1} {2} → {3}")
  @CsvSource({
    "+8613800138000, FirstName, LastName, 60607",
    "+990123400000, FirstName, LastName, 60607",
    "+12015550100, FirstName, City, 60617",
    "+5511987654321, FirstName, LastName, 60617",
    "+34666666666, FirstName, LastName, 60614",
  })
  void identity_match_has_its_own_errors(String number, String one, String other, String error) {
    JsonNode found = account.found("identity_match", number, one, "Ann", other, "Other");
    assertThat(found.path("error_code").asText()).isEqualTo(error);
    assertThat(account.last().billing()).isEqualTo(Billing.FREE);
  }

  @ParameterizedTest(name = "{0} since {1} → {2}")
  @CsvSource({
    "PLAIN_GOOD, 20240531, no",
    // The clock stands at 21 November 2026.
    "SUSPENDED, 20250520, yes",
    "SUSPENDED, 20250521, no",
    "CANCELLED, 20260220, yes",
    "CANCELLED, 20260221, no",
    "UNDISCLOSED, 20240531, no_data_available",
  })
  void reassigned_number_answers_by_the_day(Scenario scenario, String since, String says) {
    JsonNode found =
        account.found("reassigned_number", scenario.usNumber(0), "LastVerifiedDate", since);
    assertThat(found.path("is_number_reassigned").asText()).isEqualTo(says);
    assertThat(found.path("last_verified_date").asText()).isEqualTo(since);
    assertThat(account.last().billing()).isEqualTo(Billing.UNSTATED);
  }

  @ParameterizedTest(name = "{0} since {1} → {2}")
  @CsvSource({
    "+8613800138000, 20240531, 60607",
    "+12015550100, 2024-05-31, 60618",
    "+12015550100, 20270101, 60618",
    "+12015550100, '', 60618",
  })
  void reassigned_number_has_its_own_errors(String number, String since, String error) {
    assertThat(
            account
                .found("reassigned_number", number, "LastVerifiedDate", since)
                .path("error_code")
                .asText())
        .isEqualTo(error);
    assertThat(account.found("reassigned_number", Account.NUMBER).path("error_code").asText())
        .isEqualTo("60617");
  }

  @ParameterizedTest(name = "{0}, n = {1} → {2} {3}")
  @CsvSource({
    "PLAIN_GOOD, 0, 2024-05-21T12:00:00Z false, CHARGED",
    "PLAIN_GOOD, 1, null false, CHARGED",
    "SUSPENDED, 0, 2026-11-21T10:00:00Z true, CHARGED",
    "SUSPENDED, 1, null true, CHARGED",
    "CANCELLED, 0, 2026-11-17T08:00:00Z false, CHARGED",
  })
  void sim_swap_tells_the_day_or_the_period_alone(
      Scenario scenario, int digit, String says, Billing billing) {
    JsonNode last = account.found("sim_swap", scenario.usNumber(digit)).path("last_sim_swap");
    assertThat(
            last.path("last_sim_swap_date").asText()
                + " "
                + last.path("swapped_in_period").asText())
        .isEqualTo(says);
    assertThat(last.path("swapped_period").asText()).isEqualTo("PT24H");
    assertThat(account.last().billing()).isEqualTo(billing);
  }

  @ParameterizedTest(name = "{0}, n = {1} → {2} {3}")
  @CsvSource({
    "VACANT, 1, null, FREE",
    "UNDISCLOSED, 0, '{\"last_sim_swap\":null,\"error_code\":null}', UNSTATED",
    "UNDISCLOSED, 1, '{\"last_sim_swap\":null,\"error_code\":\"60620\"}', CHARGED",
    "NOT_COVERED, 0, '{\"error_code\":60607}', FREE",
    "NO_RECORD, 0, '{\"error_code\":60600}', UNSTATED",
  })
  void sim_swap_costs_even_where_it_does_not_tell(
      Scenario scenario, int digit, String says, Billing billing) {
    JsonNode found = account.found("sim_swap", scenario.usNumber(digit));
    String carrier = "\"carrier_name\":\"Sandbox Mobile\",\"mobile_country_code\":\"001\",";
    assertThat(found.toString().replace(carrier + "\"mobile_network_code\":\"01\",", ""))
        .isEqualTo(says);
    assertThat(account.last().billing()).isEqualTo(billing);
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void every_package_plays_every_number_in_the_same_way_or_meets_its_fault(Scenario scenario) {
    if (scenario.fault().isPresent()) {
      // What a fault does is told elsewhere, byte by byte; here, that it was carried out and
      // billed.
      VendorReply reply = account.vendor.answer(status(scenario), account.clock.instant());
      assertThat(reply.fault()).isEqualTo(scenario.fault());
      assertThat(reply.vendorCode()).isEqualTo("Reachable");
      assertThat(reply.billing()).isEqualTo(Billing.CHARGED);
      return;
    }
    for (int digit = 0; digit <= 9; digit++) {
      for (String number : List.of(scenario.usNumber(digit), scenario.phoneNumber(digit))) {
        Http.Reply status = Account.send(account.lookup("line_status", number));
        Http.Reply swap = Account.send(account.lookup("sim_swap", number));
        Http.Reply match = Account.send(account.lookup("identity_match", number, CLAIM));
        Http.Reply since = Account.send(account.lookup("reassigned_number", number, SINCE));
        assertThat(List.of(status.status(), swap.status(), match.status(), since.status()))
            .as(number)
            .containsOnly(status.status());
        assertThat(account.sandbox.heard().get(account.sandbox.heard().size() - 1).contact())
            .isEqualTo(number);
      }
    }
  }

  private VendorRequest status(Scenario scenario) {
    return new VendorRequest(
        "GET",
        "/v2/PhoneNumbers/" + scenario.usNumber(3) + "?Fields=line_status",
        List.of(new Header("Authorization", account.basic())),
        new byte[0]);
  }
}
