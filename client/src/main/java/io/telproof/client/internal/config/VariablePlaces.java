package io.telproof.client.internal.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the value of an environment variable the place where it is named: once it is resolved, the
 * library only knows that it came from the environment.
 */
final class VariablePlaces {
  private static final String ROOT = "telproof";

  private VariablePlaces() {}

  /**
   * The same values, with places of the file.
   *
   * @param resolved what is in force
   * @param written the same before variables were put in
   */
  static Config of(Config resolved, Config written) {
    @Nullable ConfigValue ours = resolved.root().get(ROOT);
    return ours == null
        ? resolved
        : resolved.root().withValue(ROOT, placed(ours, inside(written.root(), ROOT))).toConfig();
  }

  private static ConfigValue placed(ConfigValue value, @Nullable ConfigValue written) {
    if (written == null) {
      return value;
    }
    if (value instanceof ConfigObject block && written instanceof ConfigObject before) {
      return placed(block, before);
    }
    return Place.isEnvironment(value.origin()) ? value.withOrigin(written.origin()) : value;
  }

  private static ConfigObject placed(ConfigObject block, ConfigObject written) {
    ConfigObject all = block;
    try {
      for (Map.Entry<String, ConfigValue> each : block.entrySet()) {
        ConfigValue value = placed(each.getValue(), inside(written, each.getKey()));
        if (value != each.getValue()) {
          all = all.withValue(each.getKey(), value);
        }
      }
    } catch (ConfigException.NotResolved e) {
      // A block with a variable that is not set: that is told where it is read.
      return block;
    }
    return all;
  }

  private static @Nullable ConfigValue inside(ConfigObject written, String key) {
    try {
      return written.get(key);
    } catch (ConfigException.NotResolved e) {
      return null;
    }
  }
}
