package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.Http;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.Shown;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scenario, every digit, every operation. */
final class CamaraSweepTest {
  private static final String STATUS = "/subscription-status/v0.1/retrive-subscription-status";
  private static final String SEND = "/one-time-password-sms/v1/send-code";
  private static final String VALIDATE = "/one-time-password-sms/v1/validate-code";

  private final Operator operator = Operator.lenient();
  private final String token =
      operator.twoLegged(
          "subscription-status:retrive-subscription-status device-reachability-status:read"
              + " kyc-tenure:check-tenure kyc-match:match one-time-password-sms:send-validate"
              + " number-recycling:check sim-swap");

  @AfterEach
  void stop() {
    operator.close();
  }

  /** The status and verdict of each operation, asked about this number. */
  private List<String> verdicts(String number) {
    List<Http.Reply> replies = new ArrayList<>();
    replies.add(operator.ask(STATUS, token, "{\"phoneNumber\":\"%s\"}".formatted(number)));
    replies.add(
        operator.ask(
            "/device-reachability-status/v1/retrieve",
            token,
            "{\"device\":{\"phoneNumber\":\"%s\"}}".formatted(number)));
    replies.add(
        operator.ask(
            "/kyc-tenure/v0.2/check-tenure",
            token,
            "{\"phoneNumber\":\"%s\",\"tenureDate\":\"2025-01-01\"}".formatted(number)));
    replies.add(
        operator.ask(
            "/kyc-match/v0.4/match",
            token,
            "{\"phoneNumber\":\"%s\",\"name\":\"Ann\",\"idDocument\":\"6\"}".formatted(number)));
    replies.add(
        operator.ask(
            "/number-recycling/v0.2/check",
            token,
            "{\"phoneNumber\":\"%s\",\"specifiedDate\":\"2025-01-01\"}".formatted(number)));
    for (String path : List.of("/sim-swap/v2/check", "/sim-swap/v2/retrieve-date")) {
      replies.add(operator.ask(path, token, "{\"phoneNumber\":\"%s\"}".formatted(number)));
    }
    Http.Reply sent =
        operator.ask(
            SEND, token, "{\"phoneNumber\":\"%s\",\"message\":\"{{code}}\"}".formatted(number));
    replies.add(sent);
    if (sent.status() == 200) {
      String id = Operator.json(sent).path("authenticationId").asText();
      replies.add(
          operator.ask(
              VALIDATE, token, "{\"authenticationId\":\"%s\",\"code\":\"123456\"}".formatted(id)));
    }
    List<Bill.Line> lines = operator.sandbox.bill().lines();
    List<String> verdicts = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      Bill.Line line = lines.get(lines.size() - replies.size() + i);
      int status = replies.get(i).status();
      assertThat(line.billing())
          .isEqualTo(status == 200 || status == 204 ? Billing.CHARGED : Billing.FREE);
      assertThat(line.contact()).isNotEmpty();
      verdicts.add(line.operation() + ' ' + status + ' ' + line.vendorCode());
    }
    return verdicts;
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void every_operation_plays_every_magic_number_or_meets_its_fault(Scenario scenario) {
    if (scenario.fault().isPresent()) {
      // What a fault does is told elsewhere, byte by byte; here, that the operation names it.
      VendorReply reply = operator.vendor.answer(status(scenario), operator.clock.instant());
      assertThat(reply.fault()).isEqualTo(scenario.fault());
      assertThat(reply.vendorCode()).isEqualTo("active/active/active");
      assertThat(reply.billing()).isEqualTo(Billing.CHARGED);
      return;
    }
    List<List<String>> played = new ArrayList<>();
    List<List<String>> plainly = new ArrayList<>();
    for (int digit = 0; digit <= 9; digit++) {
      played.add(verdicts(scenario.camaraNumber(digit)));
      plainly.add(verdicts(Scenario.PLAIN_GOOD.camaraNumber(digit)));
    }
    boolean plain = scenario.camara().startsWith("as 00") || scenario == Scenario.PLAIN_GOOD;
    assertThat(played.equals(plainly))
        .as("%s is played as 00: %s", scenario.slug(), played)
        .isEqualTo(plain);
    assertThat(verdicts(scenario.phoneNumber(0)))
        .as("the number of the other vendors")
        .isEqualTo(verdicts(Scenario.NOT_COVERED.camaraNumber(0)));
    assertThat(Shown.by(operator.sandbox))
        .contains(scenario.sentence())
        .doesNotContain(scenario.camaraNumber(3).substring(4, 12), "Ann", "123456")
        .doesNotContain(token, CamaraVendor.CREDENTIALS.clientSecret());
  }

  private VendorRequest status(Scenario scenario) {
    byte[] body =
        "{\"phoneNumber\":\"%s\"}"
            .formatted(scenario.camaraNumber(3))
            .getBytes(StandardCharsets.UTF_8);
    return new VendorRequest(
        "POST",
        STATUS,
        List.of(
            new Header("Authorization", "Bearer " + token),
            new Header("Content-Type", "application/json")),
        body);
  }
}
