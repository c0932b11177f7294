package io.telproof.spring;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one source as blocks, lists and texts. A block that has the places of a list as
 * its keys, from 0 on, is that list. For one thread.
 */
final class PropertyTree {
  private final Map<String, PropertyTree> inside = new LinkedHashMap<>();
  private @Nullable ConfigValue value;

  /** Takes a value in, at the end of these parts. */
  void put(List<String> parts, ConfigValue put) {
    PropertyTree at = this;
    for (String part : parts) {
      at = at.inside.computeIfAbsent(part, none -> new PropertyTree());
    }
    at.value = put;
  }

  /** Takes out what was put in at the end of these parts, and hands it back. */
  Optional<ConfigValue> take(List<String> parts) {
    @Nullable PropertyTree at = this;
    for (String part : parts) {
      at = at == null ? null : at.inside.get(part);
    }
    if (at == null || at.value == null) {
      return Optional.empty();
    }
    ConfigValue taken = at.value;
    at.value = null;
    return Optional.of(taken);
  }

  /** The paths at which there is a value and a block: one of them cannot be meant. */
  List<List<String>> twofold() {
    List<List<String>> found = new ArrayList<>();
    twofold(List.of(), found);
    return found;
  }

  private void twofold(List<String> path, List<List<String>> found) {
    if (value != null && !inside.isEmpty()) {
      found.add(path);
    }
    inside.forEach(
        (part, tree) -> {
          List<String> deeper = new ArrayList<>(path);
          deeper.add(part);
          tree.twofold(deeper, found);
        });
  }

  /** The whole as a block; empty where nothing is left in it. */
  Optional<ConfigObject> block() {
    Map<String, ConfigValue> values = values();
    return values.isEmpty() ? Optional.empty() : Optional.of(block(values));
  }

  private Map<String, ConfigValue> values() {
    Map<String, ConfigValue> values = new LinkedHashMap<>();
    inside.forEach((part, tree) -> tree.render().ifPresent(each -> values.put(part, each)));
    return values;
  }

  private Optional<ConfigValue> render() {
    if (inside.isEmpty()) {
      return Optional.ofNullable(value);
    }
    Map<String, ConfigValue> values = values();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(isList(values) ? list(values) : block(values));
  }

  private static boolean isList(Map<String, ConfigValue> values) {
    return IntStream.range(0, values.size())
        .mapToObj(String::valueOf)
        .allMatch(values::containsKey);
  }

  private static ConfigValue list(Map<String, ConfigValue> values) {
    List<ConfigValue> items =
        IntStream.range(0, values.size()).mapToObj(at -> item(values, at)).toList();
    return ConfigValueFactory.fromIterable(items).withOrigin(items.get(0).origin());
  }

  private static ConfigValue item(Map<String, ConfigValue> values, int at) {
    return Optional.ofNullable(values.get(String.valueOf(at))).orElseThrow();
  }

  /** A flattened file does not know the line of a block: the first line inside stands for it. */
  private static ConfigObject block(Map<String, ConfigValue> values) {
    ConfigOrigin first =
        values.values().stream()
            .map(ConfigValue::origin)
            .min((one, other) -> Integer.compare(one.lineNumber(), other.lineNumber()))
            .orElseGet(() -> ConfigOriginFactory.newSimple());
    return ConfigValueFactory.fromMap(values).withOrigin(first);
  }
}
