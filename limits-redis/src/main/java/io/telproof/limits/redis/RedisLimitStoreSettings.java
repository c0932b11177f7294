package io.telproof.limits.redis;

import io.telproof.Sensitive;
import io.telproof.spi.http.CaFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Redis is, and what is done without it.
 *
 * @param url where Redis, the sentinels, or nodes of the cluster are
 * @param cluster whether it is a Redis Cluster
 * @param user the user of Redis' access control list, which is not shown; the default user unless
 *     said
 * @param password of that user
 * @param caFile certificates that are trusted beside those of the platform
 * @param prefix what each key begins with; {@code telproof} unless said
 * @param away what is done while Redis cannot be asked; refused unless said
 * @param share how many processes share the limits, 2 or more: what each takes part in while Redis
 *     cannot be asked
 * @param commandTimeout after how long without a reply Redis is taken to be away; 10 ms to 10 s, 1
 *     s unless said: a process that had no processor for a moment is not without Redis
 * @param hold how long a permit may be held before its request is sent, 100 ms to 1 minute, 2 s
 *     unless said. Connecting to the vendor falls into it; so long, too, limiters give nothing
 *     after Redis was restarted
 */
record RedisLimitStoreSettings(
    RedisUrl url,
    Optional<Boolean> cluster,
    Optional<Sensitive> user,
    Optional<Sensitive> password,
    Optional<CaFile> caFile,
    Optional<String> prefix,
    Optional<Away> away,
    Optional<Integer> share,
    Optional<Duration> commandTimeout,
    Optional<Duration> hold) {
  /** What is done while Redis cannot be asked. */
  enum Away {
    REFUSE,
    SHARE
  }

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final String USUAL_PREFIX = "telproof";
  private static final Duration USUAL_COMMAND_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration USUAL_HOLD = Duration.ofSeconds(2);

  /** What is in force unless said, as it would be written. */
  static final Map<String, String> DEFAULTS =
      Map.of(
          "prefix",
          USUAL_PREFIX,
          "away",
          "refuse",
          "command-timeout",
          USUAL_COMMAND_TIMEOUT.toSeconds() + "s",
          "hold",
          USUAL_HOLD.toSeconds() + "s");

  /**
   * Checks what can be checked without Redis.
   *
   * @throws IllegalArgumentException if something cannot be right; the message has a line for each,
   *     which begins with the setting
   */
  RedisLimitStoreSettings {
    List<String> wrong = new ArrayList<>();
    if (cluster.orElse(false) && url.isSentinel()) {
      wrong.add("cluster = true is without sentinels; give url = \"redis://…\", or leave it out");
    }
    if (cluster.orElse(false) && url.namesDatabase()) {
      wrong.add("url names a database, and a cluster has none; leave out what stands behind the /");
    }
    if (user.isPresent() && password.isEmpty()) {
      wrong.add("user needs password as well");
    }
    if (caFile.isPresent() && !url.isTls()) {
      wrong.add("ca-file is for TLS; begin url with rediss://, or leave it out");
    }
    if (prefix.filter(each -> !PREFIX.matcher(each).matches()).isPresent()) {
      wrong.add("prefix must be 1 to 64 letters, digits, or one of . _ : -");
    }
    boolean shared = away.equals(Optional.of(Away.SHARE));
    if (shared && share.isEmpty()) {
      wrong.add("away = share needs share as well: how many processes share the limits");
    }
    if (!shared && share.isPresent()) {
      wrong.add("share means nothing without away = share; add it, or leave share out");
    }
    if (share.filter(each -> each < 2).isPresent()) {
      wrong.add("share must be 2 or more: how many processes share the limits");
    }
    Duration timeout = commandTimeout.orElse(USUAL_COMMAND_TIMEOUT);
    if (outside(timeout, Duration.ofMillis(10), Duration.ofSeconds(10))) {
      wrong.add("command-timeout must be 10 ms to 10 s");
    }
    if (outside(hold.orElse(USUAL_HOLD), Duration.ofMillis(100), Duration.ofMinutes(1))) {
      wrong.add("hold must be 100 ms to 1 minute");
    } else if (hold.orElse(USUAL_HOLD).compareTo(timeout) <= 0) {
      wrong.add("hold must be longer than command-timeout, or a permit can be over as it comes");
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
  }

  private static boolean outside(Duration value, Duration least, Duration most) {
    return value.compareTo(least) < 0 || value.compareTo(most) > 0;
  }

  boolean isCluster() {
    return cluster.orElse(false);
  }

  String keyPrefix() {
    return prefix.orElse(USUAL_PREFIX);
  }

  Duration timeout() {
    return commandTimeout.orElse(USUAL_COMMAND_TIMEOUT);
  }

  Duration holdTime() {
    return hold.orElse(USUAL_HOLD);
  }
}
