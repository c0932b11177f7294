package io.telproof.spi;

import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * The connections of one gateway. Whatever the {@link Network} says, a call sends once and follows
 * nothing. Thread-safe.
 */
final class Transport implements AutoCloseable {
  private static final int IDLE_CONNECTIONS = 64;

  private final ExecutorService threads = Executors.newCachedThreadPool(Transport::daemon);
  private final OkHttpClient encrypted;
  private final OkHttpClient plain;
  private final Duration connectTimeout;

  Transport(Network network) {
    this(network, new OkHttpClient.Builder());
  }

  Transport(Network network, OkHttpClient.Builder builder) {
    this.connectTimeout = network.connectTimeout().orElse(Network.USUAL_CONNECT_TIMEOUT);
    network
        .caFile()
        .map(Trust::platformAnd)
        .ifPresent(trust -> builder.sslSocketFactory(trust.sockets(), trust.manager()));
    Duration keepAlive = network.keepAlive().orElse(Network.USUAL_KEEP_ALIVE);
    this.encrypted =
        builder
            .dispatcher(dispatcher())
            .connectionPool(
                new ConnectionPool(IDLE_CONNECTIONS, keepAlive.toNanos(), TimeUnit.NANOSECONDS))
            // Without a word about it OkHttp asks the JVM, which no configuration has checked.
            .proxy(network.proxy().map(HttpProxy::proxy).orElse(Proxy.NO_PROXY))
            // OkHttp would send a billed question again by itself when a pooled connection dies.
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            // The exchange bounds the connection and the whole, from outside: these are each for
            // one step, and leave out the look-up of a name.
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .addNetworkInterceptor(Sending::gate)
            .build();
    this.plain =
        network.proxy().filter(proxy -> !proxy.onLoopback()).isPresent()
            ? encrypted.newBuilder().proxy(Proxy.NO_PROXY).build()
            : encrypted;
  }

  private Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher(threads);
    // Quotas and the callers' own threads are the bounds; a second queue would hide from both.
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "telproof-gateway");
    thread.setDaemon(true);
    return thread;
  }

  /** A call that is not under way yet. In clear text, nothing of it leaves this machine. */
  Call call(Request request) {
    return (request.isHttps() ? encrypted : plain).newCall(request);
  }

  /** How long a connection may take to come about. */
  Duration connectTimeout() {
    return connectTimeout;
  }

  /** Lets go of connections and threads; what was sent is left to finish. Twice does nothing. */
  @Override
  public void close() {
    threads.shutdown();
    encrypted.connectionPool().evictAll();
  }
}
