package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.ok;
import static io.telproof.spi.http.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.RawServer.RawRequest;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class GatewayTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final String START = "2026-01-01T00:00:00Z";
  private static final String THEIRS = "Date: Thu, 01 Jan 2026 00:20:00 GMT\r\n";

  private final HandTime time = new HandTime(START);

  @Test
  void the_bytes_that_were_signed_are_the_bytes_that_are_sent() throws Exception {
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line()) {
      line.ask(server.url("http"), LONG);
      RawRequest heard = server.heard().get(0);
      assertThat(heard.body()).isEqualTo(ByteString.of(Line.BODY));
      assertThat(heard.line()).startsWith("POST /?Mobile=");
      assertThat(heard.headers())
          .containsEntry("x-signed-bytes", Integer.toString(java.util.Arrays.hashCode(Line.BODY)))
          .containsEntry("content-length", Integer.toString(Line.BODY.length));
    }
  }

  @Test
  void the_content_type_is_sent_as_it_was_signed() throws Exception {
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line()) {
      line.ask(server.url("http"), LONG);
      assertThat(server.heard().get(0).headers()).containsEntry("content-type", "application/json");
    }
  }

  @Test
  void every_request_has_a_nonce_of_its_own() throws Exception {
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line()) {
      for (int i = 0; i < 20; i++) {
        line.ask(server.url("http"), LONG);
      }
      assertThat(server.heard())
          .extracting(heard -> heard.header("x-nonce"))
          .doesNotHaveDuplicates()
          .allMatch(nonce -> nonce.matches("[0-9a-f]{32}"));
    }
  }

  @Test
  void no_nonce_is_made_for_a_signer_that_takes_none() throws Exception {
    Signer without =
        new Signer() {
          @Override
          public Request sign(
              Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
            return Line.sign(request, body, credentials, at, "<" + nonce + ">");
          }

          @Override
          public boolean takesNonce() {
            return false;
          }
        };
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line(Time.system(), without, UnaryOperator.identity())) {
      line.ask(server.url("http"), LONG);
      assertThat(server.heard().get(0).header("x-nonce")).isEqualTo("<>");
    }
  }

  @Test
  void the_request_is_signed_after_the_wait_for_its_permit() throws Exception {
    RateLimiter slow =
        within -> {
          time.advance(Duration.ofSeconds(7));
          return new CountingRateLimiter().acquire(within);
        };
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line(time, UnaryOperator.identity())) {
      Line.reply(line.gateway, Line.question(server.url("http"), slow), CallContext.within(LONG));
      assertThat(signedAt(server, 0)).isEqualTo("2026-01-01T00:00:07Z");
    }
  }

  @Test
  void a_wait_for_a_permit_that_would_outlast_the_time_given_is_throttled_and_free()
      throws Exception {
    RateLimiter full = within -> new RateLimiter.Rejected(Duration.ofSeconds(42));
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line()) {
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(
              () ->
                  Line.reply(
                      line.gateway,
                      Line.question(server.url("http"), full),
                      CallContext.within(LONG)))
          .satisfies(
              failure -> {
                assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
                assertThat(failure.charge()).isEqualTo(Charge.FREE);
                assertThat(failure.retryAfter()).contains(Duration.ofSeconds(42));
              });
      assertThat(server.heard()).isEmpty();
    }
  }

  /** A vendor that takes so long by the time of the test. */
  private RawServer.Script taking(Duration each) {
    return peer -> {
      while (true) {
        peer.request();
        time.advance(each);
        peer.write(ok("{}"));
      }
    };
  }

  @Test
  void a_question_with_less_time_than_replies_take_is_told_so_at_once_and_free() throws Exception {
    try (RawServer server = new RawServer(taking(Duration.ofMillis(600)));
        Line line = new Line(time, UnaryOperator.identity())) {
      for (int i = 0; i < 8; i++) {
        line.ask(server.url("http"), LONG);
      }
      VerificationException failure = line.failure(server.url("http"), Duration.ofMillis(599));
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.THROTTLED);
      assertThat(failure.charge()).isEqualTo(Charge.FREE);
      assertThat(failure).hasMessageContaining("600 ms").hasMessageContaining("more time");
      assertThat(failure.failure().maxRetries()).hasValue(0);
      assertThat(server.heard()).hasSize(8);
      assertThat(line.limiter.events()).containsOnly("taken", "sent").hasSize(16);
      line.ask(server.url("http"), Duration.ofSeconds(5));
      assertThat(server.heard()).hasSize(9);
    }
  }

  @Test
  void time_that_goes_in_its_permit_counts_too_and_the_permit_is_given_back() throws Exception {
    Signer slow =
        (request, body, credentials, at, nonce) -> {
          time.advance(Duration.ofMillis(900));
          return Line.sign(request, body, credentials, at, nonce);
        };
    try (RawServer server = new RawServer(taking(Duration.ofMillis(600)));
        Line line = new Line(time, slow, UnaryOperator.identity())) {
      for (int i = 0; i < 8; i++) {
        line.ask(server.url("http"), LONG);
      }
      VerificationException failure = line.failure(server.url("http"), Duration.ofMillis(1_400));
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.THROTTLED);
      assertThat(server.heard()).hasSize(8);
      assertThat(line.limiter.events()).endsWith("taken", "given back");
    }
  }

  @Test
  void time_that_the_connection_takes_counts_too_and_the_permit_is_given_back() throws Exception {
    UnaryOperator<OkHttpClient.Builder> slow =
        builder ->
            builder.dns(
                host -> {
                  time.advance(Duration.ofMillis(900));
                  return List.of(java.net.InetAddress.getLoopbackAddress());
                });
    try (RawServer server = new RawServer(taking(Duration.ofMillis(600)));
        Line line = new Line(time, slow)) {
      for (int i = 0; i < 8; i++) {
        line.ask(server.url("http"), LONG);
      }
      String elsewhere = "http://localhost:" + server.port();
      VerificationException failure = line.failure(elsewhere, Duration.ofMillis(1_400));
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.THROTTLED);
      assertThat(failure.charge()).isEqualTo(Charge.FREE);
      assertThat(server.heard()).hasSize(8);
      assertThat(line.limiter.events()).endsWith("taken", "given back");
    }
  }

  @Test
  void a_question_that_is_asked_by_GET_goes_out_without_a_body() throws Exception {
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line()) {
      okhttp3.Request request = new okhttp3.Request.Builder().url(server.url("http")).build();
      OutgoingRequest question = new OutgoingRequest("Ask", line.limiter, request, new byte[0]);
      assertThat(Line.reply(line.gateway, question, CallContext.within(LONG)).status())
          .isEqualTo(200);
      assertThat(server.heard().get(0).line()).startsWith("GET ");
      assertThat(line.limiter.events()).containsExactly("taken", "sent");
    }
  }

  @Test
  void the_wait_for_a_permit_leaves_the_reply_its_time() throws Exception {
    List<Duration> patience = new ArrayList<>();
    RateLimiter asked =
        within -> {
          patience.add(within);
          return new CountingRateLimiter().acquire(within);
        };
    try (RawServer server = new RawServer(taking(Duration.ofMillis(600)));
        Line line = new Line(time, UnaryOperator.identity())) {
      OutgoingRequest question = Line.question(server.url("http"), asked);
      Line.reply(line.gateway, question, CallContext.within(LONG));
      Line.reply(line.gateway, question, CallContext.within(LONG));
      Line.reply(
          line.gateway, question, CallContext.within(LONG).withLongestWait(Duration.ofSeconds(1)));
      Line.reply(line.gateway, question, CallContext.within(Duration.ofMillis(1_200)));
      assertThat(patience)
          .containsExactly(
              Duration.ofMillis(2_500),
              Duration.ofMillis(8_800),
              Duration.ofSeconds(1),
              Duration.ofMillis(600));
    }
  }

  @Test
  void a_loss_is_for_want_of_time_unless_replies_have_come_in_less() throws Exception {
    try (RawServer server =
            new RawServer(
                peer -> {
                  peer.request();
                  peer.idle(Duration.ofSeconds(30));
                });
        RawServer well = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line()) {
      VerificationException unknown = line.failure(server.url("http"), Duration.ofSeconds(1));
      assertThat(unknown.kind()).isEqualTo(FailureKind.INDETERMINATE);
      assertThat(unknown.failure().shortOfTime()).isTrue();
      line.ask(well.url("http"), LONG);
      VerificationException known = line.failure(server.url("http"), Duration.ofSeconds(3));
      assertThat(known.kind()).isEqualTo(FailureKind.INDETERMINATE);
      assertThat(known.failure().shortOfTime()).isFalse();
    }
  }

  @Test
  void a_slot_comes_back_a_period_after_the_send_or_at_once_where_nothing_was_sent()
      throws Exception {
    RateLimiter limiter =
        RateLimiters.local(time)
            .limiter("one", RateLimits.of(new RateLimit(1, Duration.ofSeconds(1))));
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line(time, UnaryOperator.identity())) {
      String nowhere = Fault.all().get(0).url(server).replace("http:", "https:");
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(
              () ->
                  Line.reply(
                      line.gateway, Line.question(nowhere, limiter), CallContext.within(LONG)));
      assertThat(time.passed()).isZero();
      Line.reply(
          line.gateway, Line.question(server.url("http"), limiter), CallContext.within(LONG));
      assertThat(time.passed()).isZero();
      Line.reply(
          line.gateway, Line.question(server.url("http"), limiter), CallContext.within(LONG));
      assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
      assertThat(server.heard()).hasSize(2);
    }
  }

  @Test
  void an_interrupt_ends_the_wait_for_a_permit() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    RateLimiter endless =
        within -> {
          waiting.countDown();
          new CountDownLatch(1).await();
          throw new IllegalStateException("unreachable");
        };
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line();
        Asker asker =
            new Asker(
                () ->
                    Line.reply(
                        line.gateway,
                        Line.question(server.url("http"), endless),
                        CallContext.within(LONG)))) {
      waiting.await();
      asker.interrupt();
      unsent(asker, server);
    }
  }

  @Test
  void an_interrupt_ends_a_connect_and_the_slot_comes_back() throws Exception {
    CountDownLatch connecting = new CountDownLatch(1);
    UnaryOperator<OkHttpClient.Builder> transport =
        builder ->
            builder.dns(
                host -> {
                  connecting.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  throw new java.net.UnknownHostException(host);
                });
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line(Time.system(), transport);
        Asker asker = new Asker(() -> line.ask("http://vendor.test", LONG))) {
      connecting.await();
      asker.interrupt();
      unsent(asker, server);
      assertThat(line.limiter.events()).containsExactly("taken", "given back");
    }
  }

  private static void unsent(Asker asker, RawServer server) throws Exception {
    assertThat(asker.failure()).isInstanceOf(VerificationException.class);
    VerificationException failure = (VerificationException) asker.failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charge()).isEqualTo(Charge.FREE);
    assertThat(asker.flagged()).isTrue();
    assertThat(server.heard()).isEmpty();
  }

  @Test
  void who_is_interrupted_after_sending_gets_the_answer_and_the_flag() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(
                peer -> {
                  peer.request();
                  read.countDown();
                  interrupted.await();
                  peer.write(ok("{\"Result\":\"0\"}"));
                });
        Line line = new Line();
        Asker asker = new Asker(() -> line.ask(server.url("http"), LONG))) {
      read.await();
      asker.interrupt();
      interrupted.countDown();
      assertThat(asker.reply().status()).isEqualTo(200);
      assertThat(asker.flagged()).isTrue();
      assertThat(server.heard()).hasSize(1);
    }
  }

  @Test
  void who_is_interrupted_already_asks_nothing() throws Exception {
    try (RawServer server = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line()) {
      Thread.currentThread().interrupt();
      assertThat(line.failure(server.url("http"), LONG).kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(server.heard()).isEmpty();
    }
  }

  @Test
  void a_call_refused_for_its_clock_is_signed_again_once_and_the_offset_is_kept() throws Exception {
    try (RawServer server =
            new RawServer(
                peer -> {
                  while (true) {
                    boolean right = peer.request().header("x-signed-at").contains("00:2");
                    peer.write(right ? ok("{}") : reply("401 Unauthorized", THEIRS, "{}"));
                  }
                });
        Line line = new Line(time, UnaryOperator.identity())) {
      assertThat(line.ask(server.url("http"), LONG).status()).isEqualTo(200);
      assertThat(server.heard()).hasSize(2);
      assertThat(signedAt(server, 1)).isEqualTo("2026-01-01T00:20:00Z");
      assertThat(line.limiter.events()).containsExactly("taken", "sent", "taken", "sent");
      time.advance(Duration.ofSeconds(5));
      assertThat(line.ask(server.url("http"), LONG).status()).isEqualTo(200);
      assertThat(signedAt(server, 2)).isEqualTo("2026-01-01T00:20:05Z");
      assertThat(server.heard()).hasSize(3);
    }
  }

  @Test
  void a_call_refused_for_its_clock_twice_is_returned_after_two_requests() throws Exception {
    try (RawServer server =
            new RawServer(RawServer.always(reply("401 Unauthorized", THEIRS, "{}")));
        Line line = new Line(time, UnaryOperator.identity())) {
      assertThat(line.ask(server.url("http"), LONG).status()).isEqualTo(401);
      assertThat(server.heard()).hasSize(2);
      assertThat(line.ask(server.url("http"), LONG).status()).isEqualTo(401);
      assertThat(server.heard()).as("the date they told was signed for").hasSize(3);
    }
  }

  @Test
  void a_refusal_with_our_own_date_or_none_is_returned_after_one_request() throws Exception {
    for (String date :
        new String[] {"", "Date: Thu, 01 Jan 2026 00:00:02 GMT\r\n", "Date: yesterday\r\n"}) {
      try (RawServer server =
              new RawServer(RawServer.always(reply("401 Unauthorized", date, "{}")));
          Line line = new Line(time, UnaryOperator.identity())) {
        assertThat(line.ask(server.url("http"), LONG).status()).isEqualTo(401);
        assertThat(server.heard()).as(date).hasSize(1);
      }
    }
  }

  private static String signedAt(RawServer server, int request) {
    return server.heard().get(request).header("x-signed-at");
  }
}
