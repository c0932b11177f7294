package io.telproof.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import io.telproof.client.Telproof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

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
    return reading(file, argument, readable -> new Configuration(Telproof.loadConfig(readable)));
  }

  /**
   * What comes of reading the file of an argument.
   *
   * @throws UsageException if it cannot be read or is not HOCON
   */
  static <T> T reading(Path file, String argument, Function<Path, T> read) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      // Its name was typed, and is not repeated.
      throw new UsageException(
          argument
              + ": there is no such file, or it cannot be read; check its name and its rights");
    }
    try {
      return read.apply(file);
    } catch (ConfigException e) {
      // The library names the file, an included one too, and quotes nothing of what stands in it.
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
