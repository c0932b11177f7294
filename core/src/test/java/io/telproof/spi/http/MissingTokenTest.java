package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.time.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a question where its vendor gives no access token. */
@Timeout(120)
class MissingTokenTest extends AskedWithToken {
  @ParameterizedTest
  @CsvSource({
    "401 Unauthorized, '', '', UNAUTHORIZED",
    "403 Forbidden, '', <html>, UNAUTHORIZED",
    "401 Unauthorized, '', '{\"error\":\"invalid_client\"}', UNAUTHORIZED",
    "400 Bad Request, '', '{\"error\":\"invalid_scope\"}', UNAUTHORIZED",
    "400 Bad Request, '', '{\"error\":\"invalid_grant\"}', UNAUTHORIZED",
    "400 Bad Request, '', '{\"error\":\"new_error\"}', UNAVAILABLE",
    "429 Too Many Requests, Retry-After: 7, '', THROTTLED",
    "500 Error, '', '', UNAVAILABLE",
    "503 Unavailable, '', '{\"error\":\"temporarily_unavailable\"}', UNAVAILABLE",
    "302 Found, Location: https://elsewhere.example/, '', UNAVAILABLE",
    "204 No Content, '', '', UNAVAILABLE",
    "200 OK, '', '', UNAVAILABLE",
    "200 OK, '', '[]', UNAVAILABLE",
    "200 OK, '', '{\"token\":\"x\"}', UNAVAILABLE",
    "200 OK, '', '{\"access_token\":\"\"}', UNAVAILABLE",
    "200 OK, '', '{\"access_token\":\"a b\"}', UNAVAILABLE",
    "200 OK, '', '{\"access_token\":\"x\",\"expires_in\":0}', UNAVAILABLE",
    "200 OK, '', '{\"access_token\":\"x\",\"expires_in\":\"soon\"}', UNAVAILABLE",
    "200 OK, '', '{\"access_token\":\"x\",\"token_type\":\"mac\"}', UNAVAILABLE",
    "500 Error, '', '{\"access_token\":\"x\"}', UNAVAILABLE"
  })
  void a_reply_without_a_token_leaves_the_question_unsent_and_free(
      String status, String header, String body, FailureKind kind) throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    String headers = header.isEmpty() ? "" : header + "\r\n";
    vendor.tokenScripts.add(peer -> peer.write(reply(status, headers, body)));
    try (LogCapture log = new LogCapture()) {
      assertUnsent(failure(gateway, vendor), kind, vendor);
      assertThat(log.lines()).noneMatch(line -> line.contains(Line.KEY_CANARY));
    }
    ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"access'", "''"})
  void a_lost_reply_leaves_the_question_unsent_and_may_be_asked_for_again(String half)
      throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    vendor.tokenScripts.add(
        peer -> {
          peer.write(half);
          throw new IOException("the end of the connection");
        });
    VerificationException failure = failure(gateway, vendor);
    assertUnsent(failure, FailureKind.UNAVAILABLE, vendor);
    assertThat(failure.getMessage()).doesNotContain("billed").doesNotContain("not repeated");
    ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1");
  }

  @Test
  void a_token_endpoint_that_is_away_leaves_the_question_unsent() throws Exception {
    TokenVendor gone = new TokenVendor();
    gone.close();
    VerificationException failure = failure(gateway(gone), gone);
    assertUnsent(failure, FailureKind.UNAVAILABLE, gone);
    assertThat(failure.getMessage()).contains("no access token: no connection to the vendor");
  }

  @Test
  void a_silent_token_endpoint_takes_no_more_than_the_time_of_the_question() throws Exception {
    TokenVendor vendor = vendor();
    CountDownLatch end = new CountDownLatch(1);
    vendor.tokenScripts.add(peer -> end.await());
    assertUnsent(
        failure(gateway(vendor), vendor, Duration.ofMillis(300)), FailureKind.UNAVAILABLE, vendor);
    end.countDown();
  }

  @Test
  void the_wait_that_a_token_endpoint_asks_for_is_on_the_failure() throws Exception {
    TokenVendor vendor = vendor();
    vendor.tokenScripts.add(
        peer -> peer.write(reply("429 Too Many Requests", "Retry-After: 7\r\n", "")));
    assertThat(failure(gateway(vendor), vendor).retryAfter()).contains(Duration.ofSeconds(7));
  }

  /** Has the next client where the one before it is refused. */
  private static final class Clients implements CredentialsSource {
    private final Deque<String> ids = new ArrayDeque<>(List.of("old", "new"));
    private final List<String> refused = new ArrayList<>();

    @Override
    public Credentials current() {
      return TokenVendor.credentials(ids.getFirst());
    }

    @Override
    public boolean renewed(Credentials old, Deadline deadline) {
      ids.removeFirst();
      return !ids.isEmpty();
    }

    @Override
    public void refused(Credentials credentials) {
      refused.add(credentials.id().reveal());
    }
  }

  @Test
  void a_client_that_is_refused_asks_once_more_with_its_new_secret() throws Exception {
    TokenVendor vendor = vendor();
    vendor.tokenScripts.add(
        peer -> peer.write(reply("401 Unauthorized", "", "{\"error\":\"invalid_client\"}")));
    ask(gateway(vendor, new Clients()), vendor);
    assertThat(vendor.tokenRequests())
        .extracting(request -> request.header("authorization"))
        .containsExactly(basic("old"), basic("new"));
    assertThat(vendor.tokensOfQuestions()).containsExactly("1");
  }

  @Test
  void a_new_secret_that_is_refused_as_well_is_told_to_where_it_came_from() throws Exception {
    TokenVendor vendor = vendor();
    for (int i = 0; i < 2; i++) {
      vendor.tokenScripts.add(peer -> peer.write(reply("401 Unauthorized", "", "")));
    }
    Clients clients = new Clients();
    assertUnsent(failure(gateway(vendor, clients), vendor), FailureKind.UNAUTHORIZED, vendor);
    assertThat(clients.refused).containsExactly("new");
    assertThat(vendor.tokenRequests()).hasSize(2);
  }

  private static String basic(String id) {
    byte[] pair = (id + ":" + TokenVendor.SECRET).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Test
  void keys_that_cannot_be_had_leave_the_question_unsent() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway =
        gateway(
            vendor,
            () -> {
              throw new IllegalStateException(Line.KEY_CANARY);
            });
    VerificationException failure = failure(gateway, vendor);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(failure.isFree()).isTrue();
    assertThat(failure).hasMessageNotContaining(Line.KEY_CANARY).hasNoCause();
    assertThat(vendor.tokenRequests()).isEmpty();
  }

  @Test
  void a_closed_gateway_asks_for_no_token() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    gateway.close();
    assertThat(failure(gateway, vendor).kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(vendor.tokenRequests()).isEmpty();
  }
}
