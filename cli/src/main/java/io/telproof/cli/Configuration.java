package io.telproof.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.telproof.client.Telproof;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A configuration file. */
record Configuration(Config config) {
  /**
   * Reads a file.
   *
   * @throws UsageException if it cannot be read or is not HOCON
   */
  static Configuration load(Path file) {
    return load(file, "--config");
  }

  /**
   * Reads the file of an argument.
   *
   * @throws UsageException if it cannot be read or is not HOCON
   */
  static Configuration load(Path file, String argument) {
    return reading(argument, () -> new Configuration(Telproof.loadConfig(file)));
  }

  /**
   * What comes of reading the file of an argument.
   *
   * @throws UsageException if it cannot be read or is not HOCON
   */
  static <T> T reading(String argument, Supplier<T> read) {
    try {
      return read.get();
    } catch (ConfigException.IO e) {
      throw new UsageException(argument + ": there is no such file, or it cannot be read");
    } catch (ConfigException e) {
      // The parser's own messages quote what stands in the file, which may be a key.
      String where = e.origin() == null ? "" : " (" + e.origin().description() + ")";
      throw new UsageException(argument + ": the file is not HOCON" + where);
    }
  }
}
