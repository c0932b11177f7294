package io.telproof.sandbox.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Bill;
import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.Shown;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every scenario, every digit, every operation. */
final class AlibabaSweepTest {

  private final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.of(new AlibabaVendor(AlibabaSettings.published().limits(10_000, 10_000)))
              .at(clock));
  private final Acs3Client client = Acs3Client.of(sandbox, clock.instant());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void every_operation_answers_every_magic_number_or_meets_its_fault(Scenario scenario) {
    if (scenario.fault().isPresent()) {
      // What a fault does is told elsewhere, byte by byte; here, that the operation names it.
      VendorReply reply = new AlibabaVendor().answer(request(scenario), clock.instant());
      assertThat(reply.fault()).isEqualTo(scenario.fault());
      assertThat(reply.vendorCode()).isEqualTo("1/5");
      return;
    }
    List<Acs3Client.Reply> replies = new ArrayList<>();
    for (int digit = 0; digit <= 9; digit++) {
      String number = scenario.phoneNumber(digit).substring(3);
      replies.add(client.status(number));
      replies.add(client.tenure(number));
      replies.add(client.identity(number));
      replies.add(client.preValidated("86" + number));
      replies.add(client.sendCode(number));
      replies.add(client.checkCode(number, "123456"));
    }
    assertThat(replies)
        .allMatch(reply -> !reply.code().isEmpty())
        .allMatch(reply -> reply.body().has("Message"));
    assertThat(sandbox.bill().lines())
        .hasSize(60)
        .extracting(Bill.Line::contact)
        .doesNotContain("");
    assertThat(Shown.by(sandbox))
        .contains(scenario.sentence())
        .doesNotContain(scenario.phoneNumber(3).substring(3, 12), "11204416541220243X", "欧阳·娜")
        .doesNotContain("123456", AlibabaVendor.CREDENTIALS.accessKeySecret());
  }

  private VendorRequest request(Scenario scenario) {
    String number = scenario.phoneNumber(3).substring(3);
    Request request =
        client.request(
            "MobileOnlineTime",
            "2019-03-07",
            Map.of(),
            Map.of("Mobile", number, "ParamType", "normal"));
    List<Header> headers = new ArrayList<>();
    request.headers().forEach(pair -> headers.add(new Header(pair.getFirst(), pair.getSecond())));
    byte[] body = ("Mobile=" + number + "&ParamType=normal").getBytes(StandardCharsets.UTF_8);
    return new VendorRequest("POST", "/", headers, body);
  }
}
