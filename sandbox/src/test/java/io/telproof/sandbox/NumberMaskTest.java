package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberMaskTest {

  @ParameterizedTest
  @CsvSource({
    "+8613800138000, +86138****8000",
    "13800138000, 138****8000",
    "someone@example.com, s***@example.com",
    "@example.com, ***@example.com",
    "12345, ****",
    "'', ''",
  })
  void a_contact_is_printed_in_part(String contact, String masked) {
    assertThat(NumberMask.contact(contact)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
    "/v2/PhoneNumbers/%2B12015550100, /v2/PhoneNumbers/***",
    "/v2/PhoneNumbers/+12015550100/x, /v2/PhoneNumbers/***/x",
    "/13800138000, /***",
    "/kyc-match/v0.4/match, /kyc-match/v0.4/match",
    "http://127.0.0.1:38287/v2/, http://127.0.0.1:38287/v2/",
  })
  void a_path_is_printed_without_the_numbers_in_it(String path, String masked) {
    assertThat(NumberMask.path(path)).isEqualTo(masked);
  }

  @Test
  void nothing_that_holds_personal_data_prints_it() {
    ReceivedRequest heard =
        new ReceivedRequest(
            "acme", "Ask", true, "13800138000", Map.of("Name", "韦小宝", "Phone", "13800138000"));
    Header header = new Header("Authorization", "secret");
    VendorRequest request =
        new VendorRequest("GET", "/?Phone=13800138000", List.of(header), "韦小宝".getBytes(UTF_8));
    VendorReply reply = VendorReply.json(200, "{\"Phone\":\"13800138000\"}", heard);
    Bill.Line line =
        new Bill.Line(
            Instant.EPOCH,
            "acme",
            "Ask",
            "id",
            "0",
            Billing.FREE,
            NumberMask.contact(heard.contact()),
            reply.fault());

    assertThat(List.of(heard, header, request, reply, line).toString())
        .contains("138****8000", "[Name, Phone]", "Authorization")
        .doesNotContain("13800138000", "韦小宝", "secret");
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
}
