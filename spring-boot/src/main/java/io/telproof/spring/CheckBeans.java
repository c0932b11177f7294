package io.telproof.spring;

import io.telproof.spi.CheckType;
import java.beans.Introspector;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/**
 * A bean for each check there is, where the application has none of its own. It is made by {@link
 * RoutedChecks}, and so is there for nobody where nobody is there to ask.
 */
final class CheckBeans implements ImportBeanDefinitionRegistrar {
  /** For Spring. */
  CheckBeans() {}

  @Override
  public void registerBeanDefinitions(AnnotationMetadata importer, BeanDefinitionRegistry beans) {
    for (CheckType check : CheckType.values()) {
      if (!isThere(check.type(), beans)) {
        beans.registerBeanDefinition(
            Introspector.decapitalize(check.type().getSimpleName()), definition(check));
      }
    }
  }

  private static RootBeanDefinition definition(CheckType check) {
    RootBeanDefinition bean = new RootBeanDefinition();
    bean.setTargetType(check.type());
    bean.setFactoryBeanName(TelproofAutoConfiguration.ROUTED_CHECKS);
    bean.setFactoryMethodName("check");
    bean.getConstructorArgumentValues().addIndexedArgumentValue(0, check);
    bean.getConstructorArgumentValues().addIndexedArgumentValue(1, check.type());
    return bean;
  }

  /** Whether the application has one: its beans are known before those of an auto-configuration. */
  private static boolean isThere(Class<?> check, BeanDefinitionRegistry beans) {
    return beans instanceof ListableBeanFactory listable
        && listable.getBeanNamesForType(check, true, false).length > 0;
  }
}
