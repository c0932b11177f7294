package io.telproof.client;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A block of a configuration that is read strictly: whatever is wrong with it is noted, not thrown.
 */
final class Section {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");

  private final String path;
  private final ConfigObject object;
  private final List<Problem> problems;

  Section(String path, ConfigObject object, List<Problem> problems) {
    this.path = path;
    this.object = object;
    this.problems = problems;
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The keys in the order of the file: the block itself does not keep it. */
  List<String> keys() {
    return object.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, ConfigValue> e) -> line(e.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int line(ConfigValue value) {
    return value.origin().lineNumber();
  }

  /** Notes every key that is not one of these. */
  void allow(Collection<String> known) {
    for (String key : keys()) {
      if (!known.contains(key)) {
        String meant =
            Nearest.to(key, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(
                    () ->
                        "known here: " + known.stream().sorted().collect(Collectors.joining(", ")));
        problem(key, "unknown key; " + meant);
      }
    }
  }

  void problem(String key, String says) {
    @Nullable ConfigValue value = object.get(key);
    String where = (value == null ? object.origin() : value.origin()).description();
    problems.add(new Problem(path(key), where, says));
  }

  /**
   * The block of this key; empty, and noted, where it is something else; empty where it is not
   * there.
   */
  Optional<Section> section(String key) {
    return value(key)
        .flatMap(
            value -> {
              if (value instanceof ConfigObject block) {
                return Optional.of(new Section(path(key), block, problems));
              }
              problem(key, "expected a block in braces");
              return Optional.empty();
            });
  }

  /** The text of this key: of a string, a number or a boolean. */
  Optional<String> text(String key) {
    return value(key)
        .flatMap(
            value -> {
              if (scalar(value)) {
                return Optional.of(written(value));
              }
              problem(key, "expected a text");
              return Optional.empty();
            });
  }

  /** The texts of this key: of a list, or of a single one. */
  Optional<List<String>> texts(String key) {
    return value(key)
        .flatMap(
            value -> {
              if (value instanceof ConfigList list && list.stream().allMatch(Section::scalar)) {
                return Optional.of(list.stream().map(Section::written).toList());
              }
              if (scalar(value)) {
                return Optional.of(List.of(written(value)));
              }
              problem(key, "expected a name or a list of names");
              return Optional.empty();
            });
  }

  private static boolean scalar(ConfigValue value) {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> true;
      case OBJECT, LIST, NULL -> false;
    };
  }

  /** As it stands in the file: a key that looks like a number, 007 or 1e5, is not one. */
  private static String written(ConfigValue scalar) {
    return scalar.atKey("it").getString("it");
  }

  boolean has(String key) {
    return object.containsKey(key);
  }

  private Optional<ConfigValue> value(String key) {
    @Nullable ConfigValue value = object.get(key);
    if (value == null) {
      return Optional.empty();
    }
    try {
      if (value.valueType() == ConfigValueType.NULL) {
        problem(key, "is null; give it a value or leave it out");
        return Optional.empty();
      }
      if (value instanceof ConfigList list) {
        list.forEach(ConfigValue::valueType);
      }
      return Optional.of(value);
    } catch (ConfigException.NotResolved e) {
      problem(key, "refers to " + variables(value) + ", which is not set");
      return Optional.empty();
    }
  }

  /** Only the variables' names: what stands around them may be part of a secret. */
  private static String variables(ConfigValue value) {
    Matcher variables = VARIABLE.matcher(value.render());
    String found =
        variables.results().map(each -> each.group()).distinct().collect(Collectors.joining(", "));
    return found.isEmpty() ? "a variable" : found;
  }
}
