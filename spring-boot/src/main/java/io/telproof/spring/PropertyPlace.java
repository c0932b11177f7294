package io.telproof.spring;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigOriginFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Where a property can be changed: the file and the line, where Spring Boot knows them. */
final class PropertyPlace {
  private PropertyPlace() {}

  /** In the words of Spring's own messages, with the line counted from 1 as editors do. */
  static ConfigOrigin of(PropertySource<?> source, String name) {
    @Nullable Origin origin = OriginLookup.getOrigin(source, name);
    if (origin instanceof TextResourceOrigin text && text.getResource() != null) {
      ConfigOrigin file = ConfigOriginFactory.newSimple(text.getResource().getDescription());
      TextResourceOrigin.@Nullable Location line = text.getLocation();
      return line == null ? file : file.withLineNumber(line.getLine() + 1);
    }
    return ConfigOriginFactory.newSimple(inWords(source, name));
  }

  private static String inWords(PropertySource<?> source, String name) {
    if (source instanceof SystemEnvironmentPropertySource) {
      return "environment variable " + name;
    }
    if (source instanceof CommandLinePropertySource<?>) {
      return "command line, --" + name;
    }
    return source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
        ? "system property " + name
        : source.getName();
  }
}
