package io.telproof.spi.http.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.AccessToken;
import io.telproof.spi.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What replies of token endpoints mean; those without a token are in GatewayTokenTest. */
class TokenReplyTest {
  @ParameterizedTest
  @CsvSource({
    "'\"expires_in\":3600,\"token_type\":\"Bearer\"', PT1H",
    "'\"expires_in\":\"3600\",\"token_type\":\"bearer\"', PT1H",
    "'\"expires_in\":1', PT1S",
    "'\"scope\":\"a\"', PT5M",
    "'\"expires_in\":null', PT5M"
  })
  void a_token_lives_as_long_as_the_vendor_says_in_whatever_form(String more, Duration lifetime) {
    AccessToken token =
        TokenReply.token(reply("{\"access_token\":\"abc.DEF~-_/+=\"," + more + "}"));
    assertThat(token.value().reveal()).isEqualTo("abc.DEF~-_/+=");
    assertThat(token.lifetime()).isEqualTo(lifetime);
  }

  /** RFC 6749, chapters 4.1.2.1 and 5.2, and RFC 8628, chapter 3.5. */
  @ParameterizedTest
  @CsvSource({
    "400, invalid_request, UNAUTHORIZED",
    "401, invalid_client, UNAUTHORIZED",
    "400, invalid_grant, UNAUTHORIZED",
    "400, unauthorized_client, UNAUTHORIZED",
    "400, unsupported_grant_type, UNAUTHORIZED",
    "400, invalid_scope, UNAUTHORIZED",
    "400, access_denied, UNAUTHORIZED",
    "400, slow_down, THROTTLED",
    "503, temporarily_unavailable, UNAVAILABLE",
    "500, server_error, UNAVAILABLE",
  })
  void an_error_of_the_standard_means_the_same_whatever_its_status_and_is_free(
      int status, String error, FailureKind kind) {
    for (int each : new int[] {status, 200, 400, 500}) {
      Reply refusal = reply(each, "{\"error\":\"" + error + "\",\"access_token\":\"a\"}");
      assertThatThrownBy(() -> TokenReply.token(refusal))
          .isInstanceOfSatisfying(
              VerificationException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(kind);
                assertThat(e.charge()).isEqualTo(Charge.FREE);
                assertThat(e.vendorCode()).contains(error);
              });
    }
  }

  private static Reply reply(String body) {
    return reply(200, body);
  }

  private static Reply reply(int status, String body) {
    return Reply.of(
        "main",
        "token",
        status,
        Headers.of(),
        body.getBytes(StandardCharsets.UTF_8),
        Instant.EPOCH,
        Duration.ZERO);
  }
}
