package io.telproof.spring;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.env.PropertyResolver;

/**
 * The text of a property with its placeholders filled in, as Spring fills them in everywhere. One
 * that is not set becomes a reference of HOCON that is not resolved: so the client tells of it in
 * the same words, with the name alone and nothing of what stands around it.
 */
final class PropertyText {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}:]*)");

  private final PropertyResolver resolver;

  PropertyText(PropertyResolver resolver) {
    this.resolver = resolver;
  }

  ConfigValue value(PropertyName name, String written, ConfigOrigin origin) {
    if (!written.contains("${")) {
      return text(name, written, origin);
    }
    try {
      return text(name, resolver.resolveRequiredPlaceholders(written), origin);
    } catch (IllegalArgumentException e) {
      // Spring's words quote the whole text, which may be a secret.
      return reference(unset(written)).withOrigin(origin);
    }
  }

  private static ConfigValue text(PropertyName name, String text, ConfigOrigin origin) {
    List<String> texts = ListKeys.split(name, text);
    return texts.size() == 1
        ? ConfigValueFactory.fromAnyRef(texts.get(0)).withOrigin(origin)
        : ConfigValueFactory.fromIterable(
                texts.stream()
                    .map(each -> ConfigValueFactory.fromAnyRef(each).withOrigin(origin))
                    .toList())
            .withOrigin(origin);
  }

  /** The names that are asked for and that nobody gives, a circle of them too. */
  private Set<String> unset(String written) {
    Set<String> names =
        PLACEHOLDER
            .matcher(left(written))
            .results()
            .map(each -> each.group(1).strip())
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return names.isEmpty() ? Set.of("a placeholder") : names;
  }

  /** What is left of a text once everything is filled in that can be. */
  private String left(String written) {
    try {
      return resolver.resolvePlaceholders(written);
    } catch (IllegalArgumentException e) {
      return written;
    }
  }

  private static ConfigValue reference(Set<String> names) {
    String all =
        names.stream()
            .map(name -> "${" + ConfigUtil.joinPath(List.of(name.split("\\."))) + "}")
            .collect(Collectors.joining());
    return Objects.requireNonNull(ConfigFactory.parseString("it = " + all).root().get("it"));
  }
}
