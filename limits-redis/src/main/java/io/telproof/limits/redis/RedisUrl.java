package io.telproof.limits.redis;

import io.lettuce.core.RedisURI;
import java.util.regex.Pattern;

/** Where Redis is. Holds no password: it is shown where the configuration is. Immutable. */
record RedisUrl(String text) {
  private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?";
  private static final String DATABASE = "(?:/[0-9]{0,4})?";
  private static final Pattern FORM =
      Pattern.compile(
          "rediss?://"
              + HOST
              + DATABASE
              + "|rediss?-sentinel://"
              + HOST
              + "(?:,"
              + HOST
              + ")*"
              + DATABASE
              + "#[A-Za-z0-9._-]+");

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
      return RedisURI.create(text) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean isSentinel() {
    return text.contains("-sentinel:");
  }

  /** Whether it names a database other than the first one. */
  boolean namesDatabase() {
    return uri().getDatabase() > 0;
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
