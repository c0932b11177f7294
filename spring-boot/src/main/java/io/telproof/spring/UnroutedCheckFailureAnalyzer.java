package io.telproof.spring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.annotation.Order;

/** Prints why there is no bean of a check: which route is missing, and who asked for it. */
@Order(0) // Before Spring Boot's own, which knows no more than that there is no such bean.
final class UnroutedCheckFailureAnalyzer
    extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {
  private final BeanFactory beans;

  /** For Spring. */
  UnroutedCheckFailureAnalyzer(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, NoSuchBeanDefinitionException cause, @Nullable String description) {
    return missing(cause)
        .map(
            why ->
                new FailureAnalysis(
                    (description == null ? "The application" : description)
                        + " asks for a check that nobody is there to answer:\n\n"
                        + why,
                    "Add the route to the application's configuration, or a provider that offers"
                        + " the check. A class that can do without takes an ObjectProvider of it.",
                    cause))
        .orElse(null);
  }

  private Optional<String> missing(NoSuchBeanDefinitionException cause) {
    @Nullable Class<?> type =
        cause.getResolvableType() == null ? null : cause.getResolvableType().resolve();
    return type != null && beans instanceof ConfigurableListableBeanFactory listable
        ? RoutedChecks.missing(listable, type)
        : Optional.empty();
  }
}
