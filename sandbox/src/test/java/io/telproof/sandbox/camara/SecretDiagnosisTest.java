package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a client's secret or an access token is refused is told, and neither is shown. */
final class SecretDiagnosisTest {
  private static final Instant NOW = Instant.parse("2026-11-26T21:00:00Z");
  private static final String SCOPE = "kyc-tenure:check-tenure";
  private static final String ID = CamaraVendor.CREDENTIALS.clientId();
  private static final String SECRET = CamaraVendor.CREDENTIALS.clientSecret();
  private static final String ODD = "o%dd+secret";

  private final CamaraVendor vendor =
      new CamaraVendor(
          CamaraSettings.defaults()
              .credentials(
                  List.of(
                      CamaraVendor.CREDENTIALS,
                      CamaraVendor.SECOND_CREDENTIALS,
                      CamaraVendor.REVOKED_CREDENTIALS,
                      CamaraCredentials.of("odd", ODD))));

  private VendorReply ask(String authorization, String form) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Host", "127.0.0.1:8080"));
    headers.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
    if (!authorization.isEmpty()) {
      headers.add(new Header("Authorization", authorization));
    }
    String body = "grant_type=client_credentials&scope=" + SCOPE + form;
    return vendor.answer(
        new VendorRequest("POST", "/oauth2/token", headers, body.getBytes(StandardCharsets.UTF_8)),
        NOW);
  }

  private static String basic(String text) {
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static SignatureReport report(VendorReply reply) {
    SignatureReport report = reply.signature().orElseThrow();
    Stream<String> texts =
        Stream.concat(
            Stream.of(report.finding(), report.toString()),
            report.parts().stream().flatMap(each -> Stream.of(each.computed(), each.client())));
    assertThat(texts)
        .allSatisfy(text -> assertThat(text).doesNotContain("-secret", "+secret", "dd%2B", "dGVs"));
    return report;
  }

  private static List<String> differing(SignatureReport report) {
    return report.parts().stream().filter(Part::differs).map(Part::name).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        ID_OF
            + "|telproof-sandbox-second-secret|The secret is that of telproof-sandbox-second-client",
        ID_OF + "|telproof-sandbox-client|The client id was sent as the secret",
        ID_OF + "|telproof-sandbox-client-secret |There is white space",
        ID_OF + "|\"telproof-sandbox-client-secret\"|a quotation mark around the secret",
        ID_OF + "|TELPROOF-SANDBOX-CLIENT-SECRET|capital and small letters are changed",
        ID_OF + "||The secret is empty",
        ID_OF
            + "|something|The secret is not that of telproof-sandbox-client, nor of another client",
        "odd|o%2525dd%252Bsecret|The secret is percent-encoded twice",
        "odd|o%25dd+secret|The secret is not that of odd",
        "telproof-sandbox-revoked-client|telproof-sandbox-revoked-secret|is revoked",
      })
  void a_secret_that_is_wrong_is_described(String id, String secret, String said) {
    String sent = secret == null ? "" : secret;
    SignatureReport report = report(ask(basic(id + ':' + sent), ""));

    assertThat(report.scheme()).isEqualTo("client_secret_basic");
    assertThat(report.good()).isFalse();
    assertThat(report.finding()).contains(said);
    assertThat(differing(report))
        .isEqualTo(said.equals("is revoked") ? List.of() : List.of("client secret"));
  }

  private static final String ID_OF = "telproof-sandbox-client";

  @Test
  void a_secret_that_is_not_form_encoded_is_told() {
    assertThat(report(ask(basic("odd:o%25dd%2Bsecret"), "")).good()).isTrue();
    assertThat(report(ask(basic("odd:" + ODD), "")).finding())
        .contains("has a + or a % and is not form-encoded");
    assertThat(report(ask(basic("odd:100%"), "")).finding()).contains("a % that begins no escape");
  }

  @Test
  void a_client_that_is_not_known_is_told_apart() {
    assertThat(report(ask(basic("nobody-known:x"), "")).finding())
        .contains("The client id nobo… (12 characters) is none of this sandbox's");
    assertThat(report(ask(basic(SECRET + ':' + ID), "")).finding()).contains("Swap them");
    assertThat(report(ask(basic(ID + " :" + SECRET), "")).finding())
        .contains("white space around the client id");
  }

  @Test
  void a_header_that_cannot_be_read_is_told_why() {
    assertThat(report(ask("Basic " + ID + ':' + SECRET, "")).finding())
        .contains("Encode ID:SECRET in base64");
    assertThat(report(ask("Basic !", "")).finding()).contains("is not base64");
    assertThat(report(ask(basic(ID), "")).finding()).contains("There is no colon");
    assertThat(report(ask("Digest x", "")).finding()).contains("is not \"Basic\"");
  }

  @Test
  void the_form_is_explained_as_the_header_is() {
    SignatureReport report = report(ask("", "&client_id=" + ID + "&client_secret=x"));
    assertThat(report.scheme()).isEqualTo("client_secret_post");
    assertThat(report.finding()).contains("The secret is not that of " + ID);
    assertThat(report(ask("", "&client_id=" + ID + "&client_secret=" + SECRET)).good()).isTrue();
    assertThat(report(ask("", "")).finding()).contains("The client does not prove itself");
    assertThat(report(ask(basic("a:b"), "&client_secret=x")).finding())
        .contains("in more than one way");
    SignatureReport twoIds = report(ask(basic(ID + ':' + SECRET), "&client_id=another"));
    assertThat(twoIds.finding()).contains("Send one id");
    assertThat(differing(twoIds)).containsExactly("client id");
  }

  private String token(String scope) {
    VendorReply reply =
        vendor.answer(
            new VendorRequest(
                "POST",
                "/oauth2/token",
                List.of(
                    new Header("Host", "127.0.0.1:8080"),
                    new Header("Content-Type", "application/x-www-form-urlencoded"),
                    new Header("Authorization", basic(ID + ':' + SECRET))),
                ("grant_type=client_credentials&scope=" + scope).getBytes(StandardCharsets.UTF_8)),
            NOW);
    assertThat(report(reply).good()).isTrue();
    assertThat(report(reply).parts()).noneMatch(Part::differs);
    try {
      return new ObjectMapper().readTree(reply.body()).path("access_token").asText();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private VendorReply question(String authorization, Instant at) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", "application/json"));
    if (!authorization.isEmpty()) {
      headers.add(new Header("Authorization", authorization));
    }
    return vendor.answer(
        new VendorRequest(
            "POST",
            "/kyc-tenure/v0.2/check-tenure",
            headers,
            "{\"phoneNumber\":\"+990123400000\",\"tenureDate\":\"2026-01-01\"}"
                .getBytes(StandardCharsets.UTF_8)),
        at);
  }

  @Test
  void an_access_token_that_is_refused_is_described() {
    String token = token(SCOPE);
    assertThat(report(question("", NOW)).finding()).contains("There is no header Authorization");
    assertThat(report(question(token, NOW)).finding()).contains("is not \"Bearer\", a blank");
    assertThat(report(question(basic(ID + ':' + SECRET), NOW)).finding())
        .contains("is Basic, which is for POST /oauth2/token");
    assertThat(report(question("Bearer \"" + token + '"', NOW)).finding())
        .contains("There are quotation marks or other characters around the access token");
    assertThat(report(question("Bearer a.b.c", NOW)).finding()).contains("has a JWT");
    assertThat(report(question("Bearer abc", NOW)).finding())
        .contains("none that this sandbox gave");
    assertThat(report(question("Bearer " + token, NOW.plusSeconds(3600))).finding())
        .contains("over since 2026-11-26T22:00:00Z, and it is 2026-11-26T22:00:00Z");
    for (String each : List.of("", token, "Bearer abc")) {
      SignatureReport report = report(question(each, NOW));
      assertThat(differing(report)).containsExactly("access token");
      assertThat(report.toString()).doesNotContain(token);
    }
    vendor.keys().revoke(ID);
    assertThat(report(question("Bearer " + token, NOW)).finding())
        .contains("The client telproof-sandbox-client is revoked");
    vendor.keys().restore(ID);
    vendor.revokeTokens();
    assertThat(report(question("Bearer " + token, NOW)).finding()).contains("token was revoked");
  }

  @Test
  void a_token_of_another_scope_is_told_with_both_scopes() {
    SignatureReport report = report(question("Bearer " + token("kyc-match:match"), NOW));

    assertThat(report.finding())
        .contains("is for the scope kyc-match:match, and this operation needs " + SCOPE);
    assertThat(differing(report)).containsExactly("scope");
  }

  @Test
  void a_question_with_a_good_token_is_answered_and_billed_as_before() {
    String token = token(SCOPE);
    VendorReply reply = question("Bearer " + token, NOW);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.billing()).isEqualTo(Billing.CHARGED);
    SignatureReport report = report(reply);
    assertThat(report.good()).isTrue();
    assertThat(report.finding()).isEmpty();
    assertThat(report.parts()).hasSize(4).noneMatch(Part::differs);
    assertThat(report.toString()).doesNotContain(token);
    assertThat(question("Bearer x", NOW).body()).doesNotContain("gave out");
  }
}
