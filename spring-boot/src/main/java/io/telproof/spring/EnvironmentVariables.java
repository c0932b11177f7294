package io.telproof.spring;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which key an environment variable stands for. An underscore is a dot or a hyphen, and what it is
 * is told by the keys that there are: {@code TELPROOF_PROVIDERS_MAIN_SECRET_ID} is {@code
 * telproof.providers.main.secret-id} where a provider is called main. A variable that fits no key
 * is the application's own, as {@code TELPROOF_AUDIT_KEY} in the place of a value.
 */
final class EnvironmentVariables {
  private static final String PREFIX = "TELPROOF_";
  private static final String PROVIDERS = PREFIX + "PROVIDERS_";

  /** A provider that stands in no file; a name with a hyphen could end anywhere. */
  private static final Pattern NEW_PROVIDER = Pattern.compile(PROVIDERS + "([A-Z0-9]+)_TYPE");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.-]+");

  private final Map<String, String> keys = new HashMap<>();
  private final Set<String> providers =
      new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(name -> name));

  /**
   * For an application.
   *
   * @param written the paths that stand elsewhere in its configuration
   * @param providers the names of its providers there
   * @param variables the names of all variables
   */
  EnvironmentVariables(
      Collection<String> written, Collection<String> providers, Collection<String> variables) {
    ClientKeys.paths().forEach(this::add);
    // What is written is there for certain, and goes before what could be.
    written.stream().filter(path -> PLAIN.matcher(path).matches()).forEach(this::add);
    this.providers.addAll(providers);
    for (String name : variables) {
      Matcher found = NEW_PROVIDER.matcher(name);
      if (found.matches() && !keys.containsKey(name)) {
        this.providers.add(word(found.group(1)));
      }
    }
  }

  /** By the two ways to write it that Spring Boot has: it leaves hyphens out. */
  private void add(String path) {
    keys.put(variable(path.replace("-", "")), path);
    keys.put(variable(path), path);
  }

  /** The key of a variable; empty where it is none of ours. */
  Optional<PropertyName> key(String variable) {
    return Optional.ofNullable(keys.get(variable))
        .or(() -> variable.startsWith(PROVIDERS) ? ofProvider(variable) : Optional.empty())
        .map(path -> new PropertyName(List.of(path.split("\\."))));
  }

  /** Whether it is meant for a provider that there is not. */
  boolean isStray(String variable) {
    return variable.startsWith(PROVIDERS) && key(variable).isEmpty();
  }

  /** The names that a variable can have behind {@code TELPROOF_PROVIDERS_}. */
  Collection<String> providers() {
    return new TreeSet<>(providers);
  }

  private Optional<String> ofProvider(String variable) {
    // Longer names come first: "main-eu" before "main".
    return providers.stream()
        .filter(name -> variable.startsWith(PROVIDERS + variable(name) + "_"))
        .findFirst()
        .map(
            name ->
                "telproof.providers."
                    + name
                    + "."
                    + inProvider(variable.substring((PROVIDERS + variable(name) + "_").length())));
  }

  private static String inProvider(String rest) {
    for (String block : List.of("NETWORK_", "LIMITS_")) {
      if (rest.startsWith(block)) {
        return word(block.substring(0, block.length() - 1))
            + "."
            + word(rest.substring(block.length()));
      }
    }
    return word(rest);
  }

  private static String word(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String variable(String path) {
    return path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
