package io.telproof.spi.http.oauth;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static Reply reply(String body) {
    return Reply.of(
        "main",
        "token",
        200,
        Headers.of(),
        body.getBytes(StandardCharsets.UTF_8),
        Instant.EPOCH,
        Duration.ZERO);
  }
}
