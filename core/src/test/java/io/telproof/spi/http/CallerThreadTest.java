package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.RawServer.Script;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds where the thread that asks sends by itself: on a connection that was kept. */
@Timeout(120)
class CallerThreadTest {
  private static final Duration SHORT = Duration.ofMillis(250);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final PrivateCa CA = new PrivateCa();

  /** Who asks, and how the bytes travel. */
  private record Way(AskingThread thread, String scheme) {
    RawServer vendor(Script second) throws IOException {
      return new RawServer(
          peer -> {
            peer.request();
            peer.write(ok("{}"));
            second.play(peer);
          },
          scheme.equals("https") ? CA.sockets("127.0.0.1") : ServerSocketFactory.getDefault());
    }

    Line line(UnaryOperator<OkHttpClient.Builder> more) {
      return new Line(
          new Network(
              Optional.empty(),
              Optional.of(CA.file()),
              Optional.empty(),
              Optional.of(Duration.ofMinutes(5))),
          more);
    }

    /** Has a connection made, which is kept. */
    void connect(Line line, RawServer vendor) {
      line.ask(vendor.url(scheme), LONG);
    }

    Asker ask(Line line, RawServer vendor, Duration within) {
      return new Asker(thread, () -> line.ask(vendor.url(scheme), within));
    }

    Asker asks(Callable<Reply> question) {
      return new Asker(thread, question);
    }
  }

  private static Stream<Way> ways() {
    return AskingThread.all().stream()
        .flatMap(thread -> Stream.of(new Way(thread, "http"), new Way(thread, "https")));
  }

  /** A vendor that the time given alone ends. */
  private record Trouble(String name, int bodyBytes, Script script) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Arguments> everyTrouble() {
    List<Trouble> troubles =
        List.of(
            new Trouble(
                "silent",
                10,
                peer -> {
                  peer.request();
                  peer.idle(LONG);
                }),
            new Trouble(
                "dripping head",
                10,
                peer -> {
                  peer.request();
                  peer.write("HTTP/1.1 200 OK\r\nX-Slow: ");
                  drip(peer);
                }),
            new Trouble(
                "dripping body",
                10,
                peer -> {
                  peer.request();
                  peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                  drip(peer);
                }),
            new Trouble("reads nothing", 16 << 20, peer -> peer.idle(LONG)));
    return ways().flatMap(way -> troubles.stream().map(trouble -> Arguments.of(way, trouble)));
  }

  private static void drip(RawServer.Peer peer) throws IOException, InterruptedException {
    while (true) {
      peer.write("x");
      peer.idle(Duration.ofMillis(10));
    }
  }

