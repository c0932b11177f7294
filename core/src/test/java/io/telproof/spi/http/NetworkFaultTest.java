package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.ok;
import static io.telproof.spi.http.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.RawServer.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No setting of the network makes a gateway send twice: every one of them, with every fault. */
@Timeout(120)
class NetworkFaultTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final PrivateCa CA = new PrivateCa();

  /** One combination of the settings. */
  private record Way(String scheme, boolean proxied, boolean ca, boolean times) {
    static List<Way> all() {
      List<Way> ways = new ArrayList<>();
      for (boolean proxied : new boolean[] {false, true}) {
        for (boolean times : new boolean[] {false, true}) {
          ways.add(new Way("http", proxied, false, times));
          ways.add(new Way("http", proxied, true, times));
          ways.add(new Way("https", proxied, true, times));
        }
      }
      return ways;
    }

    RawServer vendor(Script script) throws IOException {
      return new RawServer(
          script,
          scheme.equals("https") ? CA.sockets("127.0.0.1") : ServerSocketFactory.getDefault());
    }

    Network through(HttpProxy proxy) {
      return new Network(
          proxied ? Optional.of(proxy) : Optional.empty(),
          ca ? Optional.of(CA.file()) : Optional.empty(),
          times ? Optional.of(Duration.ofMinutes(1)) : Optional.empty(),
          times ? Optional.of(Duration.ofMinutes(5)) : Optional.empty());
    }
  }

  /** What the vendor does with a request, and the status that is told of it; none if it is lost. */
  private record Deed(String name, Script script, Optional<Integer> status) {
    static Deed says(String status, String header) {
      Script script = RawServer.always(reply(status, header + "\r\n", "{}"));
      return new Deed(status, script, Optional.of(Integer.parseInt(status.substring(0, 3))));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Deed> deeds() {
    return List.of(
        new Deed(
            "reset",
            peer -> {
              peer.request();
              peer.reset();
            },
            Optional.empty()),
        new Deed("closed", peer -> peer.request(), Optional.empty()),
        new Deed(
            "half a reply",
            peer -> {
              peer.request();
              peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
            },
            Optional.empty()),
        Deed.says("302 Found", "Location: /elsewhere"),
        Deed.says("307 Temporary Redirect", "Location: /elsewhere"),
        Deed.says("308 Permanent Redirect", "Location: /elsewhere"),
        Deed.says("401 Unauthorized", "WWW-Authenticate: Basic realm=x"),
        Deed.says("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=x"),
        Deed.says("408 Request Timeout", "X-Any: thing"),
        Deed.says("408 Request Timeout", "Connection: close"),
        Deed.says("421 Misdirected Request", "X-Any: thing"),
        Deed.says("503 Service Unavailable", "Retry-After: 0"));
  }

  static Stream<Arguments> everything() {
    return Way.all().stream().flatMap(way -> deeds().stream().map(deed -> Arguments.of(way, deed)));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void the_vendor_sees_exactly_one_request(Way way, Deed deed) throws Exception {
    try (RawServer vendor = way.vendor(deed.script());
        RawProxy proxy = new RawProxy(vendor);
        Line line = new Line(way.through(proxy.address()))) {
      // OkHttp takes a 407 without a proxy for a breach of protocol: the reply is lost.
      boolean lost = deed.status().isEmpty() || (deed.status().get() == 407 && !way.proxied());
      if (lost) {
        VerificationException failure = line.failure(vendor.url(way.scheme()), LONG);
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.INDETERMINATE);
        assertThat(failure.charge()).isEqualTo(Charge.POSSIBLE);
      } else {
        assertThat(line.ask(vendor.url(way.scheme()), LONG).status())
            .isEqualTo(deed.status().get());
      }
      assertThat(vendor.heard()).hasSize(1);
      assertThat(proxy.heard()).hasSize(way.proxied() ? 1 : 0);
      assertThat(line.limiter.events()).containsExactly("taken", "sent");
    }
  }

  static List<Way> ways() {
    return Way.all();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_pooled_connection_that_dies_after_the_next_request_was_read_is_a_doubt_and_one_request(
      Way way) throws Exception {
    Script second =
        peer -> {
          peer.request();
          peer.write(ok("{}"));
          peer.request();
          peer.reset();
        };
    try (RawServer vendor = way.vendor(second);
        RawProxy proxy = new RawProxy(vendor);
        Line line = new Line(way.through(proxy.address()))) {
      line.ask(vendor.url(way.scheme()), LONG);
      VerificationException failure = line.failure(vendor.url(way.scheme()), LONG);
      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.INDETERMINATE);
      assertThat(vendor.heard()).hasSize(2);
      assertThat(vendor.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
        "220 smtp ready\r\n",
        "HTTP/1.1 200 OK\r\n\r\nnot TLS at all, and long enough to be read as the head of it",
        ""
      })
  void a_proxy_that_opens_no_tunnel_is_asked_once_and_is_unavailable_and_free(String says)
      throws Exception {
    Script refusing =
        peer -> {
          peer.request();
          peer.write(says);
        };
    for (boolean ca : new boolean[] {false, true}) {
      Way way = new Way("https", true, ca, false);
      try (RawServer vendor = way.vendor(RawServer.always(ok("{}")));
          RawServer proxy = new RawServer(refusing);
          Line line =
              new Line(way.through(HttpProxy.of(proxy.url("http"))), UnaryOperator.identity())) {
        VerificationException failure = line.failure(vendor.url("https"), LONG);
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(failure.charge()).isEqualTo(Charge.FREE);
        assertThat(failure).hasStackTraceContaining("nothing was sent");
        assertThat(vendor.connections()).isZero();
        assertThat(proxy.heard()).hasSize(1);
        assertThat(proxy.heard().get(0).line()).startsWith("CONNECT ");
        assertThat(line.limiter.events()).containsExactly("taken", "given back");
      }
    }
  }
}
