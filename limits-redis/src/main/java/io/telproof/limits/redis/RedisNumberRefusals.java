package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.NumberRefusals;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers refusals for many processes, up to a bound, and in this process as well: what it has
 * seen itself it knows also while Redis is away. Thread-safe.
 */
final class RedisNumberRefusals implements NumberRefusals {
  private static final Duration FIRST_ATTEMPT = Duration.ofSeconds(1);

  private final NumberRefusals local;
  private final String key;
  private final RedisConnection connection;
  private final Time time;
  private final int most;

  RedisNumberRefusals(
      NumberRefusals local, String prefix, RedisConnection connection, Time time, int most) {
    this.local = local;
    this.key = prefix + ":refusals";
    this.connection = connection;
    this.time = time;
    this.most = most;
  }

  @Override
  public void add(String number, Instant until) {
    local.add(number, until);
    var unused =
        connection.run(
            Script.REFUSE,
            new String[] {key},
            String.valueOf(time.now().toEpochMilli()),
            String.valueOf(until.toEpochMilli()),
            number,
            String.valueOf(most));
  }

  @Override
  public Optional<Instant> until(String number) {
    return local.until(number).or(() -> onRedis(number));
  }

  private Optional<Instant> onRedis(String number) {
    try {
      if (!connection.state(FIRST_ATTEMPT).isAvailable()) {
        return Optional.empty();
      }
      @Nullable Double until =
          connection.reply(connection.run(commands -> commands.zscore(key, number)));
      return Optional.ofNullable(until)
          .map(millis -> Instant.ofEpochMilli(millis.longValue()))
          .filter(end -> end.isAfter(time.now()));
    } catch (RedisAwayException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
