package io.telproof.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Check;
import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.Shown;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scenario, every digit, every action. */
final class TencentSweepTest {

  private final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.of(new TencentVendor(TencentSettings.published().limits(10_000, 10_000)))
              .at(clock));
  private final Tc3Client client = Tc3Client.of(sandbox, clock.instant());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private List<JsonNode> everything(String number) {
    String code = "{\"Type\":1,\"Code\":\"" + number + "\"";
    Tc3Client intl = client.service("domain");
    Tc3Client mainland = intl.host("domain.tencentcloudapi.com");
    List<JsonNode> replies = new ArrayList<>();
    replies.add(client.status(number));
    replies.add(client.tenure(number));
    replies.add(client.identity(number));
    replies.add(intl.ask("SendIntlPhoneEmailCode", "2018-08-08", code + "}"));
    replies.add(
        intl.ask("CreateIntlPhoneEmail", "2018-08-08", code + ",\"VerifyCode\":\"123456\"}"));
    replies.add(mainland.ask("SendPhoneEmailCode", "2018-08-08", code + "}"));
    replies.add(
        mainland.ask("CreatePhoneEmail", "2018-08-08", code + ",\"VerifyCode\":\"123456\"}"));
    return replies;
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void every_action_answers_every_magic_number_or_meets_its_fault(Scenario scenario) {
    if (scenario.fault().isPresent()) {
      // What a fault does is told elsewhere, byte by byte; here, that the action names it.
      var reply = new TencentVendor().answer(request(scenario), clock.instant());
      assertThat(reply.fault()).isEqualTo(scenario.fault());
      assertThat(reply.vendorCode()).isEqualTo("0");
      return;
    }
    for (int digit = 0; digit <= 9; digit++) {
      assertThat(everything(scenario.phoneNumber(digit).substring(3)))
          .allMatch(reply -> !reply.path("RequestId").asText().isEmpty());
    }
    assertThat(sandbox.bill().lines())
        .hasSize(70)
        .extracting(Bill.Line::contact)
        .doesNotContain("");
    assertThat(Shown.by(sandbox))
        .contains(scenario.sentence())
        .doesNotContain(scenario.phoneNumber(3).substring(3, 12), "11204416541220243X", "韦小宝")
        .doesNotContain("123456", TencentVendor.CREDENTIALS.secretKey());
  }

  private VendorRequest request(Scenario scenario) {
    String body = "{\"Mobile\":\"" + scenario.phoneNumber(3).substring(3) + "\"}";
    Request request = client.post("MobileStatus", "2018-03-01", body);
    List<Header> headers = new ArrayList<>();
    request.headers().forEach(pair -> headers.add(new Header(pair.getFirst(), pair.getSecond())));
    headers.add(new Header("Content-Type", "application/json; charset=utf-8"));
    return new VendorRequest("POST", "/", headers, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_scenario_that_says_nothing_of_a_check_answers_it_as_the_plain_good_one() {
    List<String> good = texts(everything("13900000000"));
    for (Scenario scenario : Scenario.values()) {
      boolean plain =
          Arrays.stream(Check.values())
              .allMatch(
                  check -> scenario.answers(check).equals(Scenario.PLAIN_GOOD.answers(check)));
      if (plain) {
        assertThat(texts(everything(scenario.phoneNumber(0).substring(3)))).isEqualTo(good);
      }
    }
    assertThat(texts(everything(Scenario.CODE_WRONG.phoneNumber(0).substring(3))).subList(0, 4))
        .isEqualTo(good.subList(0, 4));
  }

  private static List<String> texts(List<JsonNode> replies) {
    return replies.stream()
        .map(reply -> reply.toString().replaceAll("\"RequestId\":\"[^\"]*\"", ""))
        .toList();
  }
}
