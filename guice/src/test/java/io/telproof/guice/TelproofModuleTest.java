package io.telproof.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.name.Named;
import com.google.inject.name.Names;
import com.typesafe.config.Config;
import io.telproof.Answer;
import io.telproof.CodeClaim;
import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.FailureKind;
import io.telproof.IdentityClaim;
import io.telproof.IdentityMatch;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedClaim;
import io.telproof.PreValidatedNumber;
import io.telproof.Sensitive;
import io.telproof.TenureCheck;
import io.telproof.VerificationException;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Problem;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelproofModuleTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final String TWO = Wiring.provider("main") + Wiring.provider("spare");

  private final Wiring wiring = new Wiring();

  @AfterEach
  void close() {
    wiring.close();
  }

  private static String routes(String provider) {
    return Arrays.stream(CheckType.values())
        .map(check -> "telproof.routes.%s = %s\n".formatted(check.key(), provider))
        .collect(Collectors.joining());
  }

  private static String askedBy(Answer<?> answer) {
    return answer.receipt().provider();
  }

  private record Six(
      PhoneStatusCheck phoneStatus,
      TenureCheck tenure,
      IdentityMatch identityMatch,
      CodeDelivery codeDelivery,
      CodeVerification codeVerification,
      PreValidatedNumber preValidatedNumber) {
    Stream<String> askedBy() {
      Sensitive text = Sensitive.of("x");
      return Stream.of(
              phoneStatus.check(NUMBER),
              tenure.check(NUMBER),
              identityMatch.check(IdentityClaim.of(NUMBER, "x", "x")),
              codeDelivery.check(NUMBER),
              codeVerification.check(new CodeClaim(NUMBER, text, Optional.empty())),
              preValidatedNumber.check(PreValidatedClaim.of(NUMBER, "x")))
          .map(TelproofModuleTest::askedBy);
    }
  }

  private static final class TwoChecks {
    final Six six;

    @Inject
    TwoChecks(
        PhoneStatusCheck phoneStatus,
        TenureCheck tenure,
        IdentityMatch identityMatch,
        CodeDelivery codeDelivery,
        CodeVerification codeVerification,
        PreValidatedNumber preValidatedNumber) {
      this.six =
          new Six(
              phoneStatus,
              tenure,
              identityMatch,
              codeDelivery,
              codeVerification,
              preValidatedNumber);
    }
  }

  private static final class Direct {
    final Six six;

    @Inject
    Direct(
        @Named("main") PhoneStatusCheck phoneStatus,
        @Named("main") TenureCheck tenure,
        @Named("main") IdentityMatch identityMatch,
        @Named("main") CodeDelivery codeDelivery,
        @Named("main") CodeVerification codeVerification,
        @Named("main") PreValidatedNumber preValidatedNumber) {
      this.six =
          new Six(
              phoneStatus,
              tenure,
              identityMatch,
              codeDelivery,
              codeVerification,
              preValidatedNumber);
    }
  }

  @Test
  void each_of_the_six_checks_is_injected_as_the_routes_say() {
    Injector injector = wiring.injector(TWO + routes("spare"));
    assertThat(injector.getInstance(TwoChecks.class).six.askedBy())
        .hasSize(6)
        .containsOnly("spare");
  }

  @Test
  void each_of_the_six_named_after_a_provider_asks_that_provider_whatever_the_routes_say() {
    Injector injector = wiring.injector(TWO + routes("spare"));
    assertThat(injector.getInstance(Direct.class).six.askedBy()).hasSize(6).containsOnly("main");
    TenureCheck spare = injector.getInstance(Key.get(TenureCheck.class, Names.named("spare")));
    assertThat(askedBy(spare.check(NUMBER))).isEqualTo("spare");
  }

  @Test
  void a_check_that_was_injected_says_that_the_client_is_closed() {
    Injector injector = wiring.injector(TWO + routes("spare"));
    PhoneStatusCheck routed = injector.getInstance(PhoneStatusCheck.class);
    TenureCheck direct = injector.getInstance(Key.get(TenureCheck.class, Names.named("main")));
    injector.getInstance(Telproof.class).close();
    for (ThrowingCallable question :
        List.<ThrowingCallable>of(() -> routed.check(NUMBER), () -> direct.check(NUMBER))) {
      VerificationException refused = catchThrowableOfType(VerificationException.class, question);
      assertThat(refused.kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(refused).hasMessageContaining("the client is closed");
    }
    assertThat(wiring.factory.opened).allMatch(provider -> provider.keysUsed.isEmpty());
  }

  @Test
  void the_client_is_one_and_is_open_before_anybody_asks() {
    Injector injector = Guice.createInjector(new TelproofModule(config()), wiring.fakes());
    assertThat(wiring.factory.opened).hasSize(1);
    try (Telproof telproof = injector.getInstance(Telproof.class)) {
      assertThat(injector.getInstance(Telproof.class)).isSameAs(telproof);
      assertThat(wiring.factory.opened).hasSize(1);
    }
  }

  private static Config config() {
    return Wiring.config(Wiring.PHONE_STATUS_ALONE);
  }

  @Test
  void whoever_created_the_injector_closes_the_client_with_its_providers() {
    Injector injector = Guice.createInjector(new TelproofModule(config()), wiring.fakes());
    injector.getInstance(PhoneStatusCheck.class);
    Fake main = wiring.factory.opened.get(0);
    assertThat(main.closed).isZero();
    injector.getInstance(Telproof.class).close();
    assertThat(main.closed).isEqualTo(1);
  }

  private CreationException refused(String text) {
    CreationException refused =
        catchThrowableOfType(CreationException.class, () -> wiring.injector(text));
    assertThat(refused).as("expected problems in: %s", text).isNotNull();
    assertThat(refused.getMessage()).doesNotContain(Wiring.CANARY);
    return refused;
  }

  @Test
  void everything_wrong_with_a_configuration_is_said_when_the_injector_is_created() {
    CreationException refused =
        refused(
            """
            telproof.routes { tenure = nobody, fone-status = main }
            telproof.providers.other { type = fake, offers = tenure }
            """
                + Wiring.PHONE_STATUS_ALONE);
    assertThat(refused).hasCauseInstanceOf(ConfigurationException.class);
    List<Problem> problems =
        Stream.of(refused.getCause())
            .map(ConfigurationException.class::cast)
            .flatMap(cause -> cause.problems().stream())
            .toList();
    assertThat(problems)
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "telproof.routes.tenure",
            "telproof.routes.fone-status",
            "telproof.providers.other.secret-key");
    // Not as an error in a provider, which is what Guice sees.
    assertThat(refused).hasMessageContaining("1) the configuration has 3 problems:");
    assertThat(refused.getMessage()).contains(problems.stream().map(Problem::toString).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "telproof = ${NO_SUCH}",
        "telproof.providers = 7",
        "telproof.providers = ${NO_SUCH}",
        "telproof.providers = ${NO_SUCH} { main { type = fake } }",
        "telproof.providers.main = ${NO_SUCH}",
      })
  void names_that_cannot_be_read_are_left_to_the_client_to_complain_about(String text) {
    assertThat(refused(text).getCause())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("telproof");
  }

  @Test
  void nothing_is_left_open_where_a_configuration_has_problems_or_a_factory_breaks() {
    refused(Wiring.PHONE_STATUS_ALONE + "telproof.routes.tenure = nobody");
    assertThat(refused(Wiring.PHONE_STATUS_ALONE + Wiring.provider("zz", "broken")))
        .hasMessageContaining("broken on purpose");
    assertThat(wiring.factory.opened).hasSize(2).allMatch(provider -> provider.closed == 1);
  }

  @Test
  void two_injectors_with_two_configurations_live_side_by_side() {
    Injector one = wiring.injector(Wiring.provider("one", "tenure"));
    Injector two = wiring.injector(Wiring.provider("two", "tenure"));
    assertThat(askedBy(one.getInstance(TenureCheck.class).check(NUMBER))).isEqualTo("one");
    assertThat(askedBy(two.getInstance(TenureCheck.class).check(NUMBER))).isEqualTo("two");
    one.getInstance(Telproof.class).close();
    assertThat(wiring.factory.opened).extracting(provider -> provider.closed).containsExactly(1, 0);
  }

  @Test
  void one_module_gives_each_injector_a_client_of_its_own() {
    TelproofModule module = new TelproofModule(config());
    Telproof one = Guice.createInjector(module, wiring.fakes()).getInstance(Telproof.class);
    Telproof two = Guice.createInjector(module, wiring.fakes()).getInstance(Telproof.class);
    assertThat(one).isNotSameAs(two);
    one.close();
    assertThat(wiring.factory.opened).extracting(provider -> provider.closed).containsExactly(1, 0);
    two.close();
  }

  @Test
  void an_application_that_allows_nothing_implicit_gets_its_checks_too() {
    Injector injector =
        wiring.injector(
            Wiring.PHONE_STATUS_ALONE,
            binder -> {
              binder.requireExplicitBindings();
              binder.requireAtInjectOnConstructors();
              binder.requireExactBindingAnnotations();
              binder.disableCircularProxies();
            });
    assertThat(askedBy(injector.getInstance(PhoneStatusCheck.class).check(NUMBER)))
        .isEqualTo("main");
  }

  @Test
  void neither_the_module_nor_its_bindings_print_a_secret() {
    assertThat((Module) new TelproofModule(config())).asString().doesNotContain(Wiring.CANARY);
    Injector injector = wiring.injector(Wiring.PHONE_STATUS_ALONE);
    assertThat(injector.getAllBindings().toString())
        .contains("PhoneStatusCheck")
        .doesNotContain(Wiring.CANARY);
  }
}
