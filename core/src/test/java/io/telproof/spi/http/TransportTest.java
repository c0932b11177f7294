package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of the network do. What they cannot do stands in {@link NetworkFaultTest}. */
@Timeout(120)
class TransportTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final RawServer.Script ANSWERS = RawServer.always(ok("{}"));

  /** Whose factory of trust managers Java takes, in its security properties. */
  private static final String TRUST_ALGORITHM = "ssl.TrustManagerFactory.algorithm";

  private static final String TRUST_STORE = "javax.net.ssl.trustStore";

  @TempDir private Path directory;

  private final PrivateCa ca = new PrivateCa();

  @Test
  void a_vendor_with_a_certificate_of_a_private_ca_is_reached_with_its_file() throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS, ca.sockets("127.0.0.1"));
        Line line = new Line(trusting(ca))) {
      assertThat(line.ask(vendor.url("https"), LONG).status()).isEqualTo(200);
      assertThat(vendor.heard()).hasSize(1);
    }
  }

  @Test
  void a_vendor_with_a_certificate_of_a_private_ca_is_refused_without_its_file() throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS, ca.sockets("127.0.0.1"));
        Line none = new Line();
        Line other = new Line(trusting(new PrivateCa()))) {
      unsent(none, vendor.url("https"), "nothing was sent");
      unsent(other, vendor.url("https"), "nothing was sent");
      assertThat(vendor.heard()).isEmpty();
    }
  }

  @Test
  void a_certificate_for_another_host_is_refused_with_the_file_too() throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS, ca.sockets("other.test"));
        Line line = new Line(trusting(ca))) {
      unsent(line, vendor.url("https"), "nothing was sent");
      assertThat(vendor.heard()).isEmpty();
    }
  }

  @Test
  void the_cas_of_the_platform_are_trusted_beside_those_of_the_file() throws Exception {
    TrustManagerFactory platform =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    platform.init((@Nullable KeyStore) null);
    assertThat(TlsTrust.platformAnd(ca.file()).manager().getAcceptedIssuers())
        .contains(ca.root.certificate())
        .contains(((X509TrustManager) platform.getTrustManagers()[0]).getAcceptedIssuers())
        .hasSizeGreaterThan(20);
  }

  @Test
  void in_clear_text_a_gateway_opens_and_asks_without_tls() throws Exception {
    String trust = Security.getProperty(TRUST_ALGORITHM);
    Security.setProperty(TRUST_ALGORITHM, "none");
    try (RawServer vendor = new RawServer(ANSWERS);
        Line line = new Line()) {
      assertThat(line.ask(vendor.url("http"), LONG).status()).isEqualTo(200);
      VerificationException failure = line.failure(vendor.url("https"), LONG);
      assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(failure)
          .hasMessageContaining(
              "this Java trusts no certificate; nothing was sent; look at the trust store");
      assertThat(vendor.heard()).hasSize(1);
      assertThat(line.limiter.events()).containsExactly("taken", "sent");
    } finally {
      Security.setProperty(TRUST_ALGORITHM, trust);
    }
  }

  @Test
  void a_trust_store_that_the_jvm_was_told_of_and_cannot_be_read_is_refused_at_opening()
      throws Exception {
    Path broken = Files.writeString(directory.resolve("cacerts"), "no store of keys");
    System.setProperty(TRUST_STORE, broken.toString());
    try {
      assertThatIllegalStateException()
          .isThrownBy(Line::new)
          .withMessage("this Java trusts no certificate");
    } finally {
      System.clearProperty(TRUST_STORE);
    }
  }

  @Test
  void one_gateway_is_closed_and_another_one_to_the_same_vendor_goes_on() throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS, ca.sockets("127.0.0.1"));
        Line staying = new Line(trusting(ca))) {
      assertThat(staying.ask(vendor.url("https"), LONG).status()).isEqualTo(200);
      Line leaving = new Line(trusting(ca));
      assertThat(leaving.ask(vendor.url("https"), LONG).status()).isEqualTo(200);
      leaving.close();
      assertThat(staying.ask(vendor.url("https"), LONG).status()).isEqualTo(200);
      assertThat(vendor.connections()).isEqualTo(2);
    }
  }

  @Test
  void https_goes_through_a_tunnel_of_the_proxy_which_sees_the_host_alone() throws Exception {
    UnaryOperator<OkHttpClient.Builder> blind =
        builder ->
            builder.dns(
                host -> {
                  throw new UnknownHostException(host);
                });
    try (RawServer vendor = new RawServer(ANSWERS, ca.sockets("vendor.test"));
        RawProxy proxy = new RawProxy(vendor);
        Line line = new Line(through(proxy.address(), Optional.of(ca.file())), blind)) {
      String url = "https://vendor.test:" + vendor.port();
      assertThat(line.ask(url, LONG).status()).isEqualTo(200);
      assertThat(vendor.heard()).hasSize(1);
      assertThat(vendor.heard().get(0).body().toByteArray()).isEqualTo(Line.BODY);
      assertThat(proxy.heard())
          .extracting(RawServer.RawRequest::line)
          .containsExactly("CONNECT vendor.test:" + vendor.port() + " HTTP/1.1");
      assertThat(proxy.heard().get(0).headers())
          .containsOnlyKeys("host", "proxy-connection", "user-agent");
      assertThat(proxy.carried().length).isGreaterThan(Line.BODY.length);
      assertThat(new String(proxy.carried(), StandardCharsets.UTF_8))
          .doesNotContain(Line.CANARY, Line.NAME_CANARY, Line.KEY_CANARY, "Mobile", "POST");
    }
  }

  @Test
  void plain_http_goes_through_a_proxy_on_this_machine() throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS);
        RawProxy proxy = new RawProxy(vendor);
        Line line = new Line(through(proxy.address(), Optional.empty()))) {
      assertThat(line.ask(vendor.url("http"), LONG).status()).isEqualTo(200);
      assertThat(vendor.heard()).hasSize(1);
      assertThat(proxy.heard()).hasSize(1);
    }
  }

  @Test
  void plain_http_never_goes_to_a_proxy_elsewhere_which_would_read_it() throws Exception {
    UnaryOperator<OkHttpClient.Builder> here =
        builder -> builder.dns(host -> List.of(InetAddress.getLoopbackAddress()));
    try (RawServer vendor = new RawServer(ANSWERS);
        RawServer proxy = new RawServer(peer -> peer.request());
        Line line =
            new Line(through(new HttpProxy("proxy.test", proxy.port()), Optional.empty()), here)) {
      assertThat(line.ask(vendor.url("http"), LONG).status()).isEqualTo(200);
      assertThat(vendor.heard()).hasSize(1);
      assertThat(proxy.connections()).isZero();
      unsent(line, vendor.url("https"), "nothing was sent");
      assertThat(proxy.heard()).as("https does go there").hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void a_proxy_that_is_down_is_unavailable_and_free(String scheme) throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS);
        Socket held = new Socket()) {
      // Bound and not listening: nobody else can get the port, and who connects is refused.
      held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      HttpProxy proxy = new HttpProxy("127.0.0.1", held.getLocalPort());
      try (Line line = new Line(through(proxy, Optional.empty()))) {
        unsent(line, vendor.url(scheme), "nothing was sent");
        assertThat(vendor.connections()).isZero();
      }
    }
  }

  @Test
  void a_proxy_that_only_the_jvm_was_told_of_is_not_used() throws Exception {
    @Nullable ProxySelector before = ProxySelector.getDefault();
    try (RawServer vendor = new RawServer(ANSWERS);
        RawProxy proxy = new RawProxy(vendor)) {
      ProxySelector.setDefault(always(proxy.address().proxy()));
      try (Line line = new Line()) {
        assertThat(line.ask(vendor.url("http"), LONG).status()).isEqualTo(200);
        assertThat(vendor.heard()).hasSize(1);
        assertThat(proxy.heard()).isEmpty();
      }
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"slow dns", "slow connect", "slow tls"})
  void a_connection_that_takes_too_long_is_given_up_and_nothing_is_sent(String name)
      throws Exception {
    Fault fault =
        Fault.all().stream().filter(each -> each.name().equals(name)).findAny().orElseThrow();
    try (RawServer vendor = new RawServer(fault.script());
        Line line = new Line(times(SHORT, Duration.ofSeconds(8)), fault.transport())) {
      unsent(line, fault.url(vendor), "no connection within the connect time-out");
      assertThat(vendor.heard()).isEmpty();
    }
  }

  @Test
  void a_proxy_that_never_opens_the_tunnel_is_given_up_and_nothing_is_sent() throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS);
        RawServer proxy =
            new RawServer(
                peer -> {
                  peer.request();
                  peer.idle(LONG);
                });
        Line line =
            new Line(
                new Network(
                    Optional.of(HttpProxy.of(proxy.url("http"))),
                    Optional.empty(),
                    Optional.of(SHORT),
                    Optional.empty()))) {
      unsent(line, vendor.url("https"), "no connection within the connect time-out");
      assertThat(vendor.connections()).isZero();
    }
  }

  @Test
  void the_shorter_time_given_comes_before_the_connect_time_out() throws Exception {
    try (RawServer vendor = new RawServer(peer -> peer.idle(LONG));
        Line line = new Line(times(Duration.ofMinutes(1), Duration.ofSeconds(8)))) {
      assertThat(line.failure(vendor.url("https"), SHORT))
          .hasMessageContaining("no connection within the time given");
    }
  }

  /** The second question is asked on the connection of the first, so that only the reply takes. */
  @Test
  void a_reply_may_take_longer_than_a_connection() throws Exception {
    // The first connection of a process has classes to load, which is not what is bounded here.
    try (RawServer vendor = new RawServer(ANSWERS);
        Line line = new Line()) {
      line.ask(vendor.url("http"), LONG);
    }
    Duration connect = Duration.ofMillis(500);
    try (RawServer vendor =
            new RawServer(
                peer -> {
                  peer.request();
                  peer.write(ok("{}"));
                  peer.request();
                  peer.idle(connect.plusMillis(100));
                  peer.write(ok("{}"));
                });
        Line line = new Line(times(connect, Duration.ofMinutes(1)))) {
      line.ask(vendor.url("http"), LONG);
      assertThat(line.ask(vendor.url("http"), LONG).status()).isEqualTo(200);
      assertThat(vendor.connections()).isEqualTo(1);
    }
  }

  @Test
  void an_idle_connection_is_closed_after_keep_alive() throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS);
        Line line = new Line(times(Duration.ofSeconds(10), SHORT))) {
      long start = Time.system().nanos();
      line.ask(vendor.url("http"), LONG);
      vendor.untilEnded(1);
      assertThat(Duration.ofNanos(Time.system().nanos() - start))
          .isBetween(SHORT, Network.USUAL_KEEP_ALIVE);
      line.ask(vendor.url("http"), LONG);
      assertThat(vendor.connections()).isEqualTo(2);
    }
  }

  @Test
  void an_idle_connection_is_used_again_within_keep_alive() throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS);
        Line line = new Line(times(Duration.ofSeconds(10), Duration.ofMinutes(5)))) {
      line.ask(vendor.url("http"), LONG);
      line.ask(vendor.url("http"), LONG);
      assertThat(vendor.connections()).isEqualTo(1);
    }
  }

  @Test
  void a_provider_gets_a_gateway_that_uses_the_network_of_its_environment() throws Exception {
    try (RawServer vendor = new RawServer(ANSWERS, ca.sockets("127.0.0.1"))) {
      ProviderEnvironment environment =
          new ProviderEnvironment(
              Time.system(), RateLimiters.local(Time.system()), Optional.empty(), trusting(ca));
      try (Gateway gateway =
          environment.gateway(
              "main",
              (request, body, credentials, at, nonce) -> request,
              () -> Credentials.of(io.telproof.Sensitive.of("id"), io.telproof.Sensitive.of("key")),
              reply -> false)) {
        OutgoingRequest question = Line.question(vendor.url("https"), new CountingRateLimiter());
        assertThat(Line.reply(gateway, question, io.telproof.CallContext.within(LONG)).status())
            .isEqualTo(200);
      }
    }
  }

  /**
   * Asks, and is refused before the first byte, within a time that no bound but one can explain.
   */
  private static void unsent(Line line, String url, String says) {
    VerificationException failure = line.failure(url, LONG);
    assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charge()).isEqualTo(Charge.FREE);
    assertThat(failure).hasMessageContaining(says);
    assertThat(line.limiter.events()).endsWith("taken", "given back");
    assertThat(Throwables.getStackTrace(failure))
        .doesNotContain(Line.CANARY, Line.NAME_CANARY, Line.KEY_CANARY);
  }

  private static Network trusting(PrivateCa ca) {
    return new Network(
        Optional.empty(), Optional.of(ca.file()), Optional.empty(), Optional.empty());
  }

  private static Network through(HttpProxy proxy, Optional<CaFile> file) {
    return new Network(Optional.of(proxy), file, Optional.empty(), Optional.empty());
  }

  private static Network times(Duration connect, Duration keepAlive) {
    return new Network(
        Optional.empty(), Optional.empty(), Optional.of(connect), Optional.of(keepAlive));
  }

  private static ProxySelector always(Proxy proxy) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(proxy);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    };
  }
}
