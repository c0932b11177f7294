package io.telproof.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.Http;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.Shown;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scenario, every digit, every operation. */
final class TwilioSweepTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Account account = Account.lenient();

  @AfterEach
  void stop() {
    account.close();
  }

  /** What each operation replies and costs, asked about this number, without what no two share. */
  private List<String> told(String number) {
    List<Http.Reply> replies = new ArrayList<>();
    replies.add(Account.send(account.lookup("line_status", number)));
    replies.add(
        Account.send(
            account.lookup(
                "identity_match",
                number,
                "FirstName",
                "Annabel",
                "LastName",
                "Lee",
                "NationalId",
                "662")));
    replies.add(
        Account.send(account.lookup("reassigned_number", number, "LastVerifiedDate", "20250101")));
    replies.add(Account.send(account.lookup("sim_swap", number)));
    replies.add(account.sendCode(number));
    replies.add(account.check(number, "123456"));
    List<Bill.Line> lines = account.sandbox.bill().lines();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      Bill.Line line = lines.get(lines.size() - replies.size() + i);
      int status = replies.get(i).status();
      assertThat(status >= 400 && line.billing() != Billing.FREE).as("%s", line).isFalse();
      assertThat(line.contact()).isNotEmpty();
      String body = replies.get(i).body().replaceAll("[0-9a-f]{32}|\\+1\\d{10}", "#");
      told.add(line.operation() + ' ' + status + ' ' + line.billing() + ' ' + body);
    }
    return told;
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void every_operation_plays_every_magic_number_or_meets_its_fault(Scenario scenario) {
    if (scenario.fault().isPresent()) {
      // What a fault does is told elsewhere, byte by byte; here, that the operation names it.
      VendorReply reply = account.vendor.answer(status(scenario), account.clock.instant());
      assertThat(reply.fault()).isEqualTo(scenario.fault());
      assertThat(reply.scenario()).contains(scenario);
      assertThat(reply.billing()).isEqualTo(Billing.CHARGED);
      return;
    }
    List<List<String>> played = new ArrayList<>();
    List<List<String>> plainly = new ArrayList<>();
    for (int digit = 0; digit <= 9; digit++) {
      played.add(told(scenario.usNumber(digit)));
      plainly.add(told(Scenario.PLAIN_GOOD.usNumber(digit)));
    }
    boolean plain = scenario.twilio().isEmpty() || scenario.twilio().startsWith("as 00");
    assertThat(played.equals(plainly))
        .as("%s is played as 00: %s", scenario.slug(), played)
        .isEqualTo(plain || scenario == Scenario.PLAIN_GOOD);
    assertThat(Shown.by(account.sandbox))
        .contains(scenario.sentence())
        .doesNotContain(scenario.usNumber(3).substring(5), "Annabel", "Lee", "662", "123456")
        .doesNotContain(TwilioVendor.CREDENTIALS.secret());
  }

  private VendorRequest status(Scenario scenario) {
    return new VendorRequest(
        "GET",
        "/v2/PhoneNumbers/%2B" + scenario.usNumber(3).substring(1) + "?Fields=line_status",
        List.of(new Header("Authorization", account.basic())),
        new byte[0]);
  }

  private JsonNode shown(int number) throws JsonProcessingException {
    String requests = Http.get(account.sandbox, "/requests").body();
    return JSON.readTree(requests).path("requests").get(number - 1);
  }

  @Test
  void an_error_of_a_package_is_shown_as_a_refusal_although_its_status_is_200()
      throws JsonProcessingException {
    account.found("sim_swap", Scenario.NOT_COVERED.usNumber(0));
    account.found("line_status", Scenario.NO_RECORD.usNumber(0));

    assertThat(shown(1).path("verdict").asText()).isEqualTo("refused");
    assertThat(shown(1).path("refusal").asText())
        .isEqualTo("error_code 60607 of the package sim_swap");
    assertThat(shown(1).path("billing").asText()).isEqualTo("free");
    assertThat(shown(2).path("verdict").asText()).as("looked up in vain").isEqualTo("answered");
  }

  @Test
  void a_refusal_is_shown_in_the_words_of_twilio_beside_the_scenario_that_caused_it()
      throws JsonProcessingException {
    account.sendCode(Scenario.SENDING_LIMITED.usNumber(0));
    account.sendCode("somebody");

    assertThat(shown(1).path("refusal").asText()).isEqualTo("Max send attempts reached");
    assertThat(shown(1).toString()).contains(Scenario.SENDING_LIMITED.sentence());
    assertThat(shown(2).path("refusal").asText()).isEqualTo("Invalid parameter: To");
    assertThat(shown(2).toString()).doesNotContain("somebody");
  }
}
