package io.telproof.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pool of pre-verified numbers, as the pages of Meta have it. */
final class PoolTest {
  private static final String GOOD = Scenario.PLAIN_GOOD.phoneNumber(0);

  @ParameterizedTest
  @ValueSource(strings = {"+8613800138000", "8613800138000", "+86 138-0013-8000"})
  void a_number_is_found_in_whatever_spelling(String spelling) {
    try (Caller caller = Caller.open()) {
      JsonNode data = caller.data("phone_number", spelling);
      assertThat(data).hasSize(1);
      assertThat(data.get(0).toString())
          .isEqualTo(
              "{\"phone_number\":\"+86 138-0013-8000\",\"code_verification_status\":\"VERIFIED\","
                  + "\"id\":\"574008613800138000\"}");
      assertThat(caller.last().billing()).isEqualTo(Billing.UNSTATED);
      assertThat(caller.sandbox.heard().get(0).contact()).isEqualTo(spelling);
    }
  }

  @Test
  void the_fields_are_those_that_were_asked_for() {
    try (Caller caller = Caller.open()) {
      JsonNode entry =
          caller.data("phone_number", GOOD, "fields", "id,verification_expiry_time").get(0);
      List<String> names = new ArrayList<>();
      entry.fieldNames().forEachRemaining(names::add);
      assertThat(names).containsExactlyInAnyOrder("id", "verification_expiry_time");
      assertThat(caller.told("fields", "id,password")).isEqualTo("400 100");
      assertThat(caller.told("fields", "")).isEqualTo("400 100");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN_GOOD, VERIFIED, 1",
    "PLAIN_GOOD, NOT_VERIFIED, 0",
    "CANCELLED, EXPIRED, 1",
    "CANCELLED, VERIFIED, 0",
    "NO_RECORD, VERIFIED, 0",
  })
  void a_status_that_is_asked_for_leaves_out_the_others(
      Scenario scenario, String status, int entries) {
    try (Caller caller = Caller.open()) {
      assertThat(
              caller.data(
                  "phone_number", scenario.phoneNumber(0), "code_verification_status", status))
          .hasSize(entries);
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 100", "50, 100", "100, 30", "100, 100"})
  void page_after_page_has_every_number_once_and_the_last_one_has_no_next(int largest, int limit) {
    MetaSettings settings = MetaSettings.defaults().limits(10_000, 10_000).largestPage(largest);
    try (Caller caller = new Caller(settings)) {
      Set<String> numbers = new LinkedHashSet<>();
      Optional<String> after = Optional.of("");
      int pages = 0;
      while (after.isPresent()) {
        JsonNode page =
            Caller.json(
                caller.ask(
                    "code_verification_status",
                    "VERIFIED",
                    "limit",
                    Integer.toString(limit),
                    "after",
                    after.get()));
        pages++;
        assertThat(page.path("data").size()).isBetween(1, Math.min(largest, limit));
        page.path("data").forEach(entry -> assertThat(numbers.add(number(entry))).isTrue());
        JsonNode paging = page.path("paging");
        after =
            paging.has("next")
                ? Optional.of(paging.path("cursors").path("after").asText())
                : Optional.empty();
      }
      assertThat(numbers.size()).isBetween(400, 700);
      int size = Math.min(largest, limit);
      assertThat(pages).isEqualTo((numbers.size() + size - 1) / size);
    }
  }

  private static String number(JsonNode entry) {
    return entry.path(entry.has("phone_number") ? "phone_number" : "display_phone_number").asText();
  }

  @Test
  void a_page_has_25_numbers_where_nobody_says_how_many() {
    try (Caller caller = Caller.open()) {
      assertThat(caller.data()).hasSize(25);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0",
    "limit, 101",
    "limit, x",
    "after, %%%",
    "after, eA",
    "code_verification_status, verified",
  })
  void what_is_no_parameter_is_refused_free(String name, String value) {
    try (Caller caller = Caller.open()) {
      assertThat(caller.told(name, value)).isEqualTo("400 100");
      assertThat(caller.last().billing()).isEqualTo(Billing.FREE);
    }
  }

  @Test
  void another_business_is_not_found_and_the_version_may_be_left_out() {
    try (Caller caller = Caller.open()) {
      caller.business = "4711";
      assertThat(caller.told("phone_number", GOOD)).isEqualTo("404 803");
      caller.business = MetaVendor.BUSINESS_ID;
      caller.version = "";
      assertThat(caller.told("phone_number", GOOD)).isEqualTo("200");
    }
  }

  @Test
  void more_requests_in_a_second_than_the_limit_are_refused() {
    try (Caller caller = new Caller(MetaSettings.defaults())) {
      caller.vendor.limits().set("preverified_numbers", 1);
      List<String> told = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        told.add(caller.told("phone_number", GOOD));
      }
      assertThat(told).contains("200", "429 4/2446079");
    }
  }

  @Test
  void an_error_has_the_shape_of_the_page_and_quotes_nothing() {
    try (Caller caller = Caller.open()) {
      String number = Scenario.BUSY.phoneNumber(0);
      JsonNode error = Caller.json(caller.ask("phone_number", number)).path("error");
      assertThat(error.path("code").isInt()).isTrue();
      assertThat(error.path("is_transient").asBoolean()).isTrue();
      assertThat(error.path("type").asText()).isEqualTo("OAuthException");
      assertThat(error.path("fbtrace_id").asText()).matches("[A-Za-z]{23}");
      assertThat(error.toString()).doesNotContain(number.substring(3));
      assertThat(caller.last().requestId()).isEqualTo(error.path("fbtrace_id").asText());
    }
  }

  @Test
  void every_line_of_the_column_is_told() {
    try (Caller caller = Caller.open()) {
      for (Scenario scenario : Scenario.values()) {
        if (scenario.fault().isPresent() || scenario.meta().isEmpty()) {
          continue;
        }
        String number = scenario.phoneNumber(0);
        String told = caller.told("phone_number", number);
        String column = scenario.meta();
        if (told.equals("200")) {
          assertThat(column).as(scenario.name()).doesNotContain("400", "404", "429", "500", "503");
        } else {
          assertThat(column.replace("the first time as 26", "429 and 4"))
              .as(scenario.name())
              .startsWith(told.substring(0, 3) + " and ");
        }
      }
    }
  }
}
