package io.telproof.proof;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.client.Checks;
import io.telproof.client.Telproof;
import io.telproof.client.TelproofBuilder;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.tencent.SandboxKeys;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.time.HandTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Every check of every provider by itself, in every scenario of the sandbox. */
final class EachVendorAlone {
  private static final Set<Scenario> WITHOUT_END = EnumSet.of(Scenario.STALL, Scenario.DRIP);
  private static final List<Scenario> FEW =
      List.of(
          Scenario.PLAIN_GOOD,
          Scenario.WRONG_NUMBER,
          Scenario.UNLISTED_VERDICT,
          Scenario.UNREADABLE_REST,
          Scenario.UNLISTED_ERROR,
          Scenario.HALF_REPLY);
  private static final Set<Scenario> MAILED =
      EnumSet.of(
          Scenario.PLAIN_GOOD,
          Scenario.WRONG_NUMBER,
          Scenario.UNKNOWN_ERROR,
          Scenario.HTML_200,
          Scenario.ALREADY_VERIFIED);

  private final Capture capture;
  private final Tally tally;
  private final HandTime time;

  EachVendorAlone(Capture capture, Tally tally, HandTime time) {
    this.capture = capture;
    this.tally = tally;
    this.time = time;
  }

  void run(Vendors vendors) throws IOException {
    Config config = config(vendors);
    TelproofBuilder builder = capture.watch(Telproof.builder(config)).time(time);
    List<VerificationProviderFactory<?>> factories = new ArrayList<>();
    ServiceLoader.load(VerificationProviderFactory.class).forEach(factories::add);
    factories.forEach(factory -> builder.factory(seen(factory)));
    try (Telproof telproof = builder.open()) {
      tally.hold(telproof);
      for (String provider : List.of("tencent", "alibaba")) {
        for (Scenario scenario : Scenario.values()) {
          Duration within = WITHOUT_END.contains(scenario) ? Tally.MOMENT : Tally.PATIENCE;
          every(telproof, provider, tally.person(scenario, 4), within);
        }
        // Two wrong codes have another wording each, by the last digit.
        every(telproof, provider, tally.person(Scenario.CODE_WRONG, 9), Tally.PATIENCE);
        every(telproof, provider, Person.abroad(), Tally.PATIENCE);
      }
      for (String provider : telproof.offers().keySet()) {
        for (Scenario scenario : FEW) {
          every(telproof, provider, tally.person(scenario, 5), Tally.PATIENCE);
        }
      }
      outpace(telproof);
    }
  }

  private static Config config(Vendors vendors) throws IOException {
    String tencent = "seen-tencent";
    String alibaba = "seen-alibaba";
    return ConfigFactory.parseString(
        "telproof.providers.tencent "
            + Accounts.tencent(tencent, vendors.plain(), Accounts.TENCENT, "")
            + "telproof.providers.tencent-mainland "
            + Accounts.tencent(
                tencent,
                vendors.mainland(),
                Accounts.TENCENT,
                """
                site = mainland, verify-mode = detailed, encryption = aes-256-cbc
                rsa-public-key = "%s"
                """
                    .formatted(SandboxKeys.RSA_PUBLIC_KEY))
            + "telproof.providers.tencent-quoting "
            + Accounts.tencent(tencent, vendors.quoting(), Accounts.TENCENT, "")
            + "telproof.providers.tencent-parroting "
            + Accounts.tencent(tencent, vendors.parroting(), Accounts.TENCENT, "")
            + "telproof.providers.tencent-stranger "
            + Accounts.tencent(tencent, vendors.plain(), Accounts.STRANGER, "")
            + "telproof.providers.tencent-unsignable "
            + Accounts.tencent(tencent, vendors.plain(), Accounts.UNSIGNABLE, "")
            + "telproof.providers.tencent-unreachable "
            + Accounts.tencent(tencent, Accounts.nobody(), Accounts.TENCENT, "")
            + "telproof.providers.alibaba "
            + Accounts.alibaba(alibaba, vendors.plain(), Accounts.ALIBABA)
            + "telproof.providers.alibaba-quoting "
            + Accounts.alibaba(alibaba, vendors.quoting(), Accounts.ALIBABA)
            + "telproof.providers.alibaba-parroting "
            + Accounts.alibaba(alibaba, vendors.parroting(), Accounts.ALIBABA)
            + "telproof.providers.alibaba-stranger "
            + Accounts.alibaba(alibaba, vendors.plain(), Accounts.strangerAtAlibaba())
            + "telproof.providers.alibaba-unreachable "
            + Accounts.alibaba(alibaba, Accounts.nobody(), Accounts.ALIBABA)
            + """
            telproof {
              retry { attempts = 2 }
              breaker { enabled = false }
              audit { hash-key = "%s" }
            }
            """
                .formatted(Accounts.HASH_KEY));
  }

