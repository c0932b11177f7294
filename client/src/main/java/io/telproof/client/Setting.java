package io.telproof.client;

import java.util.Objects;

/**
 * One value of a configuration as it is in force. A secret is masked. Immutable.
 *
 * @param path the setting, as in {@code telproof.providers.main.secret-id}
 * @param value its value; {@code ***} for a secret, with the file that it was read from
 * @param where the file and the line that it comes from; for a limit, or a setting of a module,
 *     that no file says, the module that it comes from, as in {@code module tencent}
 */
public record Setting(String path, String value, String where) {
  /**
   * Refuses null.
   *
   * @param path the setting, as in {@code telproof.providers.main.secret-id}
   * @param value its value; {@code ***} for a secret, with the file that it was read from
   * @param where the file and the line that it comes from; for a limit, or a setting of a module,
   *     that no file says, the module that it comes from, as in {@code module tencent}
   */
  public Setting {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(where, "where");
  }
}
