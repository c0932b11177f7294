package io.telproof.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.telproof.micrometer.TelproofMeters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Meters, where the application has a registry and the module of the meters. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({TelproofMeters.class, MeterRegistry.class})
@ConditionalOnSingleCandidate(MeterRegistry.class)
final class MetersConfiguration {
  @Bean
  @ConditionalOnMissingBean
  TelproofMeters telproofMeters(MeterRegistry registry) {
    return new TelproofMeters(registry);
  }
}
