package io.telproof.client;

import com.typesafe.config.Config;
import io.telproof.client.internal.config.Modules;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerFactory;
import io.telproof.spi.ratelimit.LimitStore;
import io.telproof.spi.ratelimit.LimitStoreFactory;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an application adds to a configuration before it is opened. Every part may be left out. For
 * one thread; {@link #open} can be called once.
 */
public final class TelproofBuilder {
  final Config config;
  final List<Interceptor> interceptors = new ArrayList<>();
  final List<AuditListener> audits = new ArrayList<>();
  final List<ClientListener> listeners = new ArrayList<>();
  Modules<VerificationProviderFactory<?>> modules =
      Modules.found(VerificationProviderFactory.class, VerificationProviderFactory::type);
  Modules<LimitStoreFactory<?>> stores =
      Modules.found(LimitStoreFactory.class, LimitStoreFactory::kept);
  Modules<LedgerFactory<?>> ledgers = Modules.found(LedgerFactory.class, LedgerFactory::kept);
  Optional<Ledger> ledger = Optional.empty();
  final List<VerificationProvider> providers = new ArrayList<>();
  Optional<CredentialsProvider> credentialsProvider = Optional.empty();
  Optional<CredentialsSource> credentials = Optional.empty();
  Time time = Time.system();
  RandomGenerator random = new Random();
  boolean outside;
  boolean examined;
  private @Nullable RateLimiters rateLimiters;
  private boolean opened;

  TelproofBuilder(Config config) {
    this.config = config;
  }

  /**
   * The only source of time, for limits, waits, signatures and breakers; else this machine's.
   *
   * @param source the clock of all that waits and counts
   * @return this builder
   */
  public TelproofBuilder time(Time source) {
    this.time = source;
    return this;
  }

  /**
   * The wall clock, for signatures and receipts; waits and limits stay with the time set before.
   *
   * @param clock the clock for dates; waits stay real
   * @return this builder
   */
  public TelproofBuilder clock(Clock clock) {
    this.time = new TimeWithClock(clock, time);
    return this;
  }

  /**
   * Where the vendors' limits are kept instead of where {@code telproof.limits} says; budgets stay
   * there.
   *
   * @param kept where the limits are kept
   * @return this builder
   */
  public TelproofBuilder rateLimiters(RateLimiters kept) {
    this.rateLimiters = kept;
    return this;
  }

  /**
   * Where questions are written instead of where {@code telproof.ledger.kept} says; the rest of
   * that block holds. The client closes it.
   *
   * @param written where each question is written down before it goes out
   * @return this builder
   */
  public TelproofBuilder ledger(Ledger written) {
    this.ledger = Optional.of(written);
    return this;
  }

  /**
   * Where keys come from instead of the configuration.
   *
   * @param source where credentials that change come from
   * @return this builder
   */
  public TelproofBuilder credentialsProvider(CredentialsProvider source) {
    this.credentialsProvider = Optional.of(source);
    return this;
  }

  /**
   * Adds an interceptor, inside those that were added before.
   *
   * @param interceptor sees each question, inside of those that were added before
   * @return this builder
   */
  public TelproofBuilder interceptor(Interceptor interceptor) {
    interceptors.add(interceptor);
    return this;
  }

  /**
   * Adds a listener that gets one record for each question.
   *
   * @param listener is given a record of each question
   * @return this builder
   */
  public TelproofBuilder audit(AuditListener listener) {
    audits.add(listener);
    return this;
  }

  /**
   * Adds a listener that hears how the client works.
   *
   * @param listener is told what happens
   * @return this builder
   */
  public TelproofBuilder listener(ClientListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * Adds a type of provider to those that ServiceLoader finds; the configuration still chooses.
   *
   * @param factory opens providers whose configuration has its type
   * @return this builder
   */
  public TelproofBuilder factory(VerificationProviderFactory<?> factory) {
    modules.add(factory);
    return this;
  }

  /**
   * Adds a provider that is open already, under its own name; the client closes it.
   *
   * @param provider a provider that the application made itself
   * @return this builder
   */
  public TelproofBuilder provider(VerificationProvider provider) {
    providers.add(provider);
    return this;
  }

  /** For an environment that was made as a whole. */
  TelproofBuilder environment(ProviderEnvironment environment) {
    this.time = environment.time();
    this.rateLimiters = environment.rateLimiters();
    this.credentials = environment.credentials();
    return this;
  }

  /** For the configuration of an application whose class path and code are not this process's. */
  TelproofBuilder fromOutside() {
    this.outside = true;
    return this;
  }

  /** For tests: these types of provider alone. */
  TelproofBuilder only(Iterable<? extends VerificationProviderFactory<?>> types) {
    modules =
        Modules.of(VerificationProviderFactory.class, VerificationProviderFactory::type, types);
    return this;
  }

  /** For tests: this source of chance. */
  TelproofBuilder random(RandomGenerator source) {
    this.random = source;
    return this;
  }

  /** For tests: these kinds of store alone. */
  TelproofBuilder stores(Iterable<? extends LimitStoreFactory<?>> kinds) {
    stores = Modules.of(LimitStoreFactory.class, LimitStoreFactory::kept, kinds);
    return this;
  }

  /** For tests: these keepers of a ledger alone. */
  TelproofBuilder ledgers(Iterable<? extends LedgerFactory<?>> kinds) {
    ledgers = Modules.of(LedgerFactory.class, LedgerFactory::kept, kinds);
    return this;
  }

  /** Whether the application keeps the vendors' limits itself. */
  boolean hasRateLimiters() {
    return rateLimiters != null;
  }

  /** The application's own rate limiters, or else those of the store. */
  RateLimiters rateLimiters(LimitStore store) {
    return rateLimiters == null ? store.rateLimiters() : rateLimiters;
  }

  /**
   * Opens the client. Sends nothing.
   *
   * @return the client, to be closed by whoever opened it
   * @throws ConfigurationException if anything is wrong with the configuration; says all that is
   * @throws IllegalStateException if it was called before
   */
  public Telproof open() {
    if (opened) {
      throw new IllegalStateException("this builder has opened a client already; make another one");
    }
    opened = true;
    return Telproof.open(this);
  }
}
