package io.telproof.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.MembersInjector;
import com.google.inject.Module;
import com.google.inject.PrivateModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.ProvisionException;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.name.Named;
import com.google.inject.name.Names;
import com.google.inject.util.Modules;
import io.telproof.IdentityMatch;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatusCheck;
import io.telproof.TenureCheck;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The only provider, main, offers phone-status, and no more. */
class MissingCheckTest {
  private static final String SENTENCE = "telproof.routes.tenure: no configured provider offers it";

  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private final Wiring wiring = new Wiring();

  @AfterEach
  void close() {
    wiring.close();
  }

  interface Shop {}

  record TenureShop(TenureCheck tenure) implements Shop {
    @Inject
    TenureShop {}
  }

  record ShopOfAnother(TenureShop asking) implements Shop {
    @Inject
    ShopOfAnother {}
  }

  record LaterShop(Provider<TenureCheck> tenure) implements Shop {
    @Inject
    LaterShop {}
  }

  @Singleton
  record SingletonShop(TenureCheck tenure) implements Shop {
    @Inject
    SingletonShop {}
  }

  static final class FieldShop implements Shop {
    @Inject @Nullable TenureCheck tenure;
  }

  static final class MethodShop implements Shop {
    @Nullable TenureCheck tenure;

    @Inject
    void ask(TenureCheck check) {
      tenure = check;
    }
  }

  record MembersShop(MembersInjector<FieldShop> members) implements Shop {
    @Inject
    MembersShop {}
  }

  static final class StaticShop {
    private StaticShop() {}

    @Inject
    static void ask(TenureCheck check) {
      assertThat(check).isNotNull();
    }
  }

  static final class ProvidingModule extends AbstractModule {
    @Provides
    Shop shop(TenureCheck tenure) {
      return new TenureShop(tenure);
    }
  }

  static final class HiddenModule extends PrivateModule {
    @Override
    protected void configure() {
      bind(TenureShop.class);
      bind(String.class).toInstance("open");
      expose(String.class);
    }
  }

  static final class ExposedModule extends PrivateModule {
    @Override
    protected void configure() {
      bind(TenureShop.class);
      expose(TenureShop.class);
    }
  }

  /** Every way in which what is bound can ask, and who is said to. */
  static Stream<Arguments> ways() {
    return Stream.of(
        way("constructor", binder -> binder.bind(TenureShop.class), "TenureShop"),
        way("interface", binder -> binder.bind(Shop.class).to(TenureShop.class), "TenureShop"),
        way(
            "through a class that is not bound",
            binder -> binder.bind(ShopOfAnother.class),
            "TenureShop"),
        way("provider", binder -> binder.bind(LaterShop.class), "LaterShop"),
        way("singleton", binder -> binder.bind(SingletonShop.class), "SingletonShop"),
        way(
            "eager singleton",
            binder -> binder.bind(SingletonShop.class).asEagerSingleton(),
            "SingletonShop"),
        way("field", binder -> binder.bind(FieldShop.class), "FieldShop"),
        way("method", binder -> binder.bind(MethodShop.class), "MethodShop"),
        way("members injector", binder -> binder.bind(MembersShop.class), "FieldShop"),
        way(
            "instance",
            binder -> binder.bind(Shop.class).toInstance(new MethodShop()),
            "MethodShop"),
        way(
            "requested injection",
            binder -> binder.requestInjection(new MethodShop()),
            "MethodShop"),
        way(
            "static injection",
            binder -> binder.requestStaticInjection(StaticShop.class),
            "StaticShop"),
        way("method of a module", new ProvidingModule(), "ProvidingModule"),
        way(
            "link",
            binder ->
                binder
                    .bind(TenureCheck.class)
                    .annotatedWith(Names.named("ours"))
                    .to(TenureCheck.class),
            "TenureCheck"),
        way(
            "provider that a module takes",
            binder -> assertThat(binder.getProvider(TenureCheck.class)).isNotNull(),
            "MissingCheckTest"),
        way(
            "members injector that a module takes",
            binder -> assertThat(binder.getMembersInjector(FieldShop.class)).isNotNull(),
            "FieldShop"),
        way("private module", new HiddenModule(), "TenureShop"),
        way("exposed by a private module", new ExposedModule(), "TenureShop"));
  }

  private static Arguments way(String name, Module application, String asker) {
    return Arguments.of(name, application, asker);
  }

