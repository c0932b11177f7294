package io.telproof.meta;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.PreValidatedId;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.time.Time;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A business with Meta on this machine, and the provider that reads its pool. */
final class Account implements AutoCloseable {
  final List<VendorRequest> requests = new CopyOnWriteArrayList<>();
  final Sandbox sandbox;
  final VerificationProvider provider;

  /** What becomes of a reply, by how many came before it. */
  private final Map<Integer, UnaryOperator<VendorReply>> changes;

  private Account(
      MetaVendor vendor,
      Map<String, ?> settings,
      Map<Integer, UnaryOperator<VendorReply>> changes,
      ProviderEnvironment environment) {
    this.changes = changes;
    this.sandbox = Sandbox.start(new Wiretap(vendor));
    this.provider =
        new MetaProviderFactory()
            .open("main", Settings.at(sandbox.endpoint().toString(), settings), environment);
  }

  static ProviderEnvironment environment(
      Time time, RateLimiter limiter, Optional<CredentialsSource> keys) {
    return new ProviderEnvironment(time, (key, limits) -> limiter, keys);
  }

  private static ProviderEnvironment unlimited(Optional<CredentialsSource> keys) {
    return environment(Time.system(), RateLimiter.none(), keys);
  }

  static Account open(MetaVendor vendor, Map<String, ?> settings) {
    return open(vendor, settings, unlimited(Optional.empty()));
  }

  static Account open(MetaVendor vendor, Map<String, ?> settings, ProviderEnvironment environment) {
    return new Account(vendor, settings, Map.of(), environment);
  }

  static Account open(MetaVendor vendor, CredentialsSource keys) {
    return open(vendor, Map.of(), unlimited(Optional.of(keys)));
  }

  /** With one reply that is another, counted from 0. */
  static Account spoilt(
      MetaVendor vendor, Map<String, ?> settings, int at, UnaryOperator<VendorReply> change) {
    return new Account(vendor, settings, Map.of(at, change), unlimited(Optional.empty()));
  }

  Answer<PreValidatedId> ask(PhoneNumber number) {
    return ask(number, CallContext.standard());
  }

  Answer<PreValidatedId> ask(PhoneNumber number, CallContext context) {
    return provider.preValidatedNumber().orElseThrow().check(PreValidatedClaim.of(number), context);
  }

  @Override
  public void close() {
    provider.close();
    sandbox.close();
  }

  /** The vendor, whose requests are kept. */
  private final class Wiretap implements Vendor {
    private final MetaVendor vendor;

    private Wiretap(MetaVendor vendor) {
      this.vendor = vendor;
    }

    @Override
    public String name() {
      return vendor.name();
    }

    @Override
    public boolean speaks(VendorRequest request) {
      return vendor.speaks(request);
    }

    @Override
    public VendorReply answer(VendorRequest request, Instant now) {
      int before = requests.size();
      requests.add(request);
      UnaryOperator<VendorReply> change = changes.getOrDefault(before, UnaryOperator.identity());
      return change.apply(vendor.answer(request, now));
    }
  }
}
