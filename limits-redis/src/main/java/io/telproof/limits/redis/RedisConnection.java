package io.telproof.limits.redis;

import static io.lettuce.core.ScriptOutputType.MULTI;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.telproof.limits.redis.RedisClients.Opened;
import io.telproof.spi.ratelimit.LimitStoreEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection to Redis, and whether it can be asked. A command that fails, a connection that
 * ends, and a heartbeat that is not answered say that it cannot; a heartbeat says that it can
 * again. Thread-safe.
 */
final class RedisConnection implements AutoCloseable {
  /** How often Redis is asked whether it is there. */
  static final Duration HEARTBEAT = Duration.ofMillis(500);

  /** How long who asks waits for a connection to come about: a cold JVM takes its time for it. */
  private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(5);

  /** A command times out by itself; this is for one whose time-out is late. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private static final String UNCONNECTED = "it is not connected";
  private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);

  /** Whether Redis can be asked. */
  enum Phase {
    /** The first attempt is under way. */
    CONNECTING,
    AVAILABLE,
    AWAY,
    /** It answers, and is told what this process knows. */
    RETURNING,
    CLOSED
  }

  /**
   * What is so from one moment on.
   *
   * @param since that moment, in nanoseconds of the store's time; while it returns, the moment at
   *     which it was lost
   * @param over done when something else is so
   */
  record State(Phase phase, long since, CompletableFuture<Void> over) {
    boolean isAvailable() {
      return phase == Phase.AVAILABLE;
    }
  }

  /** Who keeps something on Redis. */
  interface Listener {
    /** Redis is there: tells it what this process knows, where Redis may not. */
    void beat() throws RedisAwayException, InterruptedException;

    /** Redis is there again, and nobody asks it yet. */
    void returning() throws RedisAwayException, InterruptedException;

    /** Something else is so. Must not wait. */
    void changed();
  }

  private final RedisClients clients;
  private final LimitStoreEnvironment environment;
  private final Duration commandTimeout;
  private final String meanwhile;
  private final Probe probe;
  private final ScheduledThreadPoolExecutor heart =
      new ScheduledThreadPoolExecutor(1, RedisConnection::heart);
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Opened opened;
  private volatile State state;
  private volatile OptionalLong backSince = OptionalLong.empty();
  private volatile String why = "";
  private boolean told;

  /**
   * Does not connect yet.
   *
   * @param meanwhile what is done without Redis, for the log
   */
  RedisConnection(
      RedisLimitStoreSettings settings, LimitStoreEnvironment environment, String meanwhile) {
    this.clients = new RedisClients(settings);
    this.environment = environment;
    this.commandTimeout = settings.timeout();
    this.meanwhile = meanwhile;
    this.probe = new Probe(settings.keyPrefix());
    this.state = new State(Phase.CONNECTING, environment.time().nanos(), new CompletableFuture<>());
  }

  private static Thread heart(Runnable beats) {
    Thread thread = new Thread(beats, "telproof-limits-redis");
    thread.setDaemon(true);
    return thread;
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  /** Begins to connect. */
  void start() {
    var unused = heart.scheduleWithFixedDelay(this::beat, 0, HEARTBEAT.toMillis(), MILLISECONDS);
  }

  /** What is so, once it is known: an attempt to connect, or to come back, is waited for. */
  State state(Duration within) throws InterruptedException {
    Duration most = within.compareTo(LONGEST_ATTEMPT) < 0 ? within : LONGEST_ATTEMPT;
    long began = System.nanoTime();
    State now = state;
    while (now.phase() == Phase.CONNECTING || now.phase() == Phase.RETURNING) {
      try {
        now.over().get(most.toNanos() - (System.nanoTime() - began), NANOSECONDS);
      } catch (TimeoutException e) {
        // It is not there yet, which is as good as away.
        return now;
      } catch (ExecutionException e) {
        throw new IllegalStateException("a state ends without a failure", e);
      }
      now = state;
    }
    return now;
  }

  /** What is so. */
  State state() {
    return state;
  }

  /** Whether Redis was away, and has been back for no longer than this. */
  boolean isBackFor(Duration most) {
    OptionalLong since = backSince;
    return since.isPresent() && environment.time().nanos() - since.getAsLong() <= most.toNanos();
  }

  /**
   * Why Redis cannot be asked, for people, as {@code WRONGPASS} or a refused connection; without an
   * address, a user or a password. Empty where it can be, or where the first attempt is under way.
   */
  Optional<String> whyAway() {
    String reason = why;
    return isAway(state.phase()) && !reason.isEmpty() ? Optional.of(reason) : Optional.empty();
  }

  /** Runs a script; a failure of any kind says that Redis is away. Does not wait. */
  CompletableFuture<List<Object>> run(Script script, String[] keys, String... args) {
    return noticed(
        sent(commands -> commands.<List<Object>>evalsha(script.sha(), MULTI, keys, args))
            .exceptionallyCompose(
                failure ->
                    AwayReason.cause(failure) instanceof RedisNoScriptException
                        ? sent(commands -> commands.eval(script.text(), MULTI, keys, args))
                        : CompletableFuture.failedFuture(failure)));
  }

  /** The same for a command. */
  <T> CompletableFuture<T> run(
      Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command) {
    return noticed(sent(command));
  }

  private <T> CompletableFuture<T> sent(
      Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> command) {
    @Nullable Opened way = opened;
    if (way == null) {
      return CompletableFuture.failedFuture(new RedisAwayException());
    }
    try {
      return command.apply(way.commands()).toCompletableFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private <T> CompletableFuture<T> noticed(CompletableFuture<T> reply) {
    return reply.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            lost(failure);
          }
        });
  }

