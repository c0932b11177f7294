package io.telproof.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a token or its proof is refused is told beside the reply, and neither is shown. */
final class TokenDiagnosisTest {
  private static final Instant NOW = Instant.parse("2026-11-26T21:00:00Z");
  private static final String NUMBER = Scenario.PLAIN_GOOD.phoneNumber(0);
  private static final String TOKEN = MetaVendor.CREDENTIALS.token();
  private static final String BEARER = "Bearer " + TOKEN;
  private static final String SECRET = MetaVendor.APP_SECRET;

  /** Of {@code openssl dgst -sha256 -hmac telproof-sandbox-app-secret}, of the first token. */
  private static final String PROOF =
      "f7380ed7611d69cae1daf028cdff20398a184d940d1a4eb5238557833d191ebf";

  private static VendorReply ask(boolean proofRequired, String query, Header... headers) {
    String target = "/v23.0/%s/preverified_numbers?".formatted(MetaVendor.BUSINESS_ID) + query;
    return new MetaVendor(MetaSettings.defaults().proofRequired(proofRequired))
        .answer(new VendorRequest("GET", target, List.of(headers), new byte[0]), NOW);
  }

  private static VendorReply ask(String authorization) {
    return ask(false, "", new Header("Authorization", authorization));
  }

  private static VendorReply proven(String proof) {
    return ask(
        false,
        "appsecret_proof=" + URLEncoder.encode(proof, StandardCharsets.UTF_8),
        new Header("Authorization", BEARER));
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
                    .doesNotContainIgnoringCase("EAAtelproof", "app-secret", "f7380ed7", NUMBER));
    assertThat(report.scheme()).isEqualTo("Bearer");
    return report;
  }

  private static List<String> differing(SignatureReport report) {
    return report.parts().stream().filter(Part::differs).map(Part::name).toList();
  }

  private static String hmac(String key, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_token_that_is_taken_has_a_report_in_which_nothing_differs() {
    SignatureReport bare = report(ask(BEARER));
    assertThat(bare.good()).isTrue();
    assertThat(bare.finding()).isEmpty();
    assertThat(bare.parts()).extracting(Part::name).containsExactly("access token", "system user");
    SignatureReport proven = report(proven(PROOF));
    assertThat(proven.good()).isTrue();
    assertThat(proven.parts()).hasSize(3).noneMatch(Part::differs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EAAtelproofSandboxToken|without \"Bearer\" and a blank before it",
        "Basic RUFBdGVscHJvb2Y=|is not \"Bearer\", a blank and the access token",
        "Bearer EAAtelproofSandboxToken x|is not \"Bearer\", a blank and the access token",
        "Bearer \"EAAtelproofSandboxToken\"|quotation marks or other characters around",
        "Bearer eaatelproofsandboxtoken|small letters of the access token are changed",
        "Bearer system-user|The name of a system user stands where its access token belongs",
        "Bearer telproof-sandbox-app-secret|The app secret stands where the access token belongs",
        "Bearer 5745365898905¦x|has the form of an app's",
        "Bearer EAAnobodys|is none of this sandbox's",
        "Bearer EAAtelproofSandboxRevokedToken|The access token of revoked-system-user is revoked",
      })
  void a_token_that_is_not_taken_is_told_why(String authorization, String finding) {
    VendorReply reply = ask(authorization.replace('¦', '|'));
    SignatureReport report = report(reply);
    assertThat(reply.vendorCode()).isEqualTo("190");
    assertThat(report.good()).isFalse();
    assertThat(report.finding()).contains(finding);
    assertThat(differing(report)).containsExactly("access token");
  }

  @Test
  void a_token_in_the_query_is_as_good_as_one_in_the_header() {
    assertThat(report(ask(false, "access_token=" + TOKEN)).good()).isTrue();
    assertThat(report(ask(false, "access_token=EAAnobodys")).finding())
        .contains("is none of this sandbox's");
    assertThat(ask(false, "access_token=" + TOKEN, new Header("Authorization", "Bearer x")))
        .extracting(VendorReply::vendorCode)
        .isEqualTo("190");
  }

  @Test
  void a_token_that_is_missing_or_sent_twice_is_told() {
    assertThat(report(ask(false, "")).finding()).contains("There is no header Authorization");
    Header header = new Header("Authorization", BEARER);
    assertThat(report(ask(false, "", header, header)).finding()).contains("was sent 2 times");
  }

  @Test
  void a_proof_that_is_missing_is_told_where_the_app_requires_one() {
    Header header = new Header("Authorization", BEARER);
    SignatureReport missing = report(ask(true, "", header));
    assertThat(missing.finding()).contains("There is no appsecret_proof");
    assertThat(differing(missing)).containsExactly("appsecret_proof");
    assertThat(report(ask(true, "", header, new Header("appsecret_proof", PROOF))).finding())
        .contains("The appsecret_proof is in a header");
    assertThat(report(ask(true, "appsecret_proof=" + PROOF, header)).good()).isTrue();
  }

  @Test
  void a_proof_that_is_wrong_is_told_how_it_was_made() {
    told("", "is empty");
    told(PROOF.toUpperCase(Locale.ROOT), "is in upper-case hex");
    told(PROOF + "\n", "white space or a newline around the appsecret_proof");
    told(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(PROOF)), "is in base64");
    told(SECRET, "is the app secret or the token itself");
    told(TOKEN, "is the app secret or the token itself");
    told(hmac(TOKEN, SECRET), "Key and message of the HMAC are swapped");
    told(hmac(SECRET + "\n", TOKEN), "a newline or a blank behind the app secret or the token");
    told(hmac(SECRET, TOKEN + "\n"), "a newline or a blank behind the app secret or the token");
    told(
        hmac(SECRET, MetaVendor.SECOND_CREDENTIALS.token()),
        "is that of the token of second-system-user, and the token of system-user was sent");
    told(hmac("another secret", TOKEN), "was computed by another secret than the app's");
    told("abc", "is not 64 digits of hex");
    // Of sha256sum, of the first token.
    told(
        "697c42849a272c57d64c15016d99327bcc1b3293cde8d0ab6e09359204178b6b",
        "is a SHA-256 without a key");
  }

  private static void told(String proof, String finding) {
    VendorReply reply = proven(proof);
    SignatureReport report = report(reply);
    assertThat(reply.vendorCode()).isEqualTo("100");
    assertThat(report.good()).isFalse();
    assertThat(report.finding()).contains(finding);
    assertThat(differing(report)).containsExactly("appsecret_proof");
  }
}
