package io.telproof.spring;

import io.telproof.client.Telproof;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health, where the application has that of Spring Boot 4; in 3 the classes have other names. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
final class HealthConfiguration {
  @Bean
  @ConditionalOnMissingBean(name = "telproofHealthIndicator")
  @ConditionalOnEnabledHealthIndicator("telproof")
  HealthIndicator telproofHealthIndicator(Telproof telproof) {
    return new RouteHealth(telproof);
  }
}
