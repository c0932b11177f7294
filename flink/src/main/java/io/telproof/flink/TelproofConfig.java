package io.telproof.flink;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import io.telproof.client.Telproof;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a task manager finds the configuration of its client. It travels with the job, so that a
 * secret belongs in none of it: a file stays where it is, and of a text the variables, as {@code
 * ${POSTGRES_PASSWORD}}, are those of the task manager's environment. Two that are equal share one
 * client in a task manager. Immutable.
 */
public final class TelproofConfig implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean file;
  private final String content;

  private TelproofConfig(boolean file, String content) {
    this.file = file;
    this.content = Objects.requireNonNull(content, "content");
  }

  /**
   * {@return a file that every task manager has under this path} Only the path travels with the
   * job.
   *
   * @param path the file, as each task manager sees it
   */
  public static TelproofConfig file(String path) {
    return new TelproofConfig(true, path);
  }

  /**
   * HOCON. The text travels with the job; its variables are read by each task manager.
   *
   * @param hocon the configuration itself
   * @return the configuration, which each task manager reads anew
   */
  public static TelproofConfig text(String hocon) {
    return new TelproofConfig(false, hocon);
  }

  /** Whether it can be read on this machine, which need not be a task manager. */
  boolean isHere() {
    return !file || Files.isReadable(Path.of(content));
  }

  /**
   * What it says. Variables that are not set are left, for the client to report.
   *
   * @throws ConfigException if it cannot be read or is not HOCON; it quotes nothing
   */
  Config load() {
    if (file) {
      return Telproof.loadConfig(Path.of(content));
    }
    try {
      return ConfigFactory.parseString(
              content, ConfigParseOptions.defaults().setOriginDescription("the job's text"))
          .resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
    } catch (ConfigException e) {
      throw unreadable(e);
    }
  }

  /** What the parser says quotes the text. */
  private static ConfigException unreadable(ConfigException e) {
    int line = e.origin() == null ? 0 : e.origin().lineNumber();
    return new ConfigException.Generic(
        "the text given to TelproofConfig.text is not HOCON"
            + (line > 0 ? "; look at its line " + line : ""));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TelproofConfig that
        && file == that.file
        && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, content);
  }

  /** The path of a file; nothing of a text. */
  @Override
  public String toString() {
    return file ? "TelproofConfig[file " + content + ']' : "TelproofConfig[text]";
  }
}
