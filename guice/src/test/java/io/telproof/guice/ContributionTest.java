package io.telproof.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.CreationException;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.multibindings.Multibinder;
import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatusCheck;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.TenureCheck;
import io.telproof.client.AuditListener;
import io.telproof.client.AuditRecord;
import io.telproof.client.ClientListener;
import io.telproof.client.CredentialsProvider;
import io.telproof.client.ExpiringCredentials;
import io.telproof.client.Interceptor;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.MemoryLedgers;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContributionTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Wiring wiring = new Wiring();

  @AfterEach
  void close() {
    wiring.close();
  }

  private Receipt asked(Module... application) {
    return wiring
        .injector(Wiring.PHONE_STATUS_ALONE, application)
        .getInstance(PhoneStatusCheck.class)
        .check(NUMBER)
        .receipt();
  }

  @Test
  void a_bound_clock_tells_the_time() {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    assertThat(asked(binder -> binder.bind(Clock.class).toInstance(clock)).at()).isEqualTo(NOON);
  }

  @Test
  void a_bound_time_is_the_only_source_of_time() {
    Time time = new HandTime("2026-01-01T00:00:00Z");
    assertThat(asked(binder -> binder.bind(Time.class).toInstance(time)).at())
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void a_bound_clock_stands_in_front_of_a_bound_time() {
    Time time = new HandTime("2026-01-01T00:00:00Z");
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    Receipt receipt =
        asked(
            binder -> binder.bind(Clock.class).toInstance(clock),
            binder -> binder.bind(Time.class).toInstance(time));
    assertThat(receipt.at()).isEqualTo(NOON);
  }

  /** RateLimiters that remember what they were asked for. */
  static final class RateLimitersOfTheApplication implements RateLimiters {
    final List<String> keys = new ArrayList<>();
    private final RateLimiters kept = RateLimiters.local(Time.system());

    @Override
    public RateLimiter limiter(String key, RateLimits limits) {
      keys.add(key);
      return kept.limiter(key, limits);
    }
  }

  @Test
  void bound_rate_limiters_keep_the_limits() {
    RateLimitersOfTheApplication limiters = new RateLimitersOfTheApplication();
    asked(binder -> binder.bind(RateLimiters.class).toInstance(limiters));
    assertThat(limiters.keys).contains("main/Fake");
  }

  @Test
  void a_bound_ledger_is_where_questions_are_written_and_is_closed_with_the_client() {
    MemoryLedgers place = new MemoryLedgers();
    Ledger ledger = place.open(Time.system());
    PhoneStatusCheck check =
        wiring
            .injector(
                Wiring.PHONE_STATUS_ALONE + "telproof.ledger.hash-key = 0123456789abcdef",
                binder -> binder.bind(Ledger.class).toInstance(ledger))
            .getInstance(PhoneStatusCheck.class);
    CallContext keyed = CallContext.standard().withKey("order-4711");
    check.check(NUMBER, keyed);
    assertThat(check.check(NUMBER, keyed).receipt().origin()).isEqualTo(AnswerOrigin.RECORDED);
    wiring.close();
    assertThat(place.hasEnded(ledger)).isTrue();
  }

  @Test
  void a_bound_key_source_gives_the_keys() {
    CredentialsProvider source =
        provider ->
            Optional.of(
                ExpiringCredentials.of(
                    Credentials.of(Sensitive.of("vault-" + provider), Sensitive.of("secret"))));
    asked(binder -> binder.bind(CredentialsProvider.class).toInstance(source));
    assertThat(wiring.factory.opened.get(0).keysUsed).containsExactly("vault-main");
  }

  @Test
  void the_keys_of_the_configuration_are_used_where_no_key_source_is_bound() {
    asked();
    assertThat(wiring.factory.opened.get(0).keysUsed).containsExactly("configured");
  }

  private static final class CallLog implements Interceptor {
    private final String name;
    private final List<String> notes;

    CallLog(String name, List<String> notes) {
      this.name = name;
      this.notes = notes;
    }

    @Override
    public <Q, V> Answer<V> intercept(
        CheckType check, Q query, CallContext context, Check<Q, V> next) {
      notes.add(name);
      return next.check(query, context);
    }
  }

  @Test
  void bound_interceptors_are_called_in_the_order_of_binding() {
    List<String> notes = new ArrayList<>();
    asked(
        binder -> {
          Multibinder<Interceptor> set = Multibinder.newSetBinder(binder, Interceptor.class);
          set.addBinding().toInstance(new CallLog("z", notes));
          set.addBinding().toInstance(new CallLog("a", notes));
        },
        binder ->
            Multibinder.newSetBinder(binder, Interceptor.class)
                .addBinding()
                .toInstance(new CallLog("m", notes)));
    assertThat(notes).containsExactly("z", "a", "m");
  }

  @Test
  void a_bound_audit_listener_gets_a_record_of_each_question() {
    List<AuditRecord> records = new ArrayList<>();
    asked(
        binder ->
            Multibinder.newSetBinder(binder, AuditListener.class)
                .addBinding()
                .toInstance(records::add));
    assertThat(records).extracting(AuditRecord::provider).containsExactly("main");
  }

  @Test
  void a_bound_listener_hears_of_the_client_that_is_injected() {
    List<Telproof> heard = new ArrayList<>();
    ClientListener listener =
        new ClientListener() {
          @Override
          public void opened(Telproof telproof) {
            heard.add(telproof);
          }
        };
    Injector injector =
        wiring.injector(
            Wiring.PHONE_STATUS_ALONE,
            binder ->
                Multibinder.newSetBinder(binder, ClientListener.class)
                    .addBinding()
                    .toInstance(listener));
    assertThat(heard).containsExactly(injector.getInstance(Telproof.class));
  }

  @Test
  void a_bound_provider_answers_beside_those_of_the_configuration_and_is_closed_with_them() {
    Fake own =
        new Fake(
            "own",
            "tenure",
            Time.system(),
            () -> Credentials.of(Sensitive.of("id"), Sensitive.of("secret")));
    Injector injector =
        wiring.injector(
            Wiring.PHONE_STATUS_ALONE,
            binder ->
                Multibinder.newSetBinder(binder, VerificationProvider.class)
                    .addBinding()
                    .toInstance(own));
    assertThat(injector.getInstance(TenureCheck.class).check(NUMBER).receipt().provider())
        .isEqualTo("own");
    try (Telproof telproof = injector.getInstance(Telproof.class)) {
      assertThat(telproof.only("own").tenure().check(NUMBER).receipt().provider()).isEqualTo("own");
    }
    assertThat(own.closed).isEqualTo(1);
  }

  @Test
  void a_bound_factory_adds_a_type_of_provider() {
    assertThat(asked().provider()).isEqualTo("main");
    assertThat(wiring.factory.opened).extracting(Fake::name).containsExactly("main");
  }

  @Test
  void the_sets_are_there_and_empty_where_nobody_contributes() {
    Injector injector = wiring.injector(Wiring.PHONE_STATUS_ALONE);
    assertThat(injector.getInstance(new Key<Set<Interceptor>>() {})).isEmpty();
    assertThat(injector.getInstance(new Key<Set<VerificationProviderFactory<?>>>() {}))
        .containsExactly(wiring.factory);
  }

  /** An interceptor that asks for a check to be made with. */
  static final class Circular implements Interceptor {
    @Inject
    Circular(PhoneStatusCheck status) {
      throw new IllegalStateException("made with " + status);
    }

    @Override
    public <Q, V> Answer<V> intercept(
        CheckType check, Q query, CallContext context, Check<Q, V> next) {
      return next.check(query, context);
    }
  }

  /** A time that asks for a check to be made with. */
  static final class CircularTime implements Time {
    @Inject
    CircularTime(PhoneStatusCheck status) {
      throw new IllegalStateException("made with " + status);
    }

    @Override
    public Instant now() {
      return NOON;
    }

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public void await(Duration duration) {}
  }

  private void refusedAsACircle(Module application) {
    CreationException refused =
        catchThrowableOfType(
            CreationException.class, () -> wiring.injector(Wiring.PHONE_STATUS_ALONE, application));
    assertThat(refused).hasMessageContaining("circular");
    assertThat(wiring.factory.opened).allMatch(provider -> provider.closed == 1);
  }

  @Test
  void a_contribution_that_asks_for_a_check_is_a_circle_and_not_left_out() {
    refusedAsACircle(
        binder ->
            Multibinder.newSetBinder(binder, Interceptor.class).addBinding().to(Circular.class));
    refusedAsACircle(binder -> binder.bind(Time.class).to(CircularTime.class));
  }

  /** An interceptor that asks a check later. */
  static final class Lazy implements Interceptor {
    private final Provider<TenureCheck> tenure;

    @Inject
    Lazy(Provider<TenureCheck> tenure) {
      this.tenure = tenure;
    }

    @Override
    public <Q, V> Answer<V> intercept(
        CheckType check, Q query, CallContext context, Check<Q, V> next) {
      if (check == CheckType.PHONE_STATUS) {
        assertThat(tenure.get().check(NUMBER).receipt().provider()).isEqualTo("main");
      }
      return next.check(query, context);
    }
  }

  @Test
  void a_contribution_can_ask_for_a_provider_of_a_check() {
    Injector injector =
        wiring.injector(
            Wiring.provider("main"),
            binder ->
                Multibinder.newSetBinder(binder, Interceptor.class).addBinding().to(Lazy.class));
    assertThat(injector.getInstance(PhoneStatusCheck.class).check(NUMBER)).isNotNull();
    assertThat(wiring.factory.opened.get(0).keysUsed).hasSize(2);
  }
}
