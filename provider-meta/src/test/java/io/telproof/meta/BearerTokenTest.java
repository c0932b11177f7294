package io.telproof.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BearerTokenTest {
  private static Request signed(Optional<Sensitive> appSecret, String token) {
    return new BearerToken(appSecret)
        .sign(
            new Request.Builder().url("https://graph.facebook.com/v23.0/1/x?a=b%2Bc").build(),
            new byte[0],
            Credentials.of(Sensitive.of("1"), Sensitive.of(token)),
            Instant.EPOCH,
            "");
  }

  /** The second is case 2 of RFC 4231; the others are of {@code openssl dgst -sha256 -hmac}. */
  @ParameterizedTest
  @CsvSource({
    "telproof-sandbox-app-secret, EAAtelproofSandboxToken,"
        + " f7380ed7611d69cae1daf028cdff20398a184d940d1a4eb5238557833d191ebf",
    "Jefe, what do ya want for nothing?,"
        + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  })
  void the_proof_is_the_hash_of_the_token_by_the_secret_of_its_app(
      String appSecret, String token, String proof) {
    Request request = signed(Optional.of(Sensitive.of(appSecret)), token);
    assertThat(request.header("Authorization")).isEqualTo("Bearer " + token);
    assertThat(request.url().queryParameterNames()).containsExactly("a", "appsecret_proof");
    assertThat(request.url().queryParameterValues("appsecret_proof")).containsExactly(proof);
    assertThat(request.url().encodedQuery()).startsWith("a=b%2Bc&");
    assertThat(request.toString().replace("Bearer " + token, "")).doesNotContain(appSecret);
  }

  @Test
  void without_an_app_secret_there_is_the_token_alone() {
    Request request = signed(Optional.empty(), "EAA1");
    assertThat(request.header("Authorization")).isEqualTo("Bearer EAA1");
    assertThat(request.url().encodedQuery()).isEqualTo("a=b%2Bc");
  }

  @Test
  void no_nonce_is_made() {
    assertThat(new BearerToken(Optional.empty()).takesNonce()).isFalse();
  }
}
