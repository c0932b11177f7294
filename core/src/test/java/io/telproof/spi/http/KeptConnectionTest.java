package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.chunked;
import static io.telproof.spi.http.RawServer.ok;
import static io.telproof.spi.http.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.RawServer.Peer;
import io.telproof.spi.http.RawServer.Script;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that is kept serves the next question only where nothing is on it. */
@Timeout(120)
class KeptConnectionTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int FOLLOWING = 5;
  private static final PrivateCa CA = new PrivateCa();
  private static final String STRAY = ok("answer to nobody");

  /** How the bytes travel. */
  private enum Way {
    PLAIN,
    TLS,
    TUNNEL;

    RawServer vendor(Script script) throws IOException {
      return new RawServer(
          script, this == PLAIN ? ServerSocketFactory.getDefault() : CA.sockets("127.0.0.1"));
    }

    Line line(RawProxy proxy) {
      return new Line(
          new Network(
              this == TUNNEL ? Optional.of(proxy.address()) : Optional.empty(),
              Optional.of(CA.file()),
              Optional.empty(),
              Optional.of(Duration.ofMinutes(5))));
    }

    String url(RawServer vendor) {
      return vendor.url(this == PLAIN ? "http" : "https");
    }
  }

  /** What a vendor does with its first reply: its own answer, and then what nobody asked for. */
  private record Deed(String name, Scene played) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  private interface Scene {
    void reply(Peer peer, String answer) throws IOException, InterruptedException;
  }

  private static List<Deed> strays() {
    return List.of(
        new Deed("again, in the same write", (peer, own) -> peer.write(ok(own) + ok(own))),
        new Deed(
            "another, in the next write",
            (peer, own) -> {
              peer.write(ok(own));
              peer.write(STRAY);
            }),
        new Deed(
            "an unasked 408",
            (peer, own) -> peer.write(ok(own) + reply("408 Request Timeout", "", "late"))),
        new Deed("bytes behind Content-Length", (peer, own) -> peer.write(ok(own) + "}")),
        new Deed(
            "a reply behind the last chunk", (peer, own) -> peer.write(chunked("", own) + STRAY)),
        new Deed(
            "a reply behind a trailer",
            (peer, own) -> peer.write(chunked("X: y\r\n", own) + STRAY)),
        new Deed(
            "behind a record that is full",
            (peer, own) -> {
              String padding = "X-Long: " + "x".repeat(8192 - 60 - own.length()) + "\r\n";
              peer.write(reply("200 OK", padding, own) + STRAY);
            }),
        new Deed("half a reply", (peer, own) -> peer.write(ok(own) + "HTTP/1.1 200 OK\r\nCon")),
        new Deed(
            "a reply that announced its close",
            (peer, own) -> peer.write(reply("200 OK", "Connection: close\r\n", own) + STRAY)),
        new Deed(
            "a reply of HTTP/1.0",
            (peer, own) -> peer.write(ok(own).replace("HTTP/1.1", "HTTP/1.0") + STRAY)),
        new Deed(
            "two lengths",
            (peer, own) ->
                peer.write(
                    reply("200 OK", "Content-Length: " + own.length() + "\r\n", own) + STRAY)),
        new Deed(
            "early hints before and a reply behind",
            (peer, own) -> peer.write("HTTP/1.1 103 Early Hints\r\n\r\n" + ok(own) + STRAY)));
  }

  static Stream<Arguments> everyStray() {
    return Stream.of(Way.values())
        .flatMap(way -> strays().stream().map(deed -> Arguments.of(way, deed)));
  }

  @ParameterizedTest
  @MethodSource("everyStray")
  void nobody_gets_what_was_on_the_connection_before(Way way, Deed deed) throws Exception {
    Semaphore done = new Semaphore(0);
    AtomicInteger first = new AtomicInteger();
    Script script =
        peer -> {
          while (true) {
            String own = answer(peer);
            if (first.getAndIncrement() == 0) {
              deed.played().reply(peer, own);
            } else {
              peer.write(ok(own));
            }
            done.release();
          }
        };
    try (RawServer vendor = way.vendor(script);
        RawProxy proxy = new RawProxy(vendor);
        Line line = way.line(proxy)) {
      List<String> answers = new ArrayList<>();
      for (int number = 0; number <= FOLLOWING; number++) {
        answers.add(ask(line, way.url(vendor), number, LONG));
        done.acquire();
      }
      for (int number = 0; number <= FOLLOWING; number++) {
        assertThat(answers.get(number)).isEqualTo("answer to " + number);
      }
      assertThat(vendor.heard()).hasSize(FOLLOWING + 1);
      assertThat(vendor.connections()).isEqualTo(2);
    }
  }

  static Stream<Arguments> everyEnd() {
    List<Deed> ends =
        List.of(
            new Deed("closed", (peer, own) -> peer.write(ok(own))),
            new Deed(
                "reset",
                (peer, own) -> {
                  peer.write(ok(own));
                  peer.reset();
                }));
    return Stream.of(Way.values()).flatMap(way -> ends.stream().map(end -> Arguments.of(way, end)));
  }

  @ParameterizedTest
  @MethodSource("everyEnd")
  void a_connection_that_the_peer_has_ended_is_not_used(Way way, Deed end) throws Exception {
    try (RawServer vendor = way.vendor(peer -> end.played().reply(peer, answer(peer)));
        RawProxy proxy = new RawProxy(vendor);
        Line line = way.line(proxy)) {
      for (int number = 0; number < 10; number++) {
        assertThat(ask(line, way.url(vendor), number, LONG)).isEqualTo("answer to " + number);
        vendor.untilEnded(number + 1);
        proxy.untilEnded(way == Way.TUNNEL ? number + 1 : 0);
      }
      assertThat(vendor.connections()).isEqualTo(10);
      assertThat(line.limiter.events()).containsOnly("taken", "sent");
    }
  }

  @Test
  void a_tunnel_that_ended_without_a_word_of_tls_is_not_used_and_nothing_is_billed()
      throws Exception {
    try (RawServer vendor = Way.TUNNEL.vendor(peer -> forever(peer));
        RawProxy proxy = new RawProxy(vendor);
        Line line = Way.TUNNEL.line(proxy)) {
      ask(line, Way.TUNNEL.url(vendor), 1, LONG);
      proxy.cut();
      proxy.untilEnded(1);
      VerificationException failure = line.failure(vendor.url("https"), LONG);
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(failure.charge()).isEqualTo(Charge.FREE);
      assertThat(vendor.heard()).hasSize(1);
    }
  }

  @Test
  void a_vendor_that_spoke_before_it_was_asked_is_not_asked() throws Exception {
    Semaphore spoken = new Semaphore(0);
    EventListener waiting =
        new EventListener() {
          @Override
          public void connectEnd(
              Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
            spoken.acquireUninterruptibly();
          }
        };
    try (RawServer vendor =
            new RawServer(
                peer -> {
                  peer.write(STRAY);
                  spoken.release();
                  forever(peer);
                });
        Line line = new Line(Time.system(), builder -> builder.eventListener(waiting))) {
      VerificationException failure = line.failure(vendor.url("http"), LONG);
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(vendor.heard()).isEmpty();
    }
  }

  @Test
  void many_dead_connections_are_all_passed_over() throws Exception {
    int connections = 20;
    Semaphore together = new Semaphore(0);
    AtomicInteger asked = new AtomicInteger();
    Script script =
        peer -> {
          String own = answer(peer);
          if (asked.incrementAndGet() <= connections) {
            together.acquire();
          }
          peer.write(ok(own));
        };
    try (RawServer vendor = new RawServer(script);
        Line line = new Line()) {
      List<Asker> askers = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        askers.add(new Asker(() -> line.ask(vendor.url("http"), LONG)));
      }
      vendor.untilHeard(connections);
      together.release(connections);
      for (Asker asker : askers) {
        assertThat(asker.reply().status()).isEqualTo(200);
      }
      vendor.untilEnded(connections);
      assertThat(ask(line, vendor.url("http"), 7, LONG)).isEqualTo("answer to 7");
      assertThat(vendor.connections()).isEqualTo(connections + 1);
    }
  }

  @Test
  void a_reply_with_the_request_id_of_an_earlier_one_is_refused_and_its_connection_closed()
      throws Exception {
    AtomicInteger replies = new AtomicInteger();
    Script script =
        peer -> {
          while (true) {
            answer(peer);
            // The second reply is the first once more, come at the worst moment.
            peer.write(ok("id-" + Math.max(1, replies.getAndIncrement())));
          }
        };
    try (RawServer vendor = new RawServer(script);
        Line line = new Line()) {
      Reply first = line.ask(vendor.url("http"), LONG);
      assertThat(identified(first)).contains("id-1");
      assertThat(identified(first)).as("read once more").contains("id-1");
      Reply stale = line.ask(vendor.url("http"), LONG);
      VerificationException failure =
          org.assertj.core.api.Assertions.catchThrowableOfType(
              VerificationException.class, () -> identified(stale));
      assertThat(failure.kind()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(failure.charge()).isEqualTo(Charge.POSSIBLE);
      assertThat(failure).hasMessageContaining("the request id of an earlier one");
      assertThat(identified(line.ask(vendor.url("http"), LONG))).contains("id-2");
      assertThat(vendor.connections()).isEqualTo(2);
    }
  }

  /** A refusal for the clock is answered by sending once more: the true reply may be a charge. */
  @Test
  void an_earlier_refusal_for_the_clock_does_not_make_a_question_go_out_again() throws Exception {
    HandTime time = new HandTime("2026-01-01T00:00:00Z");
    String refusal =
        reply("401 Unauthorized", "Date: Thu, 01 Jan 2026 00:20:00 GMT\r\n", "id-of-the-refusal");
    AtomicInteger asked = new AtomicInteger();
    Script script =
        peer -> {
          while (true) {
            peer.request();
            // Refused; answered; and the refusal once more in the place of an answer.
            peer.write(asked.getAndIncrement() == 1 ? ok("id-of-an-answer") : refusal);
          }
        };
    try (RawServer vendor = new RawServer(script);
        Line line = new Line(time, builder -> builder)) {
      identified(line.ask(vendor.url("http"), LONG));
      time.advance(Duration.ofMinutes(1));
      VerificationException failure = line.failure(vendor.url("http"), LONG);
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(vendor.heard()).hasSize(3);
    }
  }

  @Test
  void of_two_replies_to_the_second_question_of_a_connection_neither_is_believed()
      throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Script script =
        peer -> {
          while (true) {
            String own = answer(peer);
            peer.write(asked.getAndIncrement() == 1 ? STRAY + ok(own) : ok(own));
          }
        };
    try (RawServer vendor = new RawServer(script);
        Line line = new Line()) {
      ask(line, vendor.url("http"), 1, LONG);
      assertThat(line.failure(vendor.url("http"), LONG).kind())
          .isEqualTo(FailureKind.INDETERMINATE);
      assertThat(ask(line, vendor.url("http"), 3, LONG)).isEqualTo("answer to 3");
      assertThat(vendor.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_connection_is_used_again_after_a_reply_as_expected_and_not_after_another()
      throws Exception {
    try (RawServer vendor = new RawServer(KeptConnectionTest::forever);
        Line line = new Line()) {
      ask(line, vendor.url("http"), 1, LONG);
      Reply odd = line.ask(vendor.url("http"), LONG);
      assertThat(vendor.connections()).isEqualTo(1);
      assertThat(odd.withoutCode("is not JSON").kind()).isEqualTo(FailureKind.PROTOCOL);
      ask(line, vendor.url("http"), 2, LONG);
      assertThat(vendor.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_connection_is_not_used_again_after_a_reply_that_has_no_id_where_others_have_one()
      throws Exception {
    try (RawServer vendor = new RawServer(KeptConnectionTest::forever);
        Line line = new Line()) {
      line.ask(vendor.url("http"), LONG).identified(Optional.empty());
      ask(line, vendor.url("http"), 2, LONG);
      assertThat(vendor.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_connection_is_not_used_again_after_a_reply_that_nobody_looked_at_where_others_have_ids()
      throws Exception {
    try (RawServer vendor = new RawServer(KeptConnectionTest::forever);
        Line line = new Line()) {
      identified(line.ask(vendor.url("http"), LONG));
      ask(line, vendor.url("http"), 2, LONG);
      assertThat(vendor.connections()).as("looked at").isEqualTo(1);
      ask(line, vendor.url("http"), 3, LONG);
      assertThat(vendor.connections()).as("never looked at").isEqualTo(2);
    }
  }

  @Test
  void a_time_out_takes_its_connection_out_of_the_pool() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Script script =
        peer -> {
          while (true) {
            String own = answer(peer);
            if (asked.getAndIncrement() == 1) {
              peer.idle(LONG);
            }
            peer.write(ok(own));
          }
        };
    try (RawServer vendor = new RawServer(script);
        Line line = new Line()) {
      ask(line, vendor.url("http"), 1, LONG);
      assertThat(line.failure(vendor.url("http"), Duration.ofMillis(200)).kind())
          .isEqualTo(FailureKind.INDETERMINATE);
      assertThat(ask(line, vendor.url("http"), 3, LONG)).isEqualTo("answer to 3");
      assertThat(vendor.connections()).isEqualTo(2);
    }
  }

  private static Optional<String> identified(Reply reply) {
    Reply identified = reply.identified(Optional.of(text(reply)));
    return identified.failed(FailureKind.UNAVAILABLE, Charge.FREE, "to read the id").requestId();
  }

  private static void forever(Peer peer) throws IOException {
    while (true) {
      peer.write(ok(answer(peer)));
    }
  }

  private static String answer(Peer peer) throws IOException {
    return "answer to " + peer.request().body().utf8();
  }

  private static String ask(Line line, String url, int number, Duration within) {
    Request request =
        new Request.Builder()
            .url(url)
            .header("Content-Type", "text/plain")
            .post(RequestBody.EMPTY)
            .build();
    byte[] body = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    return text(
        Line.reply(
            line.gateway,
            new OutgoingRequest("Ask", line.limiter, request, body),
            CallContext.within(within)));
  }

  private static String text(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }
}
