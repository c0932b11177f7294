package io.telproof.client.internal.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import io.telproof.client.Problem;
import io.telproof.client.Telproof;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads HOCON. What is wrong with it is told by file and line: the parser's words quote secrets.
 */
public final class ConfigLoader {
  private static final Logger LOG = LoggerFactory.getLogger(Telproof.class);
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");

  private ConfigLoader() {}

  /**
   * A configuration that was read.
   *
   * @param config what it says
   * @param notes what hinders nothing, and should be looked at
   */
  public record LoadedConfig(Config config, List<Problem> notes) {}

  /** What {@code Telproof.loadConfig()} gives. */
  public static Config application() {
    ClassLoader loader = ClassPath.resources();
    Includes includes = Includes.of(System.getProperty("config.file", "application.conf"), true);
    return logged(
        read(
            includes,
            () ->
                ConfigFactory.defaultOverrides(loader)
                    .withFallback(ConfigFactory.defaultApplication(options(loader, includes)))
                    .withFallback(ConfigFactory.defaultReferenceUnresolved(loader))));
  }

  /** The configuration in one file. */
  public static Config file(Path file) {
    return logged(file(file, true));
  }

  /** The configuration in one file, without asking anybody for what it includes. */
  public static LoadedConfig offline(Path file) {
    return file(file, false);
  }

  private static LoadedConfig file(Path file, boolean fetches) {
    // What is included lies beside it: without a folder in its path, the library finds nothing.
    Path whole = file.toAbsolutePath();
    if (Files.notExists(whole) || Files.isDirectory(whole)) {
      throw new ConfigException.IO(
          ConfigOriginFactory.newFile(whole.toString()),
          Files.isDirectory(whole) ? "is a directory" : "there is no such file");
    }
    Includes includes = Includes.of(whole.toString(), fetches);
    return read(
        includes,
        () ->
            ConfigFactory.parseFile(
                whole.toFile(), options(ClassPath.resources(), includes).setAllowMissing(false)));
  }

  private static ConfigParseOptions options(ClassLoader loader, Includes includes) {
    return ConfigParseOptions.defaults().setClassLoader(loader).prependIncluder(includes);
  }

  /** Something that is not there may be left out on purpose, and whoever misses it can look. */
  private static Config logged(LoadedConfig loaded) {
    loaded.notes().forEach(note -> LOG.info("{}", note));
    return loaded.config();
  }

  private static LoadedConfig read(Includes includes, Supplier<Config> read) {
    try {
      Config written = read.get();
      Config resolved = written.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
      return new LoadedConfig(VariablePlaces.of(resolved, written), includes.notes());
    } catch (ConfigException.IO | IncludeException e) {
      throw e;
    } catch (ConfigException e) {
      @Nullable ConfigOrigin at = e.origin();
      throw new ConfigException.Parse(
          at == null
              ? ConfigOriginFactory.newSimple("the configuration")
              : ConfigOriginFactory.newSimple(Place.of(at)),
          says(e));
    }
  }

  private static String says(ConfigException wrong) {
    if (wrong instanceof ConfigException.UnresolvedSubstitution) {
      return "variables that refer to one another in a circle: " + variables(wrong);
    }
    if (wrong instanceof ConfigException.WrongType) {
      return "what stands side by side here cannot be joined: a text joins a text, a list a list, a"
          + " block a block";
    }
    if (wrong.getCause() instanceof MalformedURLException) {
      return "include: this is no address; expected one as in url(\"https://example.com/a.conf\")";
    }
    return wrong instanceof ConfigException.BugOrBroken
        ? "cannot be read (" + wrong.getClass().getSimpleName() + ")"
        : notHocon(String.valueOf(wrong.getMessage()));
  }

  /** By words of the library; it repeats what stands in the file, which is not told. */
  private static String notHocon(String says) {
    if (says.contains("end of file")) {
      return "is not HOCON: the file ends too early; a brace, a bracket or a quote is not closed, here"
          + " or far above, or the last key has no value";
    }
    if (says.contains("unbalanced close")) {
      return "is not HOCON: there is a } or ] too many, in this line or far above";
    }
    return "is not HOCON; look in this line and the one before for a missing = or :, a quote or a"
        + " brace, a list without [ ], or a text with a sign as : + = & $ that is not in quotes";
  }

  /** Only their names: what stands around them may be part of a secret. */
  private static String variables(ConfigException wrong) {
    return VARIABLE
        .matcher(String.valueOf(wrong.getMessage()))
        .results()
        .map(MatchResult::group)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