  /** The best of five, because this machine may be busy: a bound is a bound of the code. */
  @ParameterizedTest
  @MethodSource("everyTrouble")
  void no_vendor_outlasts_the_time_given_by_more_than_100_ms(Way way, Trouble trouble)
      throws Exception {
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < 5 && best.compareTo(SHORT.plusMillis(100)) > 0; i++) {
      try (RawServer vendor = way.vendor(trouble.script());
          Line line = way.line(UnaryOperator.identity())) {
        way.connect(line, vendor);
        OutgoingRequest question =
            new OutgoingRequest(
                "Ask",
                line.limiter,
                new Request.Builder().url(vendor.url(way.scheme())).post(RequestBody.EMPTY).build(),
                new byte[trouble.bodyBytes()]);
        long[] took = new long[1];
        Asker asker =
            way.asks(
                () -> {
                  long start = Time.system().nanos();
                  try {
                    return Line.reply(line.gateway, question, CallContext.within(SHORT));
                  } finally {
                    took[0] = Time.system().nanos() - start;
                  }
                });
        VerificationException failure = (VerificationException) asker.failure();
        assertThat(asker.flagged()).isFalse();
        best = took[0] < best.toNanos() ? Duration.ofNanos(took[0]) : best;
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.INDETERMINATE);
        assertThat(failure.charge()).isEqualTo(Charge.POSSIBLE);
        assertThat(failure).hasMessageContaining("no whole reply came within the time given");
        assertThat(vendor.connections()).isEqualTo(1);
        assertThat(line.limiter.events()).containsExactly("taken", "sent", "taken", "sent");
      }
    }
    assertThat(best).isBetween(SHORT, SHORT.plusMillis(100));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_vendor_without_an_end_is_told_of_at_once(Way way) throws Exception {
    Script endless =
        peer -> {
          peer.request();
          peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          while (true) {
            peer.write("1000\r\n" + "x".repeat(0x1000) + "\r\n");
          }
        };
    try (RawServer vendor = way.vendor(endless);
        Line line = way.line(UnaryOperator.identity())) {
      way.connect(line, vendor);
      VerificationException failure = (VerificationException) way.ask(line, vendor, LONG).failure();
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.PROTOCOL);
      assertThat(vendor.heard()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_connection_is_made_by_another_thread_and_used_again_by_the_one_that_asks(Way way)
      throws Exception {
    List<Thread> senders = new CopyOnWriteArrayList<>();
    Interceptor noting =
        chain -> {
          senders.add(Thread.currentThread());
          return chain.proceed(chain.request());
        };
    List<Thread> askers = new CopyOnWriteArrayList<>();
    try (RawServer vendor = way.vendor(RawServer.always(ok("{}")));
        Line line = way.line(builder -> builder.addNetworkInterceptor(noting))) {
      Asker asker =
          way.asks(
              () -> {
                askers.add(Thread.currentThread());
                way.connect(line, vendor);
                return line.ask(vendor.url(way.scheme()), LONG);
              });
      assertThat(asker.reply().status()).isEqualTo(200);
      assertThat(asker.flagged()).isFalse();
    }
    assertThat(senders).hasSize(2).endsWith(askers.get(0));
    assertThat(senders.get(0)).isNotSameAs(askers.get(0));
  }

  /** Between the look at the connection and the first byte. */
  private enum Moment {
    /** As the permit is looked at, which is before the connection is. */
    PERMIT {
      @Override
      Interceptor interceptor(AtomicBoolean armed) {
        return chain -> chain.proceed(chain.request());
      }
    },
    /** As OkHttp is about to write. */
    WRITE {
      @Override
      Interceptor interceptor(AtomicBoolean armed) {
        return chain -> {
          if (armed.get()) {
            Thread.currentThread().interrupt();
          }
          return chain.proceed(chain.request());
        };
      }
    };

    abstract Interceptor interceptor(AtomicBoolean armed);
  }

  private static Stream<Arguments> everyMoment() {
    return ways()
        .flatMap(way -> Stream.of(Moment.values()).map(moment -> Arguments.of(way, moment)));
  }

  @ParameterizedTest
  @MethodSource("everyMoment")
  void who_is_interrupted_before_the_first_byte_sends_nothing_and_keeps_the_flag(
      Way way, Moment moment) throws Exception {
    AtomicBoolean armed = new AtomicBoolean();
    try (RawServer vendor = way.vendor(RawServer.always(ok("{}")));
        Line line = way.line(builder -> builder.addNetworkInterceptor(moment.interceptor(armed)))) {
      way.connect(line, vendor);
      armed.set(true);
      RateLimiter limiter = within -> permit(line, within, moment == Moment.PERMIT);
      Asker asker =
          way.asks(
              () ->
                  Line.reply(
                      line.gateway,
                      Line.question(vendor.url(way.scheme()), limiter),
                      CallContext.within(LONG)));
      VerificationException failure = (VerificationException) asker.failure();
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(failure.charge()).isEqualTo(Charge.FREE);
      assertThat(failure).hasMessageContaining("interrupted before anything was sent");
      assertThat(asker.flagged()).isTrue();
      assertThat(vendor.heard()).hasSize(1);
      assertThat(line.limiter.events()).endsWith("taken", "given back");
    }
  }

  private static RateLimiter.Permit permit(Line line, Duration within, boolean interrupting)
      throws InterruptedException {
    RateLimiter.Permit permit = (RateLimiter.Permit) line.limiter.acquire(within);
    return new RateLimiter.Permit() {
      @Override
      public boolean isValid() {
        if (interrupting) {
          Thread.currentThread().interrupt();
        }
        return true;
      }

      @Override
      public void sent() {
        permit.sent();
      }

      @Override
      public void close() {
        permit.close();
      }
    };
  }

  @ParameterizedTest
  @MethodSource("ways")
  void who_is_interrupted_while_the_reply_comes_gets_the_answer_and_the_flag(Way way)
      throws Exception {
    List<String> parts = List.of("HTTP/1.1 200 OK\r\nContent-Le", "ngth: 2\r\n\r\n{", "}");
    whole(
        way,
        parts,
        asker -> {
          asker.untilInTheSocket();
          asker.interrupt();
        },
        true);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void what_was_sent_before_the_gateway_closed_is_left_to_finish(Way way) throws Exception {
    whole(way, List.of("HTTP/1.1 200 OK\r\nContent-Le", "ngth: 2\r\n\r\n{}"), asker -> {}, false);
  }

  /** A reply in parts; before each of them this is done with who asks. */
  private static void whole(Way way, List<String> parts, Consumer<Asker> before, boolean flagged)
      throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    List<CountDownLatch> go = parts.stream().map(part -> new CountDownLatch(1)).toList();
    Script second =
        peer -> {
          peer.request();
          read.countDown();
          for (int i = 0; i < parts.size(); i++) {
            go.get(i).await();
            peer.write(parts.get(i));
          }
          peer.idle(LONG);
        };
    try (RawServer vendor = way.vendor(second);
        Line line = way.line(UnaryOperator.identity())) {
      way.connect(line, vendor);
      Asker asker = way.ask(line, vendor, LONG);
      read.await();
      if (!flagged) {
        line.gateway.close();
      }
      for (CountDownLatch each : go) {
        before.accept(asker);
        each.countDown();
      }
      assertThat(asker.reply().status()).isEqualTo(200);
      assertThat(asker.flagged()).isEqualTo(flagged);
      assertThat(vendor.heard()).hasSize(2);
      assertThat(vendor.connections()).isEqualTo(1);
    }
  }
}
