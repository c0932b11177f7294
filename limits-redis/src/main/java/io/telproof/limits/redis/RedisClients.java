package io.telproof.limits.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.Partitions;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.telproof.Sensitive;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Lettuce, set up so that no command is ever queued or sent twice. Thread-safe. */
final class RedisClients implements AutoCloseable {
  /** Of the connection and its handshake, not of the commands: a cold JVM takes its time for it. */
  static final Duration HANDSHAKE = Duration.ofSeconds(5);

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofMillis(500);
  private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(15);
  private static final int THREADS = 2;

  /** What goes through one connection, in the order in which it was given to it. */
  record Opened(
      StatefulConnection<String, String> connection,
      RedisClusterAsyncCommands<String, String> commands) {}

  private final ClientResources resources;
  private final RedisURI uri;
  private final AbstractRedisClient client;

  RedisClients(RedisLimitStoreSettings settings) {
    this.uri = uri(settings);
    this.resources =
        ClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .reconnectDelay(
                Delay.exponential(
                    Duration.ofMillis(1), LONGEST_RECONNECT_DELAY, 2, TimeUnit.MILLISECONDS))
            .commandLatencyRecorder(CommandLatencyRecorder.disabled())
            .build();
    this.client = settings.isCluster() ? cluster(settings) : single(settings);
  }

  private static RedisURI uri(RedisLimitStoreSettings settings) {
    RedisURI uri = settings.url().uri();
    uri.setTimeout(HANDSHAKE);
    settings
        .password()
        .ifPresent(
            password ->
                uri.setCredentialsProvider(
                    RedisCredentialsProvider.from(
                        () ->
                            RedisCredentials.just(
                                settings.user().map(Sensitive::reveal).orElse(null),
                                password.reveal()))));
    return uri;
  }

  private RedisClient single(RedisLimitStoreSettings settings) {
    RedisClient single = RedisClient.create(resources);
    single.setOptions(with(ClientOptions.builder(), settings).build());
    return single;
  }

  private RedisClusterClient cluster(RedisLimitStoreSettings settings) {
    RedisClusterClient cluster = RedisClusterClient.create(resources, uri);
    ClusterClientOptions.Builder options = ClusterClientOptions.builder();
    with(options, settings);
    cluster.setOptions(
        options
            .topologyRefreshOptions(
                ClusterTopologyRefreshOptions.builder()
                    .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                    .build())
            .build());
    return cluster;
  }

  /** A command that waits for a connection is late, and one that is sent again is sent twice. */
  private static ClientOptions.Builder with(
      ClientOptions.Builder options, RedisLimitStoreSettings settings) {
    settings
        .caFile()
        .ifPresent(
            file ->
                options.sslOptions(
                    SslOptions.builder()
                        .jdkSslProvider()
                        .trustManager(file.trustManagers())
                        .build()));
    return options
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .replayFilter(command -> true)
        .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
        .timeoutOptions(TimeoutOptions.enabled(settings.timeout()));
  }

  /** Connects, and may wait meanwhile. What is lost later is connected again by itself. */
  CompletableFuture<Opened> connect() {
    if (client instanceof RedisClusterClient cluster) {
      // Which node has what has to be known before, and is asked for in this thread.
      cluster.refreshPartitions();
      return cluster
          .connectAsync(StringCodec.UTF8)
          .thenCompose(connection -> withEachMaster(connection, cluster.getPartitions()))
          .thenApply(connection -> new Opened(connection, connection.async()));
    }
    return ((RedisClient) client)
        .connectAsync(StringCodec.UTF8, uri)
        .toCompletableFuture()
        .thenApply(connection -> new Opened(connection, connection.async()));
  }

  /** A command for a node that is not connected is rejected, also where it is the first. */
  private static CompletionStage<StatefulRedisClusterConnection<String, String>> withEachMaster(
      StatefulRedisClusterConnection<String, String> connection, Partitions nodes) {
    return CompletableFuture.allOf(
            nodes.stream()
                .filter(node -> node.getRole().isUpstream())
                .map(RedisClusterNode::getUri)
                .map(node -> connection.getConnectionAsync(node.getHost(), node.getPort()))
                .toArray(CompletableFuture<?>[]::new))
        .thenApply(all -> connection);
  }

  @Override
  public void close() {
    var unused =
        client
            .shutdownAsync(0, 1, TimeUnit.SECONDS)
            .whenComplete(
                (done, failure) -> {
                  var unusedEnd = resources.shutdown(0, 1, TimeUnit.SECONDS);
                });
  }
}
