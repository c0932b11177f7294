package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.ok;
import static io.telproof.spi.http.RawServer.reply;

import io.telproof.FailureKind;
import io.telproof.spi.http.RawServer.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;

/** Everything that can befall a question on its way, and what is to be said of it. */
record Fault(
    String name,
    String scheme,
    FailureKind kind,
    int requests,
    Script script,
    UnaryOperator<OkHttpClient.Builder> transport) {
  private static final Set<String> ENDLESS =
      Set.of("slow tls", "slow dns", "slow connect", "stalled", "dripping head", "dripping body");

  /** All of them. */
  static List<Fault> all() {
    return List.of(
        of("refused", FailureKind.UNAVAILABLE, 0, peer -> {}, Fault::refusing),
        of("name not resolved", FailureKind.UNAVAILABLE, 0, peer -> {}, Fault::unresolved),
        tls(
            "tls failure",
            FailureKind.UNAVAILABLE,
            0,
            peer -> peer.write("HTTP/1.1 400 Bad\r\n\r\n")),
        tls("closed during tls", FailureKind.UNAVAILABLE, 0, peer -> {}),
        tls("slow tls", FailureKind.UNAVAILABLE, 0, peer -> peer.idle(Duration.ofSeconds(20))),
        of("slow dns", FailureKind.UNAVAILABLE, 0, peer -> {}, Fault::slowDns),
        of("slow connect", FailureKind.UNAVAILABLE, 0, peer -> {}, Fault::slowConnect),
        of(
            "reset before reply",
            FailureKind.INDETERMINATE,
            1,
            peer -> {
              peer.request();
              peer.reset();
            }),
        of("closed before reply", FailureKind.INDETERMINATE, 1, peer -> peer.request()),
        of(
            "stalled",
            FailureKind.INDETERMINATE,
            1,
            peer -> {
              peer.request();
              peer.idle(Duration.ofSeconds(20));
            }),
        of(
            "dripping head",
            FailureKind.INDETERMINATE,
            1,
            peer -> {
              peer.request();
              peer.write("HTTP/1.1 200 OK\r\nX-Slow: ");
              drip(peer);
            }),
        of(
            "dripping body",
            FailureKind.INDETERMINATE,
            1,
            peer -> {
              peer.request();
              peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
              drip(peer);
            }),
        of(
            "half a head",
            FailureKind.INDETERMINATE,
            1,
            peer -> {
              peer.request();
              peer.write("HTTP/1.1 200 OK\r\nContent-Le");
            }),
        of(
            "half a body",
            FailureKind.INDETERMINATE,
            1,
            peer -> {
              peer.request();
              peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Result\":");
            }),
        of(
            "half a chunked body",
            FailureKind.INDETERMINATE,
            1,
            peer -> {
              peer.request();
              peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"Res\r\n");
            }),
        of(
            "not http",
            FailureKind.INDETERMINATE,
            1,
            peer -> {
              peer.request();
              peer.write("220 smtp of " + Line.CANARY + " ready\r\n");
            }),
        of(
            "not gzip",
            FailureKind.INDETERMINATE,
            1,
            peer -> {
              peer.request();
              peer.write(
                  reply("200 OK", "Content-Encoding: gzip\r\n", "{\"n\":\"" + Line.CANARY + "\"}"));
            }),
        of("oversized", FailureKind.PROTOCOL, 1, RawServer.always(ok("x".repeat((1 << 20) + 1)))),
        of(
            "endless",
            FailureKind.PROTOCOL,
            1,
            peer -> {
              peer.request();
              peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              while (true) {
                peer.write("1000\r\n" + "x".repeat(0x1000) + "\r\n");
              }
            }));
  }

  /** Those that only the caller's deadline ends. */
  static List<Fault> endlessOnes() {
    return all().stream().filter(Fault::endless).toList();
  }

  private static Fault of(String name, FailureKind kind, int requests, Script script) {
    return new Fault(name, "http", kind, requests, script, UnaryOperator.identity());
  }

  private static Fault of(
      String name,
      FailureKind kind,
      int requests,
      Script script,
      UnaryOperator<OkHttpClient.Builder> transport) {
    return new Fault(name, "http", kind, requests, script, transport);
  }

  private static Fault tls(String name, FailureKind kind, int requests, Script script) {
    return new Fault(name, "https", kind, requests, script, UnaryOperator.identity());
  }

  /** A host that is written as an address is not looked up. */
  String url(RawServer server) {
    String url = server.url(scheme);
    return name.equals("slow dns") || name.equals("name not resolved")
        ? url.replace("127.0.0.1", "vendor.test")
        : url;
  }

  boolean endless() {
    return ENDLESS.contains(name);
  }

  @Override
  public String toString() {
    return name;
  }

  private static void drip(RawServer.Peer peer) throws IOException, InterruptedException {
    while (true) {
      peer.write("x");
      peer.idle(Duration.ofMillis(20));
    }
  }

  private static OkHttpClient.Builder refusing(OkHttpClient.Builder builder) {
    // A port that was free a moment ago may be taken by another test: a refusal is made instead.
    return builder.socketFactory(
        new Sockets(
            address -> {
              throw new java.net.ConnectException("Connection refused");
            }));
  }

  private static OkHttpClient.Builder unresolved(OkHttpClient.Builder builder) {
    return builder.dns(
        host -> {
          throw new UnknownHostException(host);
        });
  }

  private static OkHttpClient.Builder slowDns(OkHttpClient.Builder builder) {
    return builder.dns(
        host -> {
          never();
          return List.of(InetAddress.getLoopbackAddress());
        });
  }

  private static OkHttpClient.Builder slowConnect(OkHttpClient.Builder builder) {
    return builder.socketFactory(new Sockets(address -> never()));
  }

  private static void never() {
    try {
      new CountDownLatch(1).await(30, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How a socket connects. */
  @FunctionalInterface
  private interface Connect {
    void to(InetSocketAddress address) throws IOException;
  }

  private static final class Sockets extends SocketFactory {
    private final Connect connect;

    private Sockets(Connect connect) {
      this.connect = connect;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
          connect.to((InetSocketAddress) address);
          throw new SocketException("never connected");
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
