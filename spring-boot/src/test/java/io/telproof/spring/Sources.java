package io.telproof.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * An environment put together of texts, as Spring Boot puts one together of files; first goes
 * before.
 */
final class Sources {
  private final ConfigurableEnvironment environment = new AbstractEnvironment() {};

  Sources yaml(String file, String text) {
    return file(new YamlPropertySourceLoader(), file, text);
  }

  Sources properties(String file, String text) {
    return file(new PropertiesPropertySourceLoader(), file, text);
  }

  private Sources file(PropertySourceLoader loader, String file, String text) {
    try {
      loader
          .load(file, new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), file))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Sources variables(Map<String, Object> variables) {
    environment
        .getPropertySources()
        .addLast(new SystemEnvironmentPropertySource("systemEnvironment", variables));
    return this;
  }

  Sources system(Map<String, Object> properties) {
    environment.getPropertySources().addLast(new MapPropertySource("systemProperties", properties));
    return this;
  }

  Sources commandLine(String... arguments) {
    environment.getPropertySources().addLast(new SimpleCommandLinePropertySource(arguments));
    return this;
  }

  /** Puts all of it behind what another environment has. */
  void into(ConfigurableEnvironment other) {
    environment.getPropertySources().forEach(other.getPropertySources()::addLast);
  }

  EnvironmentConfig.Reading read() {
    return EnvironmentConfig.of(environment);
  }
}