  /**
   * Waits for a reply, which is not long.
   *
   * @throws RedisAwayException if there is none, or it is an error
   */
  <T> T reply(CompletableFuture<T> reply) throws InterruptedException, RedisAwayException {
    try {
      return reply.get(commandTimeout.plus(MARGIN).toNanos(), NANOSECONDS);
    } catch (ExecutionException | CancellationException e) {
      throw new RedisAwayException();
    } catch (TimeoutException e) {
      lost(e);
      throw new RedisAwayException();
    }
  }

  private void beat() {
    try {
      if (state.isAvailable()) {
        String unused = reply(run(RedisClusterAsyncCommands::ping));
        for (Listener each : listeners) {
          each.beat();
        }
      } else {
        comeBack();
      }
    } catch (RedisAwayException e) {
      // Whoever noticed has said so.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // A heart that throws beats no more.
      lost(e);
    }
  }

  private void comeBack() throws InterruptedException, RedisAwayException {
    try {
      if (opened == null) {
        connect();
      }
      probe.run(this);
      become(Phase.RETURNING, "");
      for (Listener each : listeners) {
        each.returning();
      }
      become(Phase.AVAILABLE, "");
    } catch (ExecutionException | TimeoutException e) {
      lost(e);
    } finally {
      if (state.phase() == Phase.RETURNING) {
        become(Phase.AWAY, "lost again at once");
      }
    }
  }

  private void connect() throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Opened> connecting = clients.connect();
    boolean inTime = false;
    try {
      Opened now = connecting.get(RedisClients.HANDSHAKE.multipliedBy(2).toNanos(), NANOSECONDS);
      inTime = true;
      if (now.connection() instanceof StatefulRedisConnection<String, String> single) {
        single.addListener(
            new RedisConnectionStateAdapter() {
              @Override
              public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                lost("the connection ended");
              }
            });
      }
      opened = now;
    } finally {
      if (!inTime) {
        // One that comes about too late has nobody.
        var unused = connecting.thenCompose(late -> late.connection().closeAsync());
      }
    }
  }

  private void lost(Throwable failure) {
    Optional<String> reason = AwayReason.of(failure);
    if (isAway(state.phase())) {
      // What hinders it may be something else by now.
      reason.ifPresent(each -> why = each);
    }
    lost(reason.orElse(UNCONNECTED));
  }

  private static boolean isAway(Phase phase) {
    return phase == Phase.AWAY || phase == Phase.RETURNING;
  }

  /** Redis cannot be asked: says so once, and looks at once whether it is there again. */
  private void lost(String reason) {
    Phase now = state.phase();
    if (now != Phase.CONNECTING && now != Phase.AVAILABLE) {
      return;
    }
    become(Phase.AWAY, reason);
    try {
      if (now == Phase.AVAILABLE) {
        heart.execute(this::beat);
      }
    } catch (RejectedExecutionException e) {
      // The store is closed.
    }
  }

  private void become(Phase phase, String reason) {
    State before;
    synchronized (this) {
      before = state;
      if (before.phase() == phase || before.phase() == Phase.CLOSED) {
        return;
      }
      if (phase == Phase.AVAILABLE || (phase == Phase.AWAY && why.isEmpty())) {
        why = reason;
      }
      boolean stillAway = isAway(before.phase());
      state =
          new State(
              phase,
              stillAway && phase != Phase.AVAILABLE ? before.since() : environment.time().nanos(),
              new CompletableFuture<>());
      if (phase == Phase.AWAY && !told) {
        told = true;
        LOG.warn("the limits' Redis cannot be asked ({}); {}", reason, meanwhile);
        environment.availability().changed(false);
      } else if (phase == Phase.AVAILABLE && told) {
        told = false;
        backSince = OptionalLong.of(environment.time().nanos());
        LOG.info("the limits' Redis is back");
        environment.availability().changed(true);
      }
    }
    before.over().complete(null);
    listeners.forEach(Listener::changed);
  }

  /** Does not wait until everything is gone. */
  @Override
  public void close() {
    become(Phase.CLOSED, "");
    heart.shutdownNow();
    clients.close();
  }
}
