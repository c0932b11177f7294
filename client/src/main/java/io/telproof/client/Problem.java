package io.telproof.client;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong with a configuration. Never holds a secret's value. Immutable.
 *
 * @param path the setting, as in {@code telproof.providers.main.secret-id}
 * @param where the file and the line, as far as they are known
 * @param says what is wrong and what to do
 */
public record Problem(String path, String where, String says) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Refuses null.
   *
   * @param path the setting, as in {@code telproof.providers.main.secret-id}
   * @param where the file and the line, as far as they are known
   * @param says what is wrong and what to do
   */
  public Problem {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(says, "says");
  }

  @Override
  public String toString() {
    return path + ": " + says + " (" + where + ")";
  }
}
