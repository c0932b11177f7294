package io.telproof.guice;

import com.google.inject.Inject;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the application's ordinary bindings add to a client. */
final class OptionalBindings {
  @Inject(optional = true)
  private @Nullable Time time;

  @Inject(optional = true)
  private @Nullable Clock clock;

  @Inject(optional = true)
  private @Nullable RateLimiters limiters;

  @Inject(optional = true)
  private @Nullable Ledger ledger;

  @Inject(optional = true)
  private @Nullable CredentialsProvider keys;

  private final Set<Interceptor> interceptors;
  private final Set<AuditListener> audits;
  private final Set<ClientListener> listeners;
  private final Set<VerificationProviderFactory<?>> factories;
  private final Set<VerificationProvider> providers;

  @Inject
  OptionalBindings(
      Set<Interceptor> interceptors,
      Set<AuditListener> audits,
      Set<ClientListener> listeners,
      Set<VerificationProviderFactory<?>> factories,
      Set<VerificationProvider> providers) {
    this.interceptors = interceptors;
    this.audits = audits;
    this.listeners = listeners;
    this.factories = factories;
    this.providers = providers;
  }

  void addTo(TelproofBuilder builder) {
    if (time != null) {
      builder.time(time);
    }
    // After the time: the clock stands in front of the one that was set before.
    if (clock != null) {
      builder.clock(clock);
    }
    if (limiters != null) {
      builder.rateLimiters(limiters);
    }
    if (ledger != null) {
      builder.ledger(ledger);
    }
    if (keys != null) {
      builder.credentialsProvider(keys);
    }
    interceptors.forEach(builder::interceptor);
    audits.forEach(builder::audit);
    listeners.forEach(builder::listener);
    factories.forEach(builder::factory);
    providers.forEach(builder::provider);
  }
}
