package io.telproof.spring;

import io.telproof.client.ConfigurationException;
import io.telproof.client.Problem;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The checks that somebody is there to answer. Of the others it leaves the reason at its own bean
 * definition: that outlives the beans, and so can be told where the application did not start.
 */
final class RoutedChecks {
  private final Telproof telproof;
  private final ConfigurableListableBeanFactory beans;

  RoutedChecks(Telproof telproof, ConfigurableListableBeanFactory beans) {
    this.telproof = telproof;
    this.beans = beans;
  }

  /** The check; null, which Spring takes for no bean, where nobody is there to ask. */
  <C> @Nullable C check(CheckType type, Class<C> check) {
    try {
      return check.cast(telproof.check(type));
    } catch (ConfigurationException e) {
      definition(beans)
          .ifPresent(
              at ->
                  at.setAttribute(
                      check.getName(),
                      e.problems().stream()
                          .map(Problem::toString)
                          .collect(Collectors.joining("\n"))));
      return null;
    }
  }

  /** Why there is no bean of a check; empty where that is not the reason, or nobody knows it. */
  static Optional<String> missing(ConfigurableListableBeanFactory beans, Class<?> check) {
    return definition(beans).map(at -> at.getAttribute(check.getName())).map(String::valueOf);
  }

  private static Optional<BeanDefinition> definition(ConfigurableListableBeanFactory beans) {
    for (String name : beans.getBeanNamesForType(RoutedChecks.class, true, false)) {
      return Optional.of(beans.getBeanDefinition(name));
    }
    return Optional.empty();
  }
}
