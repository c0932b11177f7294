package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.typesafe.config.Config;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.client.AuditListener;
import io.telproof.client.CredentialsProvider;
import io.telproof.client.ExpiringCredentials;
import io.telproof.client.Interceptor;
import io.telproof.client.Telproof;
import io.telproof.guice.TelproofModule;
import io.telproof.micrometer.TelproofMeters;
import io.telproof.micrometer.TelproofObservations;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.ledger.Ledger;
import java.time.Instant;
import java.util.Optional;

/**
 * What the pages show and the shop has no use for: it is compiled, and {@link DocsTest} finds it.
 */
final class Snippets {
  private Snippets() {}

  static Injector guice() {
    Injector injector =
        Guice.createInjector(new TelproofModule(Telproof.loadConfig()), new ShopModule());
    return injector;
  }

  static Answer<Tenure> withoutGuice(Config config, AuditListener auditLog, PhoneNumber number) {
    try (Telproof telproof = Telproof.builder(config).audit(auditLog).open()) {
      return telproof.tenure().check(number);
    }
  }

  static Answer<Tenure> once(Telproof telproof, PhoneNumber number) {
    CallContext order = CallContext.standard().withKey("order-4711/tenure");
    Answer<Tenure> answer = telproof.tenure().check(TenureQuery.of(number), order);
    return answer;
  }

  static Telproof written(Config config, Ledger ledger) {
    return Telproof.builder(config).ledger(ledger).open();
  }

  static Telproof keys(Config config, Credentials credentials, Instant until) {
    CredentialsProvider vault =
        provider -> Optional.of(new ExpiringCredentials(credentials, Optional.of(until)));
    return Telproof.builder(config).credentialsProvider(vault).open();
  }

  static Telproof meters(Config config, MeterRegistry registry) {
    return Telproof.builder(config).listener(new TelproofMeters(registry)).open();
  }

  static Telproof traces(Config config, ObservationRegistry observations) {
    return Telproof.builder(config).interceptor(new TelproofObservations(observations)).open();
  }

  static void sandbox() {
    try (Sandbox sandbox = Sandbox.start(new TencentVendor(), new AlibabaVendor())) {
      // point the provider's endpoint at sandbox.endpoint(), ask, and then:
      assertThat(sandbox.bill().charged("MobileStatus")).isEqualTo(1);
    }
  }

  /** Lets nobody ask who does not say why. */
  static final class Purposeful implements Interceptor {
    @Override
    public <Q, V> Answer<V> intercept(
        CheckType check, Q query, CallContext context, Check<Q, V> next) {
      if (context.purpose().isEmpty()) {
        throw new IllegalArgumentException("say why you ask");
      }
      return next.check(query, context);
    }
  }
}
