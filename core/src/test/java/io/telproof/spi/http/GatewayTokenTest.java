package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.spi.http.internal.token.HeldToken;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gateway does for a vendor whose questions carry access tokens. */
@Timeout(120)
class GatewayTokenTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String REFUSED = reply("401 Unauthorized", "", "{}");

  private final HandTime time = HandTime.over(Time.system());
  private final CountingRateLimiter limiter = new CountingRateLimiter();
  private final List<AutoCloseable> open = new ArrayList<>();

  private TokenVendor vendor(int lifetime) throws IOException {
    TokenVendor vendor = new TokenVendor(lifetime);
    open.add(vendor);
    return vendor;
  }

  private TokenVendor vendor() throws IOException {
    return vendor(3600);
  }

  private Gateway gateway(TokenVendor vendor) {
    return gateway(vendor, () -> TokenVendor.credentials("client"));
  }

  private Gateway gateway(TokenVendor vendor, CredentialsSource credentials) {
    Gateway gateway =
        Gateway.open(
            "main",
            time,
            vendor.authorizer(),
            credentials,
            new VendorProfile(time),
            Network.standard());
    open.add(gateway);
    return gateway;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private Answer<String> ask(Gateway gateway, TokenVendor vendor, Duration within, Grant grant) {
    OutgoingRequest request =
        new OutgoingRequest("Ask", limiter, vendor.question(), Line.BODY).withGrant(grant);
    return gateway.ask(request, CallContext.within(within), GatewayTokenTest::decode);
  }

  private Answer<String> ask(Gateway gateway, TokenVendor vendor) {
    return ask(gateway, vendor, LONG, Grant.of("ask"));
  }

  private static Answer<String> decode(Reply reply) {
    if (reply.status() != 200) {
      throw reply.withoutCode("is a refusal");
    }
    return reply.known("it", Charge.CHARGED);
  }

  private VerificationException failure(Gateway gateway, TokenVendor vendor, Duration within) {
    return catchThrowableOfType(
        VerificationException.class, () -> ask(gateway, vendor, within, Grant.of("ask")));
  }

  private VerificationException failure(Gateway gateway, TokenVendor vendor) {
    return failure(gateway, vendor, LONG);
  }

  @Test
  void a_token_is_got_before_the_first_question_and_kept_for_the_others() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "1");
    assertThat(vendor.tokenRequests()).hasSize(1);
  }

  @Test
  void a_question_without_a_body_carries_a_token_as_well() throws Exception {
    TokenVendor vendor = vendor();
    Request get = vendor.question().newBuilder().get().build();
    gateway(vendor)
        .ask(
            new OutgoingRequest("Ask", limiter, get, new byte[0]),
            CallContext.standard(),
            GatewayTokenTest::decode);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1");
    assertThat(vendor.tokenRequests().get(0).body().utf8())
        .isEqualTo("grant_type=client_credentials");
  }

  @Test
  void each_scope_has_one_token() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    for (String scope : List.of("a", "b c", "a", "b c")) {
      ask(gateway, vendor, LONG, Grant.of(scope));
    }
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2", "1", "2");
    assertThat(vendor.tokenRequests())
        .extracting(request -> request.body().utf8())
        .containsExactly(
            "grant_type=client_credentials&scope=a", "grant_type=client_credentials&scope=b+c");
  }

  @Test
  void other_credentials_have_a_token_of_their_own() throws Exception {
    TokenVendor vendor = vendor();
    AtomicReference<String> client = new AtomicReference<>("old");
    Gateway gateway = gateway(vendor, () -> TokenVendor.credentials(String.valueOf(client.get())));
    ask(gateway, vendor);
    client.set("new");
    ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2");
  }

  @Test
  void a_token_about_a_person_is_got_for_one_question_and_not_kept() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    Grant about = Grant.of("ask").about(Sensitive.of("tel:+34666666666"));
    ask(gateway, vendor, LONG, about);
    ask(gateway, vendor, LONG, about);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2");
  }

  @Test
  void a_token_takes_no_permit_and_a_question_that_has_none_takes_none_either() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    vendor.tokenScripts.add(peer -> peer.write(reply("401 Unauthorized", "", "")));
    failure(gateway, vendor);
    assertThat(limiter.events()).isEmpty();
    ask(gateway, vendor);
    assertThat(limiter.events()).containsExactly("taken", "sent");
  }

  @Test
  void a_refused_token_is_dropped_and_the_question_sent_once_more_with_a_new_one()
      throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    vendor.replies.add(REFUSED);
    Answer<String> answer = ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "1", "2");
    assertThat(vendor.tokenRequests()).hasSize(2);
    assertThat(answer.receipt().earlier())
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).contains(FailureKind.UNAUTHORIZED);
              assertThat(attempt.charge()).isEqualTo(Charge.FREE);
            });
  }

  @Test
  void a_new_token_that_is_refused_as_well_is_not_followed_by_a_third_question() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    vendor.replies.addAll(List.of(REFUSED, REFUSED));
    VerificationException failure = failure(gateway, vendor);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(failure.isFree()).isTrue();
    assertThat(failure.earlier()).extracting(Attempt::operation).containsExactly("Ask");
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2");
    ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2", "3");
  }

  @Test
  void where_there_is_no_new_token_that_is_the_failure_and_the_refusal_came_before_it()
      throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    vendor.replies.add(REFUSED);
    vendor.tokenScripts.add(peer -> peer.write(reply("503 Unavailable", "", "")));
    VerificationException failure = failure(gateway, vendor);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.isFree()).isTrue();
    assertThat(failure.earlier()).hasSize(1);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "1");
  }

  @Test
  void a_refusal_that_is_not_of_the_token_is_the_outcome() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    vendor.replies.add(reply("403 Forbidden", "", "{}"));
    assertThat(failure(gateway, vendor).kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1");
    assertThat(vendor.tokenRequests()).hasSize(1);
  }

  @Test
  void the_end_of_a_token_is_honoured() throws Exception {
    TokenVendor vendor = vendor(100);
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    time.advance(Duration.ofSeconds(96));
    ask(gateway, vendor);
    assertThat(vendor.tokensOfQuestions()).containsExactly("1", "2");
  }

  @Test
  void in_the_last_part_of_its_life_a_token_is_replaced_beside_the_questions() throws Exception {
    TokenVendor vendor = vendor(100);
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    CountDownLatch asked = new CountDownLatch(1);
    vendor.tokenScripts.add(
        peer -> {
          asked.await();
          peer.write(vendor.token());
        });
    time.advance(Duration.ofSeconds(80));
    ask(gateway, vendor);
    ask(gateway, vendor);
    asked.countDown();
    while (!vendor.tokensOfQuestions().contains("2")) {
      ask(gateway, vendor);
    }
    assertThat(vendor.tokensOfQuestions()).startsWith("1", "1", "1");
    assertThat(vendor.tokenRequests()).hasSize(2);
  }

  @Test
  void a_token_that_cannot_be_replaced_serves_to_its_end_and_is_not_asked_for_by_everybody()
      throws Exception {
    TokenVendor vendor = vendor(1000);
    Gateway gateway = gateway(vendor);
    ask(gateway, vendor);
    for (int i = 0; i < 20; i++) {
      vendor.tokenScripts.add(peer -> peer.write(reply("503 Unavailable", "", "")));
    }
    try (LogCapture log = new LogCapture()) {
      time.advance(Duration.ofSeconds(850));
      ask(gateway, vendor);
      while (log.lines().stream().noneMatch(line -> line.contains("could not be had"))) {
        Thread.onSpinWait();
      }
      for (int i = 0; i < 20; i++) {
        ask(gateway, vendor);
      }
      assertThat(vendor.tokensOfQuestions()).containsOnly("1");
      assertThat(vendor.tokenRequests()).hasSize(2);
      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("WARN"))
          .singleElement()
          .satisfies(line -> assertThat(line).doesNotContain(Line.KEY_CANARY));
    }
  }

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

  private static void assertUnsent(
      VerificationException failure, FailureKind kind, TokenVendor vendor) {
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.charge()).isEqualTo(Charge.FREE);
    assertThat(failure.operation()).isEqualTo("Ask");
    assertThat(failure.getMessage())
        .contains("no access token: ")
        .contains("; the question was not sent")
        .doesNotContain(Line.KEY_CANARY);
    assertThat(vendor.tokensOfQuestions()).isEmpty();
  }

  @Test
  void the_wait_that_a_token_endpoint_asks_for_is_on_the_failure() throws Exception {
    TokenVendor vendor = vendor();
    vendor.tokenScripts.add(
        peer -> peer.write(reply("429 Too Many Requests", "Retry-After: 7\r\n", "")));
    assertThat(failure(gateway(vendor), vendor).retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void many_who_ask_at_once_wait_for_one_token() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    CountDownLatch all = new CountDownLatch(1);
    vendor.tokenScripts.add(
        peer -> {
          all.await();
          peer.write(vendor.token());
        });
    List<Asker> askers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      askers.add(asker(gateway, vendor, LONG));
    }
    for (Asker each : askers) {
      each.untilItWaits();
    }
    all.countDown();
    for (Asker each : askers) {
      assertThat(each.reply().status()).isEqualTo(200);
    }
    assertThat(vendor.tokenRequests()).hasSize(1);
    assertThat(vendor.tokensOfQuestions()).hasSize(16).containsOnly("1");
  }

  private Asker asker(Gateway gateway, TokenVendor vendor, Duration within) {
    OutgoingRequest request =
        new OutgoingRequest("Ask", limiter, vendor.question(), Line.BODY)
            .withGrant(Grant.of("ask"));
    return new Asker(() -> Line.reply(gateway, request, CallContext.within(within)));
  }

  @Test
  void the_patience_of_one_does_not_end_the_token_of_another() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    CountDownLatch impatient = new CountDownLatch(1);
    vendor.tokenScripts.add(
        peer -> {
          impatient.await();
          peer.write(vendor.token());
        });
    assertUnsent(failure(gateway, vendor, Duration.ofMillis(200)), FailureKind.UNAVAILABLE, vendor);
    try (Asker patient = asker(gateway, vendor, LONG)) {
      patient.untilItWaits();
      impatient.countDown();
      assertThat(patient.reply().status()).isEqualTo(200);
    }
    assertThat(vendor.tokenRequests()).hasSize(1);
  }

  @Test
  void an_interrupt_ends_the_wait_for_a_token() throws Exception {
    TokenVendor vendor = vendor();
    CountDownLatch end = new CountDownLatch(1);
    vendor.tokenScripts.add(peer -> end.await());
    try (Asker asker = asker(gateway(vendor), vendor, LONG)) {
      asker.untilItWaits();
      asker.interrupt();
      assertUnsent((VerificationException) asker.failure(), FailureKind.UNAVAILABLE, vendor);
      assertThat(asker.flagged()).isTrue();
    }
    end.countDown();
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
  void a_token_that_ended_in_the_wait_for_a_permit_is_replaced_before_the_question_is_sent()
      throws Exception {
    TokenVendor vendor = vendor(100);
    Gateway gateway = gateway(vendor);
    OutgoingRequest request =
        new OutgoingRequest(
            "Ask",
            within -> {
              time.advance(Duration.ofSeconds(98));
              return limiter.acquire(within);
            },
            vendor.question(),
            Line.BODY);
    gateway.ask(request, CallContext.within(Duration.ofSeconds(200)), GatewayTokenTest::decode);
    assertThat(vendor.tokensOfQuestions()).containsExactly("2");
  }

  @Test
  void a_closed_gateway_asks_for_no_token() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    gateway.close();
    assertThat(failure(gateway, vendor).kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(vendor.tokenRequests()).isEmpty();
  }

  @Test
  void nothing_that_is_logged_or_printed_holds_a_token() throws Exception {
    TokenVendor vendor = vendor();
    Gateway gateway = gateway(vendor);
    try (LogCapture log = new LogCapture()) {
      ask(gateway, vendor);
      vendor.replies.add(REFUSED);
      ask(gateway, vendor);
      assertThat(log.lines()).noneMatch(line -> line.contains(Line.KEY_CANARY));
    }
    AccessToken token = new AccessToken(Sensitive.of(Line.KEY_CANARY), Duration.ofSeconds(1));
    Grant grant = Grant.of("ask").about(Sensitive.of(Line.CANARY));
    assertThat(
            Optional.of(token)
                + " "
                + grant
                + HeldToken.of(token.value(), token.lifetime(), Duration.ZERO, time))
        .doesNotContain(Line.KEY_CANARY)
        .doesNotContain(Line.CANARY);
  }
}
