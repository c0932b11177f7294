package io.telproof.twilio;

import io.telproof.Answer;
import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.Contact;
import io.telproof.Sensitive;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.twilio.TwilioSettings;
import io.telproof.sandbox.twilio.TwilioVendor;
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

/** An account with Twilio on this machine, and the provider that uses it. */
final class Account implements AutoCloseable {
  final TwilioVendor vendor = new TwilioVendor(TwilioSettings.defaults().limits(100_000, 100_000));
  final List<VendorRequest> requests = new CopyOnWriteArrayList<>();
  final List<Header> added = new CopyOnWriteArrayList<>();
  final Sandbox sandbox = Sandbox.start(new Wiretap());
  final VerificationProvider provider;

  Account(Map<String, ?> settings, Optional<CredentialsSource> keys) {
    this(settings, keys, Time.system());
  }

  private Account(Map<String, ?> settings, Optional<CredentialsSource> keys, Time time) {
    provider =
        new TwilioProviderFactory()
            .open(
                "main",
                Settings.at(sandbox.endpoint().toString(), settings),
                new ProviderEnvironment(time, (key, limits) -> RateLimiter.none(), keys));
  }

  static Account open() {
    return open(Map.of());
  }

  static Account open(Map<String, ?> settings) {
    return new Account(settings, Optional.empty());
  }

  static Account at(Time time) {
    return new Account(Map.of(), Optional.empty(), time);
  }

  /** The last request as it arrived. */
  VendorRequest last() {
    return requests.get(requests.size() - 1);
  }

  Answer<CodeDispatch> send(Contact contact) {
    return provider.codeDelivery().orElseThrow().check(contact);
  }

  Answer<CodeVerdict> verify(Contact contact, String code, Optional<String> handle) {
    return provider
        .codeVerification()
        .orElseThrow()
        .check(new CodeClaim(contact, Sensitive.of(code), handle));
  }

  @Override
  public void close() {
    provider.close();
    sandbox.close();
  }

  /** The vendor, whose requests are kept, and whose replies can have more headers. */
  private final class Wiretap implements Vendor {
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
      requests.add(request);
      VendorReply reply = vendor.answer(request, now);
      for (Header header : added) {
        reply = reply.with(header.name(), header.value());
      }
      return reply;
    }
  }

  /** What the vendor heard last. */
  ReceivedRequest heard() {
    List<ReceivedRequest> all = sandbox.heard();
    return all.get(all.size() - 1);
  }
}
