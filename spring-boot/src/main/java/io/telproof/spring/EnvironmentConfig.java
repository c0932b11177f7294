package io.telproof.spring;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.telproof.client.Problem;
import io.telproof.client.Telproof;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What the environment of an application says beneath {@code telproof}, as the configuration that
 * the client reads. Each source becomes a configuration of its own, before those that come after
 * it: so a source replaces a list or a text of another one, and adds to its blocks, as in HOCON.
 */
final class EnvironmentConfig {
  private static final String ROOT = "telproof";

  /** Our block, and one that the client may take for it misspelt. */
  private static final Pattern ROOTS = Pattern.compile("(?i)telp[a-z-]{2,6}|[a-z-]{1,5}proof");

  private static final Config DEFAULTS =
      ConfigFactory.parseResources(Telproof.class.getClassLoader(), "telproof-reference.conf");

  private final ConfigurableEnvironment environment;
  private final PropertyText texts;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> written = new LinkedHashSet<>();
  private final Set<String> providers = new LinkedHashSet<>();

  /**
   * What was read.
   *
   * @param config what the client reads
   * @param problems what is wrong with it before it is read
   */
  record Reading(Config config, List<Problem> problems) {}

  private EnvironmentConfig(ConfigurableEnvironment environment) {
    this.environment = environment;
    this.texts = new PropertyText(environment);
  }

  static Reading of(ConfigurableEnvironment environment) {
    EnvironmentConfig reading = new EnvironmentConfig(environment);
    Config config = reading.read();
    return new Reading(config, List.copyOf(reading.problems));
  }

  private Config read() {
    List<EnumerablePropertySource<?>> sources = sources();
    sources.stream().filter(each -> !isVariables(each)).forEach(this::note);
    Config config = ConfigFactory.empty("the environment of the application");
    for (EnumerablePropertySource<?> source : sources) {
      Optional<ConfigObject> block = isVariables(source) ? variables(source) : tree(source).block();
      if (block.isPresent()) {
        config = config.withFallback(block.get());
      }
    }
    return config;
  }

  /** Those whose names can be told; Spring Boot shows all of them a second time in one. */
  private List<EnumerablePropertySource<?>> sources() {
    List<EnumerablePropertySource<?>> sources = new ArrayList<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> each
          && !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
        sources.add(each);
      }
    }
    return sources;
  }

  private static boolean isVariables(PropertySource<?> source) {
    return source instanceof SystemEnvironmentPropertySource;
  }

  private static List<String> names(EnumerablePropertySource<?> source) {
    return Arrays.stream(source.getPropertyNames()).distinct().toList();
  }

  private static Optional<PropertyName> ours(String name) {
    PropertyName parts = PropertyName.of(name);
    return Optional.of(parts)
        .filter(each -> each.parts().size() > 1 && ROOTS.matcher(each.parts().get(0)).matches());
  }

  /** Notes what the names of variables can be held against. */
  private void note(EnumerablePropertySource<?> source) {
    for (String name : names(source)) {
      List<String> parts = ours(name).map(PropertyName::parts).orElse(List.of());
      if (parts.size() > 1 && parts.get(0).equals(ROOT)) {
        written.add(String.join(".", parts).replaceAll("(?:\\.\\d+)+$", ""));
        if (parts.get(1).equals("providers") && parts.size() > 2) {
          providers.add(parts.get(2));
        }
      }
    }
  }

  private PropertyTree tree(EnumerablePropertySource<?> source) {
    PropertyTree tree = new PropertyTree();
    for (String name : names(source)) {
      ours(name).ifPresent(parts -> put(tree, source, name, parts));
    }
    for (List<String> path : tree.twofold()) {
      tree.take(path).ifPresent(value -> twofold(path, value));
    }
    return tree;
  }

  private Optional<ConfigObject> variables(EnumerablePropertySource<?> source) {
    List<String> names = names(source);
    EnvironmentVariables variables = new EnvironmentVariables(written, providers, names);
    PropertyTree tree = tree(source);
    for (String name : names) {
      variables.key(name).ifPresent(key -> put(tree, source, name, key));
      if (variables.isStray(name)) {
        problems.add(
            new Problem(
                "telproof.providers",
                "environment variable " + name,
                "no provider is called so; a variable can be for: "
                    + String.join(", ", variables.providers())));
      }
    }
    return tree.block();
  }

  private void put(PropertyTree tree, PropertySource<?> source, String name, PropertyName key) {
    @Nullable Object value = source.getProperty(name);
    if (value == null) {
      return;
    }
    ConfigOrigin origin = PropertyPlace.of(source, name);
    ConfigValue text = texts.value(key, value.toString(), origin);
    if (value.toString().isEmpty()) {
      empty(key, origin).ifPresent(list -> tree.put(key.parts(), list));
    } else {
      tree.put(key.parts(), text);
    }
  }

  /** YAML has nothing where a block or a list is empty, and Spring a text without a letter. */
  private static Optional<ConfigValue> empty(PropertyName key, ConfigOrigin origin) {
    String path = ConfigUtil.joinPath(key.parts());
    @Nullable ConfigValue otherwise = DEFAULTS.hasPathOrNull(path) ? DEFAULTS.getValue(path) : null;
    if (otherwise instanceof ConfigObject) {
      return Optional.empty();
    }
    return Optional.of(
        otherwise instanceof ConfigList
            ? ConfigValueFactory.fromIterable(List.of()).withOrigin(origin)
            : ConfigValueFactory.fromAnyRef("").withOrigin(origin));
  }

  private void twofold(List<String> path, ConfigValue value) {
    problems.add(
        new Problem(
            String.join(".", path),
            value.origin().description(),
            "is a text here, and a block in other lines of the same source; have one of the two"));
  }
}
