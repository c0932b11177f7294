package io.telproof.spring;

import io.telproof.client.AuditListener;
import io.telproof.client.ClientListener;
import io.telproof.client.CredentialsProvider;
import io.telproof.client.Interceptor;
import io.telproof.client.TelproofBuilder;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import java.time.Clock;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;

/** What the application's own beans add to a client, in their order. */
final class ApplicationParts {
  private final ListableBeanFactory beans;

  ApplicationParts(ListableBeanFactory beans) {
    this.beans = beans;
  }

  void addTo(TelproofBuilder builder) {
    beans.getBeanProvider(Time.class).ifAvailable(builder::time);
    // After the time: the clock stands in front of the one that was set before. Applications have
    // clocks for much else: of several, none is ours.
    beans.getBeanProvider(Clock.class).ifUnique(builder::clock);
    beans.getBeanProvider(RateLimiters.class).ifAvailable(builder::rateLimiters);
    beans.getBeanProvider(Ledger.class).ifAvailable(builder::ledger);
    beans.getBeanProvider(CredentialsProvider.class).ifAvailable(builder::credentialsProvider);
    beans.getBeanProvider(Interceptor.class).orderedStream().forEach(builder::interceptor);
    beans.getBeanProvider(AuditListener.class).orderedStream().forEach(builder::audit);
    beans.getBeanProvider(ClientListener.class).orderedStream().forEach(builder::listener);
    beans
        .<VerificationProviderFactory<?>>getBeanProvider(
            ResolvableType.forClass(VerificationProviderFactory.class))
        .orderedStream()
        .forEach(builder::factory);
    beans.getBeanProvider(VerificationProvider.class).orderedStream().forEach(builder::provider);
  }
}
