package io.telproof.spring;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Adds the sandbox to an application in a test. A record, so that tests share an application. */
record SandboxContextCustomizer() implements ContextCustomizer {
  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
    ((BeanDefinitionRegistry) context.getBeanFactory())
        .registerBeanDefinition(
            "telproofSandboxConfiguration", new RootBeanDefinition(SandboxConfiguration.class));
  }
}
