package io.telproof.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.CodeDelivery;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatusCheck;
import io.telproof.TenureCheck;
import io.telproof.client.AuditListener;
import io.telproof.client.AuditRecord;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Interceptor;
import io.telproof.client.Telproof;
import io.telproof.micrometer.TelproofMeters;
import io.telproof.micrometer.TelproofObservations;
import io.telproof.spi.CheckType;
import io.telproof.spi.VerificationProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The beans of an application, and what it adds itself. */
final class TelproofAutoConfigurationTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(TelproofAutoConfiguration.class));

  private ApplicationContextRunner withFake(String... properties) {
    return application
        .withBean("main", VerificationProvider.class, () -> Fake.named("main"))
        .withPropertyValues(properties);
  }

  /** What is printed where the application does not start; nothing where it is another's to say. */
  private static String analysis(FailureAnalyzer analyzer, AssertableApplicationContext context) {
    @Nullable FailureAnalysis analysis =
        analyzer.analyze(Objects.requireNonNull(context.getStartupFailure()));
    return analysis == null ? "" : analysis.getDescription();
  }

  @Test
  void every_check_there_is_has_a_bean() {
    withFake()
        .run(
            context ->
                assertThat(Arrays.stream(CheckType.values()).map(CheckType::type))
                    .allSatisfy(
                        check ->
                            assertThat(
                                    context
                                        .getSourceApplicationContext()
                                        .getBeanNamesForType(check))
                                .as(check.getSimpleName())
                                .hasSize(1)));
  }

  @Test
  void a_check_is_there_where_somebody_is_there_to_ask() {
    withFake()
        .run(
            context -> {
              assertThat(context.getBean(TenureCheck.class).check(NUMBER)).isNotNull();
              assertThat(context.getBean(Telproof.class).routed(CheckType.TENURE)).isTrue();
              assertThat(context.getBeanProvider(CodeDelivery.class).getIfAvailable()).isNull();
              assertThat(context.getBeanProvider(CodeDelivery.class).stream()).isEmpty();
            });
  }

  /** Asks for a check in its constructor, as applications do. */
  record SignUp(CodeDelivery delivery) {}

  @Test
  void a_check_that_nobody_answers_fails_the_start_and_the_route_that_is_missing_is_told() {
    ConfigurableListableBeanFactory[] beans = new ConfigurableListableBeanFactory[1];
    withFake()
        .withBean(SignUp.class)
        .withInitializer(
            (ConfigurableApplicationContext context) -> beans[0] = context.getBeanFactory())
        .run(
            context -> {
              String analysis = analysis(new UnroutedCheckFailureAnalyzer(beans[0]), context);
              assertThat(analysis)
                  .contains("SignUp")
                  .contains(
                      "telproof.routes.code-delivery: no configured provider offers it (no route)");
            });
  }

  @Test
  void a_bean_that_is_missing_and_no_check_of_ours_is_left_to_spring_boot() {
    ConfigurableListableBeanFactory[] beans = new ConfigurableListableBeanFactory[1];
    withFake()
        .withBean(Asking.class)
        .withInitializer(
            (ConfigurableApplicationContext context) -> beans[0] = context.getBeanFactory())
        .run(
            context ->
                assertThat(analysis(new UnroutedCheckFailureAnalyzer(beans[0]), context))
                    .isEmpty());
  }

  /** Asks for something else that is not there. */
  record Asking(StringBuilder none) {}

  @Test
  void problems_of_the_configuration_fail_the_start_and_are_a_line_each() {
    application
        .withPropertyValues(
            "telproof.providers.main.type=tencent", "telproof.providers.main.secret-id=an-id")
        .run(
            context -> {
              assertThat(context).hasFailed();
              assertThat(context.getStartupFailure())
                  .rootCause()
                  .isInstanceOf(ConfigurationException.class);
              String analysis = analysis(new ConfigurationFailureAnalyzer(), context);
              assertThat(analysis.lines())
                  .containsExactly(
                      "Telproof's configuration has a problem:",
                      "",
                      "test: telproof.providers.main.secret-key: is missing");
            });
  }

  @Test
  void problems_of_a_file_come_in_the_order_of_its_lines() {
    application
        .withInitializer(
            context ->
                new Sources()
                    .yaml(
                        "application.yml",
                        """
                        telproof:
                          routes: {tenure: mian}
                          breaker: {open-for: 30}
                          providers:
                            main: {type: tencent, secretKey: a-key}
                          budgets: {tenure: 5000}
                          routes.tenure.primary: main
                        """)
                    .into(context.getEnvironment()))
        .run(
            context ->
                assertThat(
                        analysis(new ConfigurationFailureAnalyzer(), context)
                            .lines()
                            .skip(2)
                            .map(line -> line.replaceFirst("^.*?\\]: (\\d+): .*", "$1")))
                    .hasSizeGreaterThan(4)
                    .isSorted());
  }

  @Test
  void what_is_wrong_before_the_client_reads_is_told_with_the_rest() {
    withFake("telproof.routes.tenure=main", "telproof.routes.tenure.primary=main", "telproof.x=y")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("2 problems")
                    .hasMessageContaining("telproof.routes.tenure: is a text here")
                    .hasMessageContaining("telproof.x: unknown key"));
    withFake("telproof.routes.tenure=main", "telproof.routes.tenure.primary=main")
        .run(context -> assertThat(context).hasFailed());
  }

  @Configuration(proxyBeanMethods = false)
  static class Parts {
    final List<String> heard = new ArrayList<>();
    final List<AuditRecord> records = new ArrayList<>();

    @Bean
    @Order(2)
    Interceptor inner() {
      return noting("inner");
    }

    @Bean
    @Order(1)
    Interceptor outer() {
      return noting("outer");
    }

    @Bean
    AuditListener audit() {
      return records::add;
    }

    @Bean
    Clock clock() {
      return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    }

    private Interceptor noting(String name) {
      return new Interceptor() {
        @Override
        public <Q, V> Answer<V> intercept(
            CheckType check, Q query, CallContext context, Check<Q, V> next) {
          heard.add(name);
          return next.check(query, context);
        }
      };
    }
  }

  @Test
  void the_applications_own_beans_are_taken_in_their_order() {
    withFake()
        .withUserConfiguration(Parts.class)
        .run(
            context -> {
              context.getBean(TenureCheck.class).check(NUMBER);
              Parts parts = context.getBean(Parts.class);
              assertThat(parts.heard).containsExactly("outer", "inner");
              assertThat(parts.records)
                  .singleElement()
                  .extracting(AuditRecord::at)
                  .isEqualTo(Instant.EPOCH);
            });
  }

  @Test
  void of_several_clocks_none_is_ours() {
    withFake()
        .withBean("utc", Clock.class, Clock::systemUTC)
        .withBean("other", Clock.class, Clock::systemDefaultZone)
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void an_applications_own_client_and_its_own_check_go_before() {
    TenureCheck own = Fake.named("own").tenure().orElseThrow();
    withFake()
        .withBean("own", TenureCheck.class, () -> own)
        .run(
            context -> {
              assertThat(context.getBean(TenureCheck.class)).isSameAs(own);
              assertThat(context.getBean(PhoneStatusCheck.class)).isNotNull();
            });
    try (Telproof mine =
        Telproof.builder(ConfigFactory.empty()).provider(Fake.named("mine")).open()) {
      application
          .withBean("mine", Telproof.class, () -> mine)
          .run(
              context -> {
                assertThat(context.getBean(Telproof.class)).isSameAs(mine);
                assertThat(context.getBean(TenureCheck.class)).isNotNull();
              });
    }
  }

  /** Asks once more as it is closed. */
  record Last(TenureCheck tenure, List<Answer<?>> answers) implements DisposableBean {
    @Override
    public void destroy() {
      answers.add(tenure.check(NUMBER));
    }
  }

  @Test
  void the_client_is_closed_with_the_application_after_those_who_ask_it() {
    List<Answer<?>> answers = new ArrayList<>();
    Fake fake = Fake.named("main");
    application
        // Spring would close it as well, and it would not be seen who did.
        .withBean(VerificationProvider.class, () -> fake, bean -> bean.setDestroyMethodName(""))
        .withUserConfiguration(LastConfiguration.class)
        .withBean("answers", AnswerList.class, () -> new AnswerList(answers))
        .run(context -> assertThat(fake.closed).hasValue(0));
    assertThat(answers).hasSize(1);
    assertThat(fake.closed).hasValue(1);
  }

  record AnswerList(List<Answer<?>> answers) {}

  @Configuration(proxyBeanMethods = false)
  static class LastConfiguration {
    @Bean
    Last last(ObjectProvider<AnswerList> list, TenureCheck tenure) {
      return new Last(tenure, list.getObject().answers());
    }
  }

  @Test
  void meters_and_observations_are_there_where_the_application_has_registries() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    withFake()
        .withBean(MeterRegistry.class, () -> meters)
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .run(
            context -> {
              assertThat(context).hasSingleBean(TelproofObservations.class);
              context.getBean(TenureCheck.class).check(NUMBER);
              assertThat(meters.get("telproof.question").timer().count()).isEqualTo(1);
            });
    withFake()
        .run(
            context ->
                assertThat(context)
                    .doesNotHaveBean(TelproofMeters.class)
                    .doesNotHaveBean(TelproofObservations.class));
  }

  @Test
  void registries_without_our_meters_are_none_of_our_business() {
    withFake()
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .withClassLoader(new FilteredClassLoader("io.telproof.micrometer"))
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(Telproof.class)
                    .doesNotHaveBean(TelproofMeters.class)
                    .doesNotHaveBean(TelproofObservations.class));
  }

  @Test
  void an_application_without_the_optional_parts_starts() {
    withFake()
        .withClassLoader(
            new FilteredClassLoader(
                "io.micrometer",
                "io.telproof.micrometer",
                "io.telproof.sandbox",
                "org.springframework.boot.health",
                "org.springframework.test"))
        .run(context -> assertThat(context.getBean(TenureCheck.class)).isNotNull());
  }
}
