package io.telproof.proof;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.client.Checks;
import io.telproof.client.Telproof;
import io.telproof.client.TelproofBuilder;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.meta.MetaVendor;
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
import java.util.function.Consumer;

/** Every check of every provider by itself, in every scenario of the sandbox. */
final class EachVendorAlone {
  private static final String OPERATOR = "camara";
  private static final String TWILIO = "twilio";
  private static final String META = "meta";
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
  private final List<VerificationProvider> opened = new ArrayList<>();

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
      for (String provider : List.of("tencent", "alibaba", OPERATOR, TWILIO, META)) {
        for (Scenario scenario : Scenario.values()) {
          Duration within = WITHOUT_END.contains(scenario) ? Tally.MOMENT : Tally.PATIENCE;
          every(telproof, provider, tally.at(provider, scenario, 4), within);
        }
        // Two wrong codes have another wording each, by the last digit.
        every(telproof, provider, tally.at(provider, Scenario.CODE_WRONG, 9), Tally.PATIENCE);
        every(telproof, provider, Person.abroad(), Tally.PATIENCE);
      }
      for (String provider : telproof.offers().keySet()) {
        for (Scenario scenario : FEW) {
          every(telproof, provider, tally.at(Tally.vendor(provider), scenario, 5), Tally.PATIENCE);
        }
      }
      otherwise(telproof);
      outpace(telproof);
      refuseCodes(telproof, vendors);
      // Now they have seen everybody.
      opened.forEach(this::print);
    }
  }

  private void print(VerificationProvider provider) {
    capture.note(Channel.PRINTED, provider);
    capture.note(Channel.PRINTED, provider.phoneStatus());
    capture.note(Channel.PRINTED, provider.tenure());
    capture.note(Channel.PRINTED, provider.identityMatch());
    capture.note(Channel.PRINTED, provider.codeDelivery());
    capture.note(Channel.PRINTED, provider.codeVerification());
    capture.note(Channel.PRINTED, provider.preValidatedNumber());
    capture.note(Channel.PRINTED, provider.recycledNumber());
    capture.note(Channel.PRINTED, provider.simSwap());
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
            + operators(vendors)
            + twilio(vendors)
            + meta(vendors)
            + """
            telproof {
              retry { attempts = 2 }
              breaker { enabled = false }
              audit { hash-key = "%s" }
            }
            """
                .formatted(Accounts.HASH_KEY));
  }

  private static String operators(Vendors vendors) throws IOException {
    String type = "seen-camara";
    return "telproof.providers.camara "
        + Accounts.camara(type, vendors.plain(), Accounts.OPERATOR)
        + "telproof.providers.camara-of-persons "
        + Accounts.camaraOfPersons(type, vendors.plain())
        + "telproof.providers.camara-quoting "
        + Accounts.camara(type, vendors.quoting(), Accounts.OPERATOR)
        + "telproof.providers.camara-parroting "
        + Accounts.camara(type, vendors.parroting(), Accounts.OPERATOR)
        + "telproof.providers.camara-stranger "
        + Accounts.camara(type, vendors.plain(), Accounts.strangerAtOperator())
        + "telproof.providers.camara-unreachable "
        + Accounts.camara(type, Accounts.nobody(), vendors.plain(), Accounts.OPERATOR)
        + "telproof.providers.camara-without-tokens "
        + Accounts.camara(type, vendors.plain(), Accounts.nobody(), Accounts.OPERATOR)
        + "telproof.providers.camara-of-another-edition "
        + Accounts.camara(type, vendors.plain(), Accounts.OPERATOR)
        + """
        telproof.providers.camara-of-another-edition {
          status = reachability, device-reachability-status-version = v9
          kyc-tenure-version = v9, kyc-match-version = v9
        }
        """;
  }

  private static String twilio(Vendors vendors) throws IOException {
    String type = "seen-twilio";
    return "telproof.providers.twilio "
        + Accounts.twilio(type, vendors.plain(), Accounts.TWILIO)
        + "telproof.providers.twilio-quoting "
        + Accounts.twilio(type, vendors.quoting(), Accounts.TWILIO)
        + "telproof.providers.twilio-parroting "
        + Accounts.twilio(type, vendors.parroting(), Accounts.TWILIO)
        + "telproof.providers.twilio-test "
        + Accounts.twilio(type, vendors.plain(), Accounts.TWILIO_TEST)
        + "telproof.providers.twilio-stranger "
        + Accounts.twilio(type, vendors.plain(), Accounts.strangerAtTwilio())
        + "telproof.providers.twilio-unreachable "
        + Accounts.twilio(type, Accounts.nobody(), Accounts.TWILIO);
  }

  private static String meta(Vendors vendors) throws IOException {
    String type = "seen-meta";
    String secret = MetaVendor.APP_SECRET;
    return "telproof.providers.meta "
        + Accounts.meta(type, vendors.plain(), Accounts.META, secret)
        + "telproof.providers.meta-whole-pool "
        + Accounts.meta(type, vendors.plain(), Accounts.META, secret)
        + "telproof.providers.meta-whole-pool { whole-pool = true }\n"
        + "telproof.providers.meta-quoting "
        + Accounts.meta(type, vendors.quoting(), Accounts.META, secret)
        + "telproof.providers.meta-parroting "
        + Accounts.meta(type, vendors.parroting(), Accounts.META, secret)
        + "telproof.providers.meta-of-another-app "
        + Accounts.meta(type, vendors.plain(), Accounts.META, Accounts.STRANGER.secretKey())
        + "telproof.providers.meta-stranger "
        + Accounts.meta(type, vendors.plain(), Accounts.strangerAtMeta(), secret)
        + "telproof.providers.meta-unreachable "
        + Accounts.meta(type, Accounts.nobody(), Accounts.META, secret);
  }

  /** Twilio and Meta have more than one code for the same, by the last digit. */
  private void otherwise(Telproof telproof) {
    for (String provider : List.of(TWILIO, META)) {
      for (Scenario scenario : Scenario.values()) {
        if (scenario.fault().isEmpty()) {
          every(telproof, provider, tally.at(provider, scenario, 9), Tally.PATIENCE);
        }
      }
      for (int digit : List.of(5, 6, 7)) {
        every(telproof, provider, tally.at(provider, Scenario.THROTTLED, digit), Tally.PATIENCE);
      }
    }
  }

  /** By which a code is known that was sent. */
  private static boolean givesHandles(String provider) {
    return Set.of(OPERATOR, TWILIO).contains(Tally.vendor(provider));
  }

  private void every(Telproof telproof, String provider, Person person, Duration within) {
    telproof.offers().getOrDefault(provider, List.of()).stream()
        .map(Offer::check)
        .distinct()
        .forEach(check -> put(telproof, provider, check, person, within));
  }

  private void put(
      Telproof telproof, String provider, CheckType check, Person person, Duration within) {
    Checks checks = telproof.only(provider);
    capture.note(Channel.PRINTED, checks);
    boolean mailed =
        person.equals(Person.abroad())
            || MAILED.stream()
                .anyMatch(scenario -> person.email().equals(Person.of(scenario, 4).email()));
    switch (check) {
      case PHONE_STATUS ->
          tally.ask(telproof, check, checks.phoneStatus(), person.number(), within);
      case TENURE -> tally.ask(telproof, check, checks.tenure(), person.tenure(), within);
      case IDENTITY_MATCH -> {
        tally.ask(telproof, check, checks.identityMatch(), person.identity(), within);
        tally.ask(telproof, check, checks.identityMatch(), person.nameAlone(), within);
        tally.ask(telproof, check, checks.identityMatch(), person.nameParts(), within);
        tally.ask(telproof, check, checks.identityMatch(), person.born(), within);
      }
      case CODE_DELIVERY -> {
        tally.ask(telproof, check, checks.codeDelivery(), person.number(), within);
        if (mailed) {
          tally.ask(telproof, check, checks.codeDelivery(), person.email(), within);
        }
      }
      case CODE_VERIFICATION -> {
        tally.ask(telproof, check, checks.codeVerification(), person.code(), within);
        if (givesHandles(provider)) {
          Checks sending = telproof.only(Tally.vendor(provider));
          Optional<String> handle = tally.send(telproof, sending, person.number(), within);
          tally.ask(telproof, check, checks.codeVerification(), person.code(handle), within);
        }
        if (mailed) {
          tally.ask(telproof, check, checks.codeVerification(), person.mailedCode(), within);
        }
      }
      case PRE_VALIDATED_NUMBER -> {
        tally.ask(telproof, check, checks.preValidatedNumber(), person.preValidated(), within);
        tally.ask(telproof, check, checks.preValidatedNumber(), person.inThePool(), within);
      }
      case RECYCLED_NUMBER ->
          tally.ask(telproof, check, checks.recycledNumber(), person.recycled(), within);
      case SIM_SWAP -> tally.ask(telproof, check, checks.simSwap(), person.simSwap(), within);
    }
  }

  /** More questions than the vendor takes in a second, by callers who will not wait for one. */
  private void outpace(Telproof telproof) {
    Person person = tally.person(Scenario.PLAIN_GOOD, 6);
    for (int i = 0; i < 12; i++) {
      put(telproof, "alibaba", CheckType.PRE_VALIDATED_NUMBER, person, Duration.ofMillis(900));
    }
  }

  /**
   * What an operator does not do for a number by itself: it refuses the code of one that it has
   * just sent a code to.
   */
  private void refuseCodes(Telproof telproof, Vendors vendors) {
    Person person = tally.customer(Scenario.PLAIN_GOOD, 6);
    Checks checks = telproof.only(OPERATOR);
    Optional<String> handle = tally.send(telproof, checks, person.number(), Tally.PATIENCE);
    vendors.faults().next(2, Fault.HTTP_429);
    verify(telproof, checks, person, handle);
    vendors.clients().revoke(Accounts.OPERATOR.clientId());
    verify(telproof, checks, person, handle);
    vendors.clients().restore(Accounts.OPERATOR.clientId());
  }

  private void verify(Telproof telproof, Checks checks, Person person, Optional<String> handle) {
    tally.ask(
        telproof,
        CheckType.CODE_VERIFICATION,
        checks.codeVerification(),
        person.code(handle),
        Tally.PATIENCE);
  }

  private <S extends Record> VerificationProviderFactory<S> seen(
      VerificationProviderFactory<S> factory) {
    return new TappedFactory<>(factory, this::opened, capture);
  }

  private void opened(VerificationProvider provider) {
    opened.add(provider);
    print(provider);
  }

  /** Prints what a provider's module is given and gives. */
  private record TappedFactory<S extends Record>(
      VerificationProviderFactory<S> factory,
      Consumer<VerificationProvider> opened,
      Capture capture)
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
      opened.accept(provider);
      return provider;
    }
  }
}
