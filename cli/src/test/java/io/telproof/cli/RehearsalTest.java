package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.client.BreakerState;
import io.telproof.client.BreakerStatus;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentCredentials;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages tell is tried without an account, and by HTTP alone, as with the command. */
final class RehearsalTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  @TempDir private Path directory;

  private final Sandbox sandbox = Sandbox.start(new TencentVendor());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void put(TencentCredentials key) throws IOException {
    Files.writeString(directory.resolve("id"), key.secretId());
    Files.writeString(directory.resolve("key"), key.secretKey());
  }

  private Telproof open() {
    return Telproof.open(
        ConfigFactory.parseString(
            """
            telproof.providers.main {
              type = tencent, endpoint = "%s"
              secret-id = { file = "%s" }, secret-key = { file = "%s" }
            }
            """
                .formatted(sandbox.endpoint(), directory.resolve("id"), directory.resolve("key"))));
  }

  private void post(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.endpoint() + path))
            .POST(BodyPublishers.noBody())
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_key_is_rotated_without_a_failure_in_the_order_of_the_page() throws Exception {
    put(TencentVendor.CREDENTIALS);
    try (Telproof telproof = open()) {
      assertThat(telproof.phoneStatus().check(NUMBER)).isInstanceOf(Answer.Known.class);
      put(TencentVendor.SECOND_CREDENTIALS);
      post("/keys/" + TencentVendor.CREDENTIALS.secretId() + "/revoke");
      Answer<PhoneStatus> answer = telproof.phoneStatus().check(NUMBER);
      assertThat(answer).isInstanceOf(Answer.Known.class);
      assertThat(sandbox.bill().charged("MobileStatus")).isEqualTo(2);
    }
  }

  @Test
  void faults_over_http_open_a_circuit_breaker() throws Exception {
    put(TencentVendor.CREDENTIALS);
    post("/faults/HTTP_503?times=10");
    try (Telproof telproof = open()) {
      for (int i = 0; i < 10; i++) {
        assertThatExceptionOfType(VerificationException.class)
            .isThrownBy(() -> telproof.phoneStatus().check(NUMBER));
      }
      assertThat(telproof.breakers())
          .filteredOn(breaker -> breaker.check().key().equals("phone-status"))
          .extracting(BreakerStatus::state)
          .containsExactly(BreakerState.OPEN);
    }
  }
}
