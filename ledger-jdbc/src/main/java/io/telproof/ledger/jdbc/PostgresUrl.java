package io.telproof.ledger.jdbc;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/** Where PostgreSQL is. Holds no password: it is shown where the configuration is. Immutable. */
record PostgresUrl(String text) {
  private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?";
  private static final Pattern FORM =
      Pattern.compile("jdbc:postgresql://" + HOST + "(?:," + HOST + ")*/[^/?@:]+(?:\\?[^?]*)?");
  private static final Pattern PARAMETER = Pattern.compile("[?&]([^=&]*)");
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
    Set<String> said =
        PARAMETER
            .matcher(text)
            .results()
            .map(parameter -> parameter.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    if (text.contains("@") || said.stream().anyMatch(SECRET::contains)) {
      throw secret();
    }
    // The driver writes a url that it does not understand to a log, and so is asked last.
    if (!FORM.matcher(text).matches() || Driver.parseURL(text, null) == null) {
      throw new IllegalArgumentException("expected jdbc:postgresql://host:5432/database");
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