  private void every(Telproof telproof, String provider, Person person, Duration within) {
    for (Offer offer : telproof.offers().getOrDefault(provider, List.of())) {
      put(telproof, provider, offer.check(), person, within);
    }
  }

  private void put(
      Telproof telproof, String provider, CheckType check, Person person, Duration within) {
    Checks checks = telproof.only(provider);
    capture.note(Channel.PRINTED, checks);
    boolean mailed =
        person.equals(Person.abroad())
            || MAILED.stream().anyMatch(scenario -> person.equals(Person.of(scenario, 4)));
    switch (check) {
      case PHONE_STATUS ->
          tally.ask(telproof, check, checks.phoneStatus(), person.number(), within);
      case TENURE -> tally.ask(telproof, check, checks.tenure(), person.tenure(), within);
      case IDENTITY_MATCH ->
          tally.ask(telproof, check, checks.identityMatch(), person.identity(), within);
      case CODE_DELIVERY -> {
        tally.ask(telproof, check, checks.codeDelivery(), person.number(), within);
        if (mailed) {
          tally.ask(telproof, check, checks.codeDelivery(), person.email(), within);
        }
      }
      case CODE_VERIFICATION -> {
        tally.ask(telproof, check, checks.codeVerification(), person.code(), within);
        if (mailed) {
          tally.ask(telproof, check, checks.codeVerification(), person.mailedCode(), within);
        }
      }
      case PRE_VALIDATED_NUMBER ->
          tally.ask(telproof, check, checks.preValidatedNumber(), person.preValidated(), within);
    }
  }

  /** More questions than the vendor takes in a second, by callers who will not wait for one. */
  private void outpace(Telproof telproof) {
    Person person = tally.person(Scenario.PLAIN_GOOD, 6);
    for (int i = 0; i < 12; i++) {
      put(telproof, "alibaba", CheckType.PRE_VALIDATED_NUMBER, person, Duration.ofMillis(900));
    }
  }

  private <S extends Record> VerificationProviderFactory<S> seen(
      VerificationProviderFactory<S> factory) {
    return new TappedFactory<>(factory, capture);
  }

  /** Prints what a provider's module is given and gives. */
  private record TappedFactory<S extends Record>(
      VerificationProviderFactory<S> factory, Capture capture)
      implements VerificationProviderFactory<S> {
    @Override
    public String type() {
      return "seen-" + factory.type();
    }

    @Override
    public Class<S> settings() {
      return factory.settings();
    }

    @Override
    public Optional<Credentials> credentials(S settings) {
      Optional<Credentials> keys = factory.credentials(settings);
      capture.note(Channel.PRINTED, keys);
      return keys;
    }

    @Override
    public VerificationProvider open(String name, S settings, ProviderEnvironment environment) {
      VerificationProvider provider = factory.open(name, settings, environment);
      capture.note(Channel.PRINTED, factory);
      capture.note(Channel.PRINTED, settings);
      capture.note(Channel.PRINTED, environment);
      capture.note(Channel.PRINTED, credentials(settings));
      capture.note(Channel.PRINTED, provider);
      capture.note(Channel.PRINTED, provider.phoneStatus());
      capture.note(Channel.PRINTED, provider.tenure());
      capture.note(Channel.PRINTED, provider.identityMatch());
      capture.note(Channel.PRINTED, provider.codeDelivery());
      capture.note(Channel.PRINTED, provider.codeVerification());
      capture.note(Channel.PRINTED, provider.preValidatedNumber());
      return provider;
    }
  }
}
