package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.RawServer.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where no connection comes about, the failure says which step of it failed and what to look at.
 */
@Timeout(60)
class ConnectionFailureTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Script ANSWERS = RawServer.always(ok("{}"));
  private static final PrivateCa CA = new PrivateCa();

  @Test
  void a_name_that_is_not_known_is_told_with_the_name() {
    try (Line line = new Line(network(Optional.empty()), ConnectionFailureTest::noNames)) {
      assertThat(reason(line, "https://vendor.test"))
          .isEqualTo(
              "no connection to the vendor: the name vendor.test is not known; nothing was sent;"
                  + " look at the vendor's host in the configuration, and at the DNS of this machine");
    }
  }

  @Test
  void the_name_of_a_proxy_that_is_not_known_is_told_as_the_proxys() {
    try (Line line =
        new Line(network(Optional.of("http://proxy.test:3128")), ConnectionFailureTest::noNames)) {
      assertThat(reason(line, "https://vendor.test"))
          .isEqualTo(
              "no connection to the vendor: the name of the proxy, proxy.test, is not known;"
                  + " nothing was sent; look at network.proxy, and at the DNS of this machine");
    }
  }

  @Test
  void a_port_at_which_nobody_listens_is_told_with_the_port() throws Exception {
    try (Socket nobody = bound();
        Line line = new Line()) {
      int port = nobody.getLocalPort();
      assertThat(reason(line, "https://127.0.0.1:" + port))
          .isEqualTo(
              "no connection to the vendor: 127.0.0.1:"
                  + port
                  + " refused it, as where nobody listens; nothing was sent; look at the vendor's"
                  + " host in the configuration, and at a firewall on the way");
    }
  }

  @Test
  void a_proxy_that_is_not_there_is_told_as_the_proxy() throws Exception {
    try (Socket nobody = bound();
        Line line = through("http://127.0.0.1:" + nobody.getLocalPort())) {
      int port = nobody.getLocalPort();
      assertThat(reason(line, "https://vendor.test"))
          .isEqualTo(
              "no connection to the vendor: the proxy at 127.0.0.1:"
                  + port
                  + " refused it, as where nobody listens; nothing was sent; look at network.proxy");
    }
  }

  @Test
  void a_certificate_of_a_ca_that_nobody_trusts_here_is_told_with_the_setting_for_it()
      throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS, CA.sockets("127.0.0.1"));
        Line line = new Line(network(Optional.empty()))) {
      assertThat(reason(line, vendor.url("https")))
          .isEqualTo(
              "no connection to the vendor: the certificate of 127.0.0.1 comes from no CA that is"
                  + " trusted here; nothing was sent; where somebody on the way opens TLS, give the"
                  + " certificate of that CA in network.ca-file");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01T00:00:00Z, 2021-01-01T00:00:00Z, has expired",
    "2998-01-01T00:00:00Z, 2999-01-01T00:00:00Z, is not valid yet"
  })
  void a_certificate_of_another_time_is_told_with_the_clock(Instant from, Instant to, String what)
      throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS, CA.sockets("127.0.0.1", from, to));
        Line line = trusting()) {
      assertThat(reason(line, vendor.url("https")))
          .isEqualTo(
              "no connection to the vendor: the certificate of 127.0.0.1 "
                  + what
                  + "; nothing was sent; look at the clock of this machine, and at who opens TLS on"
                  + " the way");
    }
  }

  @Test
  void a_certificate_for_another_name_is_told_as_that() throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS, CA.sockets("13912340007.test"));
        Line line = trusting()) {
      assertThat(reason(line, vendor.url("https")))
          .isEqualTo(
              "no connection to the vendor: the certificate that 127.0.0.1 shows is for another"
                  + " name; nothing was sent; look at the vendor's host in the configuration, and at"
                  + " who opens TLS on the way");
    }
  }

  @Test
  void a_peer_that_speaks_no_tls_is_told_as_that() throws Exception {
    Script plain = peer -> peer.write("HTTP/1.1 400 13912340007\r\nContent-Length: 0\r\n\r\n");
    try (RawServer vendor = new RawServer(plain);
        Line line = trusting()) {
      assertThat(reason(line, vendor.url("https")))
          .contains(": 127.0.0.1:" + vendor.port() + " speaks no TLS; nothing was sent; look at");
    }
  }

  @Test
  void a_peer_that_ends_the_handshake_is_told_as_that() throws Exception {
    try (RawServer vendor = new RawServer(peer -> {});
        Line line = trusting()) {
      assertThat(reason(line, vendor.url("https")))
          .contains(
              ": the connection to 127.0.0.1:"
                  + vendor.port()
                  + " ended in the TLS handshake; nothing was sent; look at");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | refused the way to the vendor with HTTP 400 | look at network.proxy: is it an HTTP"
            + " proxy that opens tunnels?",
        "403 | forbids the way to vendor.test:443 (HTTP 403) | have it allowed by whoever runs the"
            + " proxy",
        "407 | asks for a password (HTTP 407) | none can be given: have this machine allowed"
            + " without one, or take another proxy",
        "502 | could not reach vendor.test:443 (HTTP 502) | look at the way from the proxy to the"
            + " vendor",
        "503 | could not reach vendor.test:443 (HTTP 503) | look at the way from the proxy to the"
            + " vendor",
        "504 | could not reach vendor.test:443 (HTTP 504) | look at the way from the proxy to the"
            + " vendor",
      })
  void a_proxy_that_opens_no_tunnel_is_told_with_its_status(String status, String what, String look)
      throws Exception {
    String says =
        "HTTP/1.1 "
            + status
            + " 13912340007\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n";
    Script refusing =
        peer -> {
          peer.request();
          peer.write(says);
        };
    try (RawServer proxy = new RawServer(refusing);
        Line line = through(proxy.url("http"))) {
      assertThat(reason(line, "https://vendor.test"))
          .isEqualTo(
              "no connection to the vendor: the proxy at 127.0.0.1:"
                  + proxy.port()
                  + " "
                  + what
                  + "; nothing was sent; "
                  + look);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "220 smtp ready\r\n"})
  void a_proxy_that_speaks_no_http_is_told_as_that(String says) throws Exception {
    Script other =
        peer -> {
          peer.request();
          peer.write(says);
        };
    try (RawServer proxy = new RawServer(other);
        Line line = through(proxy.url("http"))) {
      assertThat(reason(line, "https://vendor.test"))
          .contains(
              ": the proxy at 127.0.0.1:"
                  + proxy.port()
                  + " answered with no HTTP; nothing was sent; look at network.proxy");
    }
  }

  @Test
  void a_look_up_without_an_answer_is_told_where_the_time_runs_out() {
    try (Line line = new Line(quick(Optional.empty()), transport("slow dns"))) {
      assertThat(reason(line, "https://vendor.test"))
          .isEqualTo(
              "no connection within the connect time-out: the name vendor.test was still being"
                  + " looked up; nothing was sent; look at the DNS of this machine");
    }
  }

  @Test
  void a_port_without_an_answer_is_told_where_the_time_runs_out() {
    try (Line line = new Line(quick(Optional.empty()), transport("slow connect"))) {
      assertThat(reason(line, "https://127.0.0.1:65000"))
          .isEqualTo(
              "no connection within the connect time-out: 127.0.0.1:65000 did not answer; nothing"
                  + " was sent; look at the network, and at a firewall on the way");
    }
  }

  @Test
  void a_handshake_without_an_end_is_told_where_the_time_runs_out() throws Exception {
    try (RawServer vendor = new RawServer(peer -> peer.idle(LONG));
        Line line = new Line(quick(Optional.empty()))) {
      assertThat(reason(line, vendor.url("https")))
          .isEqualTo(
              "no connection within the connect time-out: 127.0.0.1:"
                  + vendor.port()
                  + " did not finish the TLS handshake; nothing was sent; look at the network and at"
                  + " who opens TLS on the way");
    }
  }

  @Test
  void a_proxy_without_an_answer_is_told_where_the_time_runs_out() throws Exception {
    Script silent =
        peer -> {
          peer.request();
          peer.idle(LONG);
        };
    try (RawServer proxy = new RawServer(silent);
        Line line = new Line(quick(Optional.of(proxy.url("http"))))) {
      assertThat(reason(line, "https://vendor.test"))
          .isEqualTo(
              "no connection within the connect time-out: the proxy at 127.0.0.1:"
                  + proxy.port()
                  + " opened no way to the vendor; nothing was sent; look at the proxy and at the"
                  + " way from there to the vendor");
    }
  }

  private static String reason(Line line, String url) {
    VerificationException failure = line.failure(url, LONG);
    assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charge()).isEqualTo(Charge.FREE);
    assertThat(failure.failure().reason()).doesNotContain("1391234");
    assertThat(line.limiter.events()).containsExactly("taken", "given back");
    return failure.failure().reason();
  }

  private static Line trusting() {
    return new Line(
        new Network(Optional.empty(), Optional.of(CA.file()), Optional.empty(), Optional.empty()));
  }

  private static Line through(String proxy) {
    return new Line(network(Optional.of(proxy)));
  }

  private static Network network(Optional<String> proxy) {
    return new Network(
        proxy.map(HttpProxy::of), Optional.empty(), Optional.of(LONG), Optional.empty());
  }

  private static Network quick(Optional<String> proxy) {
    return new Network(
        proxy.map(HttpProxy::of), Optional.empty(), Optional.of(SHORT), Optional.empty());
  }

  /** A port that nobody listens at and nobody can take while the test is on. */
  private static Socket bound() throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return socket;
  }

  private static OkHttpClient.Builder noNames(OkHttpClient.Builder builder) {
    return builder.dns(
        name -> {
          throw new UnknownHostException("what a resolver says: 13912340007");
        });
  }

  private static UnaryOperator<OkHttpClient.Builder> transport(String fault) {
    return Fault.all().stream()
        .filter(each -> each.name().equals(fault))
        .findAny()
        .orElseThrow()
        .transport();
  }
}
