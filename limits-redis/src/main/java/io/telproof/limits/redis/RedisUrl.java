package io.telproof.limits.redis;

import io.lettuce.core.RedisURI;
import java.util.regex.Pattern;

/** Where Redis is. Holds no password: it is shown where the configuration is. Immutable. */
record RedisUrl(String text) {
  private static final Pattern FORM =
      Pattern.compile("(redis|rediss|redis-sentinel|rediss-sentinel)://.+");

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it cannot be one, or holds a user or a password; the
   *     message repeats nothing of it
   */
  public static RedisUrl of(String text) {
    if (text.contains("@")) {
      throw new IllegalArgumentException(
          "holds a user or a password, and urls are shown; give them as user and password, and"
              + " leave out what stands before the @");
    }
    if (!FORM.matcher(text).matches() || !isRead(text)) {
      throw new IllegalArgumentException(
          "expected redis://host:6379, rediss://host:6379 for TLS, or"
              + " redis-sentinel://host:26379,host:26379#master");
    }
    return new RedisUrl(text);
  }

  private static boolean isRead(String text) {
    try {
      RedisURI read = RedisURI.create(text);
      return !text.contains("-sentinel:") || read.getSentinelMasterId() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean isSentinel() {
    return text.contains("-sentinel:");
  }

  boolean isTls() {
    return text.startsWith("rediss");
  }

  RedisURI uri() {
    return RedisURI.create(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
