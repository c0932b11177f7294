package io.telproof.spring;

import io.telproof.sandbox.Sandbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** The sandbox of a test, and the accounts that the application has with it. */
@Configuration(proxyBeanMethods = false)
final class SandboxConfiguration {
  @Bean(destroyMethod = "close")
  Sandbox telproofSandbox(ConfigurableEnvironment environment) {
    return SandboxAccounts.start(EnvironmentConfig.of(environment).config());
  }

  @Bean
  ConfigOverlay telproofSandboxAccounts(Sandbox sandbox) {
    return new SandboxAccounts(sandbox.endpoint());
  }
}
