package io.telproof.spi.http;

import io.telproof.spi.http.internal.OneReplySockets;
import io.telproof.spi.http.internal.VirtualThreads;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/**
 * The connections of one gateway. Whatever the {@link Network} says, a call sends once and follows
 * nothing. Thread-safe.
 */
final class Transport implements AutoCloseable {
  private static final int IDLE_CONNECTIONS = 64;
  private static final Duration LONGEST_CALL = Duration.ofHours(1);

  private final ExecutorService threads = Executors.newCachedThreadPool(Transport::daemon);
  private final OkHttpClient plain;
  private final EncryptedClient encrypted;
  private final Duration connectTimeout;
  private final Optional<HttpProxy> proxy;
  private volatile boolean closed;

  Transport(Network network) {
    this(network, UnaryOperator.identity());
  }

  /** For tests: with whatever else the client is to have. */
  Transport(Network network, UnaryOperator<OkHttpClient.Builder> more) {
    this.connectTimeout = network.connectTimeout().orElse(Network.USUAL_CONNECT_TIMEOUT);
    this.proxy = network.proxy();
    Duration keepAlive = network.keepAlive().orElse(Network.USUAL_KEEP_ALIVE);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher())
            // A connection of HTTP/2 that died stays in use by all for as long as there is traffic,
            // because a time-out ends its stream and not the connection; and these vendors' calls
            // are too few for what it saves.
            .protocols(List.of(Protocol.HTTP_1_1))
            .socketFactory(new OneReplySockets())
            // Without it OkHttp would set TLS up, for whom there may be no use.
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .connectionPool(
                new ConnectionPool(IDLE_CONNECTIONS, keepAlive.toNanos(), TimeUnit.NANOSECONDS))
            // Without a word about it OkHttp asks the JVM, which no configuration has checked.
            .proxy(plainProxy())
            // OkHttp would send a billed question again by itself when a pooled connection dies.
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            // The exchange bounds the connection and the whole, from outside: these are each for
            // one step, and leave out the look-up of a name.
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            // For what nobody waits for any more and OkHttp did not hear a cancel of.
            .callTimeout(LONGEST_CALL)
            .eventListenerFactory(SendOnce::progress)
            .addNetworkInterceptor(SendOnce::gate);
    this.plain = more.apply(builder).build();
    this.encrypted = new EncryptedClient(plain, network);
  }

  private Proxy plainProxy() {
    return proxy.filter(HttpProxy::onLoopback).map(HttpProxy::proxy).orElse(Proxy.NO_PROXY);
  }

  private Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher(threads);
    // RateLimiters and the callers' own threads are the bounds; a second queue would hide from
    // both.
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "telproof-gateway");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Sets up what a call to this address takes and is not there yet.
   *
   * @throws IllegalStateException if this Java has nothing to set TLS up with
   */
  void setUp(HttpUrl url) {
    if (url.isHttps()) {
      encrypted.client();
    }
  }

  /** A call that is not under way yet. In clear text, nothing of it leaves this machine. */
  Call call(Request request) {
    return (request.isHttps() ? encrypted.client() : plain).newCall(request);
  }

  /**
   * Does something on a thread beside those that ask.
   *
   * @throws java.util.concurrent.RejectedExecutionException once this is closed
   */
  void execute(Runnable work) {
    threads.execute(work);
  }

  /** The proxy on the way there; empty where the way goes past it. */
  Optional<HttpProxy> proxy(HttpUrl url) {
    return proxy.filter(each -> url.isHttps() || each.onLoopback());
  }

  /**
   * Whether the calling thread may send by itself where a connection is kept. Before this was seen
   * to be stopped where none is kept, a thread of ours sends.
   */
  boolean servesCallers() {
    return !closed && ConnectionProgress.canStop() && !VirtualThreads.holdTheirCarrier();
  }

  boolean closed() {
    return closed;
  }

  /** How long a connection may take to come about. */
  Duration connectTimeout() {
    return connectTimeout;
  }

  /** Lets go of connections and threads; what was sent is left to finish. Twice does nothing. */
  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    plain.connectionPool().evictAll();
  }
}
