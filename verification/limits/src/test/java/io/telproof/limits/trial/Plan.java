package io.telproof.limits.trial;

import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.ratelimit.RateLimit;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One run: who asks how long under which limits, and what happens meanwhile.
 *
 * @param name stands in the table
 * @param limits all of them have to hold
 * @param store the block {@code telproof.limits}; where Redis is, is added
 * @param redis which one there is
 * @param budgets the block {@code telproof.budgets}
 * @param steps what happens, in its order
 */
record Plan(
    String name,
    int processes,
    int callers,
    Duration lasting,
    List<RateLimit> limits,
    String store,
    Redis redis,
    String budgets,
    List<Step> steps) {
  /** So many processes on one machine wait for a processor at times, and Redis is not away then. */
  private static final String TRAVEL = System.getProperty("telproof.trial.travel", "20ms");

  private static final String ON_REDIS = "kept = redis, command-timeout = 1s";

  /** Which Redis a run has. */
  enum Redis {
    NONE,
    MEMORY,
    DISK
  }

  /**
   * Something that happens.
   *
   * @param at counted from the begin
   */
  record Step(Duration at, Action action) {
    static Step after(double seconds, Action action) {
      return new Step(Duration.ofMillis(Math.round(seconds * 1000)), action);
    }
  }

  /** What happens. */
  interface Action {
    void play(Stage stage) throws Exception;
  }

  /** So many processes under Tencent's own limit, on Redis, and nothing happens. */
  static Plan of(String name, int processes, int callers, double seconds) {
    return new Plan(
        name,
        processes,
        callers,
        Duration.ofMillis(Math.round(seconds * 1000)),
        List.of(RateLimit.perSecond(20)),
        ON_REDIS,
        Redis.MEMORY,
        "",
        List.of());
  }

  /** The same with limits of its own in each process. */
  Plan local() {
    return new Plan(
        name, processes, callers, lasting, limits, "kept = local", Redis.NONE, budgets, steps);
  }

  /** The same under these limits. */
  Plan limits(String... texts) {
    List<RateLimit> other = List.of(texts).stream().map(RateLimit::of).toList();
    return new Plan(name, processes, callers, lasting, other, store, redis, budgets, steps);
  }

  /** The same with a choice for the time without Redis. */
  Plan away(String words) {
    return new Plan(
        name, processes, callers, lasting, limits, store + ", " + words, redis, budgets, steps);
  }

  /** The same, with less time for everything that is done once Redis is away. */
  Plan hasty() {
    return new Plan(
        name,
        processes,
        callers,
        lasting,
        limits,
        "kept = redis, command-timeout = 300ms, hold = 500ms",
        redis,
        budgets,
        steps);
  }

  /** The same on a Redis that keeps what it has been told. */
  Plan persistent() {
    return new Plan(name, processes, callers, lasting, limits, store, Redis.DISK, budgets, steps);
  }

  /** The same with a budget. */
  Plan budget(String text) {
    return new Plan(name, processes, callers, lasting, limits, store, redis, text, steps);
  }

  /** The same, and this happens too. */
  Plan then(double seconds, Action action) {
    List<Step> more = new ArrayList<>(steps);
    more.add(Step.after(seconds, action));
    return new Plan(name, processes, callers, lasting, limits, store, redis, budgets, more);
  }

  /** What each process is configured with. */
  String config(URI vendor, String redisUrl) {
    String block = redisUrl.isEmpty() ? store : store + ", url = \"" + redisUrl + "\"";
    return """
        telproof {
          providers.main {
            type = tencent, secret-id = %s, secret-key = %s, endpoint = "%s"
            network { keep-alive = 60s }
            limits { phone-status { rate = [%s], travel = %s }, tenure = 1000/s }
          }
          routes { phone-status = main, tenure = main }
          limits { %s }
          budgets { %s }
        }
        """
        .formatted(
            TencentVendor.CREDENTIALS.secretId(),
            TencentVendor.CREDENTIALS.secretKey(),
            vendor,
            limits.stream().map(RateLimit::toString).collect(Collectors.joining(", ")),
            TRAVEL,
            block,
            budgets);
  }
}
