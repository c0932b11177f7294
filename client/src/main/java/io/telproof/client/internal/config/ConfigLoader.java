package io.telproof.client.internal.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads HOCON. What is wrong with it is told by file and line: the parser's words quote secrets.
 */
public final class ConfigLoader {
  private ConfigLoader() {}

  /** What {@code Telproof.loadConfig()} gives. */
  public static Config application() {
    ClassLoader loader = ClassPath.resources();
    return quietly(
        () ->
            ConfigFactory.defaultOverrides(loader)
                .withFallback(ConfigFactory.defaultApplication(loader))
                .withFallback(ConfigFactory.defaultReferenceUnresolved(loader)));
  }

  /** The configuration in one file. */
  public static Config file(Path file) {
    return quietly(
        () ->
            ConfigFactory.parseFile(
                file.toFile(),
                ConfigParseOptions.defaults()
                    .setAllowMissing(false)
                    .setClassLoader(ClassPath.resources())));
  }

  private static Config quietly(Supplier<Config> read) {
    try {
      Config written = read.get();
      Config resolved = written.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
      return VariablePlaces.of(resolved, written);
    } catch (ConfigException.IO e) {
      throw e;
    } catch (ConfigException e) {
      @Nullable ConfigOrigin at = e.origin();
      throw new ConfigException.Parse(
          at == null ? ConfigOriginFactory.newSimple("the configuration") : at,
          "is not HOCON; look for a missing = or :, a quote or a brace in this line or the one"
              + " before");
    }
  }
}
