package io.telproof.ledger.jdbc;

import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Where PostgreSQL is. Holds no password: it is shown where the configuration is. Immutable. */
record PostgresUrl(String text) {
  private static final String BEGIN = "jdbc:postgresql://";
  private static final Set<String> SECRET = Set.of("user", "password", "sslpassword");

  /** What stands in settings of its own, and would be said twice. */
  private static final Set<String> OURS =
      Set.of(
          "currentSchema",
          "connectTimeout",
          "loginTimeout",
          "socketTimeout",
          "logServerErrorDetail");

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it cannot be one, holds a user or a password, or says what
   *     another setting says; the message repeats nothing of it but such a word
   */
  public static PostgresUrl of(String text) {
    int parameters = text.indexOf('?');
    String place = parameters < 0 ? text : text.substring(0, parameters);
    if (place.contains("@")) {
      throw secret();
    }
    @Nullable Properties parsed =
        text.startsWith(BEGIN) && place.length() > BEGIN.length()
            ? Driver.parseURL(text, null)
            : null;
    if (parsed == null || place.indexOf('/', BEGIN.length()) < 0) {
      throw new IllegalArgumentException("expected jdbc:postgresql://host:5432/database");
    }
    Set<String> said = new TreeSet<>(parsed.stringPropertyNames());
    if (said.stream().anyMatch(SECRET::contains)) {
      throw secret();
    }
    said.retainAll(OURS);
    if (!said.isEmpty()) {
      throw new IllegalArgumentException(
          "says "
              + String.join(" and ", said)
              + "; leave it out: schema, connect-timeout and command-timeout say it, and what"
              + " PostgreSQL tells of a failure stays out of logs");
    }
    return new PostgresUrl(text);
  }

  private static IllegalArgumentException secret() {
    return new IllegalArgumentException(
        "holds a user or a password, and urls are shown; give them as user and password, and leave"
            + " them out here");
  }

  @Override
  public String toString() {
    return text;
  }
}