  private CreationException refused(Stage stage, String text, Module... application) {
    CreationException refused =
        catchThrowableOfType(
            CreationException.class, () -> wiring.injector(stage, text, application));
    assertThat(refused).as("expected to be refused at stage %s", stage).isNotNull();
    return refused;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void a_bound_class_that_asks_for_a_check_without_a_route_is_refused_with_what_to_add(
      String way, Module application, String asker) {
    for (Stage stage : new Stage[] {Stage.DEVELOPMENT, Stage.PRODUCTION}) {
      CreationException refused = refused(stage, Wiring.PHONE_STATUS_ALONE, application);
      assertThat(refused).hasMessageContaining(SENTENCE);
      assertThat(refused.getMessage()).containsPattern("asked for by .*" + asker);
    }
    assertThat(wiring.factory.opened).hasSize(2).allMatch(provider -> provider.closed == 1);
  }

  record IdentityShop(IdentityMatch identity, TenureCheck tenure) {
    @Inject
    IdentityShop {}
  }

  @Test
  void every_missing_check_is_said_at_once_and_once_with_everybody_who_asks() {
    CreationException refused =
        refused(
            Stage.DEVELOPMENT,
            Wiring.PHONE_STATUS_ALONE,
            binder -> {
              binder.bind(LaterShop.class);
              binder.bind(IdentityShop.class);
            });
    assertThat(refused.getErrorMessages()).hasSize(1);
    assertThat(refused.getMessage())
        .containsPattern(
            "telproof.routes.identity-match: no configured [^\\n]*\\n"
                + " *asked for by \\S*IdentityShop\\n"
                + " *telproof.routes.tenure: no configured [^\\n]*\\n"
                + " *asked for by \\S*IdentityShop, \\S*LaterShop\\n");
    assertThat(refused)
        .cause()
        .isInstanceOf(ConfigurationException.class)
        .satisfies(cause -> assertThat(cause.getSuppressed()).hasSize(1));
  }

  record MainShop(@Named("main") TenureCheck tenure) {
    @Inject
    MainShop {}
  }

  @Test
  void a_check_that_the_named_provider_does_not_offer_is_refused_whoever_else_offers_it() {
    CreationException refused =
        refused(
            Stage.DEVELOPMENT,
            Wiring.PHONE_STATUS_ALONE + Wiring.provider("spare"),
            binder -> binder.bind(MainShop.class));
    assertThat(refused)
        .hasMessageContaining("main does not offer tenure")
        .hasMessageContaining("MainShop");
  }

  record ShopWithBoth(PhoneStatusCheck status, @Named("main") PhoneStatusCheck main) {
    @Inject
    ShopWithBoth {}
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"DEVELOPMENT", "PRODUCTION"})
  void an_application_that_asks_for_no_missing_check_starts(Stage stage) {
    Injector injector =
        wiring.injector(
            stage,
            Wiring.PHONE_STATUS_ALONE,
            binder -> binder.bind(ShopWithBoth.class).in(Singleton.class));
    assertThat(injector.getInstance(ShopWithBoth.class).status()).isNotNull();
    assertThat(wiring.factory.opened).hasSize(1).allMatch(provider -> provider.closed == 0);
  }

  @Test
  void a_class_that_no_binding_leads_to_fails_with_the_same_sentence_when_it_is_asked_for() {
    Injector injector = wiring.injector(Wiring.PHONE_STATUS_ALONE);
    assertThatExceptionOfType(ProvisionException.class)
        .isThrownBy(() -> injector.getInstance(ShopOfAnother.class))
        .withMessageContaining("1) the configuration has a problem:\n  " + SENTENCE)
        .withCauseInstanceOf(ConfigurationException.class);
    assertThatExceptionOfType(ProvisionException.class)
        .isThrownBy(() -> injector.getInstance(LaterShop.class).tenure().get())
        .withMessageContaining(SENTENCE);
    assertThatExceptionOfType(ProvisionException.class)
        .isThrownBy(() -> injector.getInstance(Key.get(TenureCheck.class, Names.named("main"))))
        .withMessageContaining("main does not offer tenure");
    assertThatExceptionOfType(ProvisionException.class)
        .isThrownBy(
            () ->
                injector
                    .createChildInjector(binder -> binder.bind(Shop.class).to(TenureShop.class))
                    .getInstance(Shop.class))
        .withMessageContaining(SENTENCE);
    assertThat(wiring.factory.opened).allMatch(provider -> provider.closed == 0);
  }

  @Test
  void what_a_test_puts_in_the_place_of_a_missing_check_is_asked_instead() {
    TenureCheck fake =
        (query, context) -> {
          throw new IllegalStateException("not asked");
        };
    Module application =
        Modules.override(
                new TelproofModule(Wiring.config(Wiring.PHONE_STATUS_ALONE)), wiring.fakes())
            .with(binder -> binder.bind(TenureCheck.class).toInstance(fake));
    Injector injector = Guice.createInjector(application, binder -> binder.bind(TenureShop.class));
    try (Telproof telproof = injector.getInstance(Telproof.class)) {
      assertThat(injector.getInstance(TenureShop.class).tenure()).isSameAs(fake);
      assertThat(telproof).isNotNull();
    }
  }

  /** A client that a private module keeps, and a check that it lends. */
  private Module lending(String text, Key<TenureCheck> lent) {
    return new PrivateModule() {
      @Override
      protected void configure() {
        install(new TelproofModule(Wiring.config(text)));
        install(wiring.fakes());
        if (lent.getAnnotation() != null) {
          bind(lent).to(TenureCheck.class);
        }
        expose(lent);
      }
    };
  }

  private CreationException refused(Module... modules) {
    CreationException refused =
        catchThrowableOfType(CreationException.class, () -> Guice.createInjector(modules));
    assertThat(refused).as("expected to be refused").isNotNull();
    return refused;
  }

  @Test
  void a_missing_check_that_a_private_module_exposes_is_refused() {
    assertThat(
            refused(
                lending(Wiring.PHONE_STATUS_ALONE, Key.get(TenureCheck.class)),
                binder -> binder.bind(TenureShop.class)))
        .hasMessageContaining(SENTENCE)
        .hasMessageContaining("TenureShop");
    assertThat(wiring.factory.opened).singleElement().matches(provider -> provider.closed == 1);
  }

  @Test
  void each_of_two_clients_in_private_modules_answers_for_its_own_checks() {
    Key<TenureCheck> one = Key.get(TenureCheck.class, Names.named("one"));
    Key<TenureCheck> two = Key.get(TenureCheck.class, Names.named("two"));
    Module answered = lending(Wiring.provider("answered", "tenure"), one);
    assertThat(refused(answered, lending(Wiring.PHONE_STATUS_ALONE, two)).getErrorMessages())
        .hasSize(1);
    Injector injector =
        Guice.createInjector(answered, lending(Wiring.provider("too", "tenure"), two));
    assertThat(
            Stream.of(one, two)
                .map(key -> injector.getInstance(key).check(NUMBER).receipt().provider()))
        .containsExactly("answered", "too");
  }
}
