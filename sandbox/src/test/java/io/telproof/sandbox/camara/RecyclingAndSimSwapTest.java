package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** number-recycling and both operations of sim-swap by magic number. */
final class RecyclingAndSimSwapTest {
  private static final String RECYCLING = "/number-recycling/v0.2/check";
  private static final String CHECK = "/sim-swap/v2/check";
  private static final String DATE = "/sim-swap/v2/retrieve-date";

  private final Operator operator = Operator.lenient();
  private final String token = operator.twoLegged("number-recycling:check sim-swap");

  @AfterEach
  void stop() {
    operator.close();
  }

  private Http.Reply ask(String path, String scenario, String field) {
    return operator.ask(
        path, token, "{\"phoneNumber\":\"+990123400%s\"%s}".formatted(scenario, field));
  }

  private Http.Reply recycling(String scenario, String date) {
    return ask(RECYCLING, scenario, ",\"specifiedDate\":\"" + date + "\"");
  }

  private void billed(String operation, Billing billing, String code) {
    Bill.Line line = operator.sandbox.bill().lines().get(0);
    assertThat(line.operation()).isEqualTo(operation);
    assertThat(line.billing()).isEqualTo(billing);
    assertThat(line.vendorCode()).isEqualTo(code);
    assertThat(line.requestId()).isEqualTo(Operator.CORRELATOR);
  }

  @ParameterizedTest
  @CsvSource({
    "000, 2026-11-21, false",
    "000, 1990-01-01, false",
    "010, 2025-05-21, false",
    "010, 2025-05-20, true",
    "020, 2026-02-21, false",
    "020, 2026-02-20, true",
    "030, 1990-01-01, false",
    "290, 2026-01-01, ''",
    "110, 2026-01-01, ''",
    "280, 2026-01-01, perhaps",
  })
  void a_number_is_recycled_for_days_before_its_subscribers_contract(
      String scenario, String date, String recycled) {
    Http.Reply reply = recycling(scenario, date);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(Operator.json(reply).path("phoneNumberRecycled").asText()).isEqualTo(recycled);
    billed("checkNumberRecycling", Billing.CHARGED, recycled);
  }

  @ParameterizedTest
  @CsvSource({
    "010, 1, false",
    "010, 2, true",
    "020, 99, false",
    "020, 100, true",
    "000, 2400, false",
    "280, 24, perhaps",
    "290, 24, ''",
    "110, 24, ''",
  })
  void a_sim_card_was_changed_within_the_hours_that_are_asked_about(
      String scenario, int hours, String swapped) {
    Http.Reply reply = ask(CHECK, scenario, ",\"maxAge\":" + hours);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(Operator.json(reply).path("swapped").asText()).isEqualTo(swapped);
    billed("checkSimSwap", Billing.CHARGED, swapped);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "000 | {\"latestSimChange\":\"2024-05-21T12:00:00.250Z\"}",
        "010 | {\"latestSimChange\":\"2026-11-21T10:00:00.250Z\"}",
        "020 | {\"latestSimChange\":\"2026-11-17T08:00:00.250Z\"}",
        "071 | {\"latestSimChange\":null}",
        "100 | {\"latestSimChange\":\"2024-05-21T14:00:00.250000000+02:00\"}",
        "110 | {\"monitoredPeriod\":120}",
        "120 | {\"latestSimChange\":null,\"monitoredPeriod\":120}",
        "280 | {\"latestSimChange\":\"perhaps\"}",
        "290 | {\"latestSimChange\":[]}",
      })
  void the_time_of_the_last_change_is_put_in_every_way(String scenario, String body) {
    Http.Reply reply = ask(DATE, scenario, "");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo(body);
    assertThat(operator.sandbox.bill().charged("retrieveSimSwapDate")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "070, 422, SERVICE_NOT_APPLICABLE",
    "080, 404, IDENTIFIER_NOT_FOUND",
    "090, 404, IDENTIFIER_NOT_FOUND",
    "200, 400, INVALID_ARGUMENT",
    "230, 503, UNAVAILABLE",
    "420, 403, PERMISSION_DENIED",
  })
  void what_is_not_told_is_free(String scenario, int status, String code) {
    assertThat(recycling(scenario, "2026-01-01").status()).isEqualTo(status);
    billed("checkNumberRecycling", Billing.FREE, code);
    for (String path : new String[] {CHECK, DATE}) {
      Http.Reply reply = ask(path, scenario, "");
      assertThat(reply.status()).isEqualTo(status);
      assertThat(Operator.json(reply).path("code").asText()).isEqualTo(code);
    }
    assertThat(operator.sandbox.bill().lines())
        .hasSize(3)
        .allMatch(line -> line.billing() == Billing.FREE);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "2401"})
  void the_hours_are_one_to_2400(int hours) {
    Http.Reply reply = ask(CHECK, "000", ",\"maxAge\":" + hours);
    assertThat(reply.status()).isEqualTo(400);
    billed("checkSimSwap", Billing.FREE, "OUT_OF_RANGE");
  }

  @ParameterizedTest
  @CsvSource({
    "/number-recycling/v0.2/check, number-recycling:check, true",
    "/sim-swap/v2/check, sim-swap:check, true",
    "/sim-swap/v2/check, sim-swap, true",
    "/sim-swap/v2/check, sim-swap:retrieve-date, false",
    "/sim-swap/v2/retrieve-date, sim-swap:retrieve-date, true",
    "/sim-swap/v2/retrieve-date, sim-swap, true",
    "/sim-swap/v2/retrieve-date, sim-swap:check, false",
    "/sim-swap/v2/check, number-recycling:check, false",
  })
  void an_operation_is_opened_by_each_of_its_scopes(String path, String scope, boolean opened) {
    String date = path.equals(RECYCLING) ? ",\"specifiedDate\":\"2026-01-01\"" : "";
    Http.Reply reply =
        operator.ask(
            path,
            operator.twoLegged(scope),
            "{\"phoneNumber\":\"+990123400000\"%s}".formatted(date));
    assertThat(reply.status()).isEqualTo(opened ? 200 : 403);
  }
}
