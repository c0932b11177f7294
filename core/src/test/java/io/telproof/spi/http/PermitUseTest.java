package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a permit is told that its request was sent, and what is sent with one that has ended. */
@Timeout(60)
class PermitUseTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final PrivateCa ca = new PrivateCa();

  @ParameterizedTest
  @CsvSource({"http, POST", "http, GET", "https, POST", "https, GET"})
  void a_permit_is_told_once_the_request_has_left_the_buffer_and_before_its_reply(
      String scheme, String method) throws Exception {
    Stamps stamps = new Stamps();
    List<String> inTheBuffer = new CopyOnWriteArrayList<>();
    try (RawServer vendor =
            new RawServer(
                peer -> {
                  peer.request();
                  stamps.untilSent();
                  peer.write(ok("{}"));
                },
                sockets(scheme));
        Line line = new Line(trusting(), listened(() -> inTheBuffer.addAll(stamps.told)))) {
      CallContext context = CallContext.within(LONG);
      Line.reply(line.gateway, question(method, vendor.url(scheme), stamps), context);
    }
    assertThat(inTheBuffer).containsExactly("taken");
    assertThat(stamps.told).startsWith("taken", "sent").endsWith("closed");
  }

  /** Does this whenever a request stands in the buffer and was not flushed yet. */
  private static UnaryOperator<OkHttpClient.Builder> listened(Runnable action) {
    return builder ->
        builder.eventListener(
            new EventListener() {
              @Override
              public void requestHeadersEnd(Call call, Request request) {
                if (request.method().equals("GET")) {
                  action.run();
                }
              }

              @Override
              public void requestBodyEnd(Call call, long bytes) {
                action.run();
              }
            });
  }

  @Test
  void nothing_is_sent_with_a_permit_that_ended_before_the_connection_was_there() throws Exception {
    Stamps stamps = new Stamps();
    stamps.valid = false;
    try (RawServer vendor = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line()) {
      OutgoingRequest question = Line.question(vendor.url("http"), stamps);
      VerificationException failure =
          catchThrowableOfType(
              VerificationException.class,
              () -> Line.reply(line.gateway, question, CallContext.within(LONG)));
      assertThat(failure.kind()).isEqualTo(FailureKind.THROTTLED);
      assertThat(failure.charge()).isEqualTo(Charge.FREE);
      assertThat(failure).hasMessageContaining("nothing was sent").hasNoCause();
      assertThat(failure.failure().maxRetries()).isEmpty();
      assertThat(failure.retryAfter()).isEmpty();
      assertThat(vendor.heard()).isEmpty();
      assertThat(stamps.told).containsExactly("taken", "closed");

      stamps.valid = true;
      assertThat(Line.reply(line.gateway, question, CallContext.within(LONG)).status())
          .isEqualTo(200);
      assertThat(vendor.heard()).hasSize(1);
    }
  }

  @Test
  void a_permit_is_looked_at_once_the_connection_is_there() throws Exception {
    Stamps stamps = new Stamps();
    UnaryOperator<OkHttpClient.Builder> lasting =
        builder ->
            builder.dns(
                host -> {
                  stamps.valid = false;
                  return okhttp3.Dns.SYSTEM.lookup("127.0.0.1");
                });
    try (RawServer vendor = new RawServer(RawServer.always(ok("{}")));
        Line line = new Line(Time.system(), lasting)) {
      String url = vendor.url("http").replace("127.0.0.1", "vendor.test");
      assertThat(
              catchThrowableOfType(
                      VerificationException.class,
                      () ->
                          Line.reply(
                              line.gateway, Line.question(url, stamps), CallContext.within(LONG)))
                  .kind())
          .isEqualTo(FailureKind.THROTTLED);
      assertThat(vendor.heard()).isEmpty();
    }
  }

  private Network trusting() {
    return new Network(
        Optional.empty(), Optional.of(ca.file()), Optional.empty(), Optional.empty());
  }

  private ServerSocketFactory sockets(String scheme) {
    return scheme.equals("http") ? ServerSocketFactory.getDefault() : ca.sockets("127.0.0.1");
  }

  private static OutgoingRequest question(String method, String url, RateLimiter limiter) {
    return method.equals("POST")
        ? Line.question(url, limiter)
        : new OutgoingRequest(
            "MobileStatus", limiter, new Request.Builder().url(url).get().build(), new byte[0]);
  }

  /** A limiter that notes what its permits are told. */
  private static final class Stamps implements RateLimiter {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch sent = new CountDownLatch(1);
    private volatile boolean valid = true;

    @Override
    public Admission acquire(Duration within) {
      told.add("taken");
      return new Permit() {
        @Override
        public boolean isValid() {
          return valid;
        }

        @Override
        public void sent() {
          told.add("sent");
          sent.countDown();
        }

        @Override
        public void close() {
          told.add("closed");
        }
      };
    }

    /** The vendor waits for this with its reply; where it never comes, there is no reply. */
    private void untilSent() throws IOException, InterruptedException {
      if (!sent.await(5, TimeUnit.SECONDS)) {
        throw new IOException("not told");
      }
    }
  }
}
