package io.telproof.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Why a key is refused is told beside the reply, which says nothing of it, and no secret is shown.
 */
final class KeyDiagnosisTest {
  private static final Instant NOW = Instant.parse("2026-11-26T21:00:00Z");
  private static final String SID = "SK5e1f0a7c5a11d0b05e1f0a7c5a11d0b0";
  private static final String SECRET = "telproof-sandbox-api-secret";
  private static final String AC = "AC7e570000000000000000000000000ef5";

  private final TwilioVendor vendor = new TwilioVendor();

  private static VendorReply ask(TwilioVendor vendor, String... authorization) {
    List<Header> headers =
        Stream.of(authorization).map(value -> new Header("Authorization", value)).toList();
    return vendor.answer(
        new VendorRequest(
            "GET", "/v2/PhoneNumbers/%2B12015550100?Fields=line_status", headers, new byte[0]),
        NOW);
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static SignatureReport report(VendorReply reply) {
    SignatureReport report = reply.signature().orElseThrow();
    Stream<String> texts =
        Stream.concat(
            Stream.of(report.finding(), report.toString()),
            report.parts().stream().flatMap(each -> Stream.of(each.computed(), each.client())));
    assertThat(texts)
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContainIgnoringCase("-secret", "-token", "somebody", "2015550100"));
    assertThat(report.scheme()).isEqualTo("Basic");
    return report;
  }

  private static List<String> differing(SignatureReport report) {
    return report.parts().stream().filter(Part::differs).map(Part::name).toList();
  }

  @Test
  void a_key_that_is_taken_has_a_report_in_which_nothing_differs() {
    SignatureReport report = report(ask(vendor, basic(SID + ":" + SECRET)));
    assertThat(report.good()).isTrue();
    assertThat(report.finding()).isEmpty();
    assertThat(report.parts())
        .extracting(Part::name)
        .containsExactly("scheme", "id and secret", "SID", "secret");
    assertThat(report.parts()).noneMatch(Part::differs);
    assertThat(report(ask(vendor, "b" + basic(SID + ":" + SECRET).substring(1))).good()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bearer telproof-sandbox-api-secret|scheme|not \"Basic\", a blank and base64",
        "telproof-sandbox-api-secret|scheme|knows no other scheme",
        "Basic " + SID + ":" + SECRET + "|id and secret|stand in the header as they are",
        "Basic ***|id and secret|is not base64",
        "Basic|id and secret|There is no colon",
        "Basic c29tZWJvZHk=|id and secret|There is no colon",
      })
  void what_cannot_be_read_is_told_by_its_part(String header, String part, String finding) {
    VendorReply reply = ask(vendor, header);
    SignatureReport report = report(reply);
    assertThat(reply.vendorCode()).isEqualTo("20003");
    assertThat(report.good()).isFalse();
    assertThat(report.finding()).contains(finding);
    assertThat(differing(report)).containsExactly(part);
  }

  @Test
  void a_header_that_is_missing_or_sent_twice_is_told() {
    assertThat(report(ask(vendor)).finding()).contains("There is no header Authorization");
    String right = basic(SID + ":" + SECRET);
    SignatureReport twice = report(ask(vendor, right, right));
    assertThat(twice.finding()).contains("was sent 2 times");
    assertThat(differing(twice)).containsExactly("scheme");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "SKofsomebody|x|SID,secret|The SID SKof… (12 characters) is none of this sandbox's",
        SECRET + "|" + SID + "|SID,secret|The SID stands where the secret belongs",
        AC + "|" + SECRET + "|SID,secret|The SID of an account stands before the secret of the key",
        SID + " |" + SECRET + "|SID,secret|white space or a quotation mark around the SID",
        "sk5e1f0a7c5a11d0b05e1f0a7c5a11d0b0|" + SECRET + "|SID,secret|small letters of the SID",
        SID + "|telproof-sandbox-second-secret|secret|The secret is that of SK5ec0d0",
        SID + "||secret|The secret is empty",
        SID + "|" + SID + "|secret|The SID was sent as the secret",
        SID + "|" + SECRET + " |secret|There is white space, a newline or a quotation mark",
        SID + "|TELPROOF-SANDBOX-API-SECRET|secret|small letters of the secret are changed",
        SID + "|somebody|secret|The secret is not that of SK5e1f0a",
        "SKdead0000000000000000000000000dd3|telproof-sandbox-revoked-secret||is revoked",
        "SK1e10000000000000000000000000ab14|telproof-sandbox-ireland-secret|region|region ie1 alone",
      })
  void a_key_that_is_not_taken_is_told_by_its_part(
      String sid, String secret, String parts, String finding) {
    VendorReply reply = ask(vendor, basic(sid + ":" + (secret == null ? "" : secret)));
    SignatureReport report = report(reply);
    assertThat(reply.vendorCode()).isEqualTo("20003");
    assertThat(report.good()).isFalse();
    assertThat(report.finding()).contains(finding);
    assertThat(String.join(",", differing(report))).isEqualTo(parts == null ? "" : parts);
  }

  @Test
  void an_account_that_is_known_is_told_that_a_keys_secret_is_not_its_own() {
    TwilioVendor both =
        new TwilioVendor(
            TwilioSettings.defaults()
                .credentials(List.of(TwilioVendor.CREDENTIALS, TwilioVendor.TEST_CREDENTIALS)));
    SignatureReport report = report(ask(both, basic(AC + ":" + SECRET)));
    assertThat(report.finding()).contains("The SID of an account stands before the secret");
    assertThat(differing(report)).containsExactly("secret");
    assertThat(report(ask(both, basic(AC + ":telproof-sandbox-test-token"))).good()).isTrue();
  }

  @Test
  void a_newline_after_the_secret_is_told() {
    assertThat(report(ask(vendor, basic(SID + ":" + SECRET + "\n"))).finding())
        .contains("a newline or a quotation mark around the secret");
  }

  @Test
  void the_page_has_the_report_of_a_refused_key() {
    try (Account account = Account.lenient()) {
      Account.send(
          account.lookup("line_status", Account.NUMBER).header("Authorization", "Basic x"));
      JsonNode entry =
          Account.json(
                  Account.send(new Request.Builder().url(account.sandbox.endpoint() + "/requests")))
              .at("/requests/0");
      assertThat(entry.path("verdict").asText()).isEqualTo("refused");
      assertThat(entry.at("/signature/scheme").asText()).isEqualTo("Basic");
      assertThat(entry.at("/signature/good").asBoolean()).isFalse();
      assertThat(entry.at("/signature/finding").asText()).contains("is not base64");
    }
  }
}
