package io.telproof.spring;

import com.typesafe.config.Config;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Problem;
import io.telproof.client.Telproof;
import io.telproof.client.TelproofBuilder;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The client of an application of Spring Boot 3.5 or 4, and a bean for each check.
 *
 * <p>{@code telproof} in the application's own configuration is read as strictly as HOCON: what is
 * wrong with it fails the start, all at once, each with the file and the line. Bound are:
 *
 * <ul>
 *   <li>{@link Telproof}, opened as the application starts, and closed at its end after everybody
 *       who asks it. An application's own bean of this type goes before;
 *   <li>each check by its interface, where somebody is there to answer it. An application's or a
 *       test's own bean of a check goes before.
 * </ul>
 *
 * <p>The application's beans of {@link io.telproof.client.Interceptor}, {@link
 * io.telproof.client.AuditListener}, {@link io.telproof.client.ClientListener}, {@link
 * io.telproof.spi.VerificationProvider} and {@link io.telproof.spi.VerificationProviderFactory} are
 * added in their order; those of {@link io.telproof.client.CredentialsProvider}, {@link
 * io.telproof.spi.ratelimit.RateLimiters}, {@link io.telproof.spi.ledger.Ledger}, {@link
 * io.telproof.spi.time.Time} and {@link java.time.Clock} are used where there is one. One that asks
 * a check itself takes an {@link ObjectProvider} of it, because the client is not open before its
 * parts are there.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
      // Where they are in Spring Boot 3.
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration"
    })
@Import({
  CheckBeans.class,
  MetersConfiguration.class,
  ObservationsConfiguration.class,
  HealthConfiguration.class
})
public final class TelproofAutoConfiguration {
  /** The bean that {@link CheckBeans} are made by. */
  static final String ROUTED_CHECKS = "telproofRoutedChecks";

  /** For Spring. */
  TelproofAutoConfiguration() {}

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  Telproof telproof(
      ConfigurableEnvironment environment,
      ConfigurableListableBeanFactory beans,
      ObjectProvider<ConfigOverlay> overlay) {
    EnvironmentConfig.Reading reading = EnvironmentConfig.of(environment);
    Config config = reading.config();
    for (ConfigOverlay each : overlay) {
      config = each.over(config);
    }
    TelproofBuilder builder = Telproof.builder(config);
    new ApplicationParts(beans).addTo(builder);
    return open(builder, reading.problems());
  }

  private static Telproof open(TelproofBuilder builder, List<Problem> before) {
    List<Problem> problems = new ArrayList<>(before);
    try {
      Telproof telproof = builder.open();
      if (problems.isEmpty()) {
        return telproof;
      }
      telproof.close();
    } catch (ConfigurationException e) {
      problems.addAll(e.problems());
    }
    throw new ConfigurationException(ProblemOrder.of(problems));
  }

  @Bean(ROUTED_CHECKS)
  RoutedChecks routedChecks(Telproof telproof, ConfigurableListableBeanFactory beans) {
    return new RoutedChecks(telproof, beans);
  }
}
