package io.telproof.spring;

import io.micrometer.observation.ObservationRegistry;
import io.telproof.micrometer.TelproofObservations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Observations, where the application has a registry and the module of the observations. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({TelproofObservations.class, ObservationRegistry.class})
@ConditionalOnSingleCandidate(ObservationRegistry.class)
final class ObservationsConfiguration {
  /** Outside the application's own interceptors, so that they are in the span. */
  @Bean
  @ConditionalOnMissingBean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  TelproofObservations telproofObservations(ObservationRegistry registry) {
    return new TelproofObservations(registry);
  }
}
