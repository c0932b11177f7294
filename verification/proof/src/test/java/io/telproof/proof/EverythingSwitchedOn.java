package io.telproof.proof;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.Multibinder;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.Check;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.TenureCheck;
import io.telproof.client.AuditListener;
import io.telproof.client.Checks;
import io.telproof.client.ClientListener;
import io.telproof.client.CredentialsProvider;
import io.telproof.client.Interceptor;
import io.telproof.client.Telproof;
import io.telproof.guice.TelproofModule;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One client of a Guice application with routes, and with all that can be switched on. */
final class EverythingSwitchedOn {
  private static final Duration A_WHILE = Duration.ofSeconds(31);

  private final Capture capture;
  private final Tally tally;
  private final HandTime time;
  private final Vendors vendors;
  private final Path id;
  private final Path key;
  private final Path token;
  private final Path secret;
  private final Path keySecret;
  private final Path accessToken;

  EverythingSwitchedOn(
      Capture capture, Tally tally, HandTime time, Vendors vendors, Path directory) {
    this.capture = capture;
    this.tally = tally;
    this.time = time;
    this.vendors = vendors;
    this.id = directory.resolve("id");
    this.key = directory.resolve("key");
    this.token = directory.resolve("token");
    this.secret = directory.resolve("secret");
    this.keySecret = directory.resolve("key-secret");
    this.accessToken = directory.resolve("access-token");
  }

  void run() throws IOException, InterruptedException {
    // No vendor knows the keys that the client opens with.
    Files.writeString(id, Accounts.STRANGER.secretId());
    Files.writeString(key, Accounts.STRANGER.secretKey());
    Files.writeString(token, Accounts.STRANGER.token().orElseThrow());
    Files.writeString(secret, Accounts.STRANGER.secretKey());
    Files.writeString(keySecret, Accounts.STRANGER.secretKey());
    Files.writeString(accessToken, Accounts.STRANGER.secretKey());
    Config config = config();
    capture.note(Channel.CONFIGURATION, Telproof.examine(config));
    TelproofModule module = new TelproofModule(config);
    Injector injector = Guice.createInjector(module, new Application(new Vault(time)));
    capture.note(Channel.PRINTED, module);
    capture.note(Channel.PRINTED, injector);
    injector.getAllBindings().values().forEach(each -> capture.note(Channel.PRINTED, each));
    try (Telproof telproof = injector.getInstance(Telproof.class)) {
      Route routed =
          new Route(
              telproof,
              injector.getInstance(PhoneStatusCheck.class),
              injector.getInstance(TenureCheck.class),
              injector.getInstance(IdentityMatch.class),
              injector.getInstance(PreValidatedNumber.class));
      routed.all(0);
      routed.abroad(0);
      routed.american(0);
      Files.writeString(id, Accounts.TENCENT.secretId());
      Files.writeString(key, Accounts.TENCENT.secretKey());
      Files.writeString(token, Accounts.TENCENT.token().orElseThrow());
      Files.writeString(secret, Accounts.OPERATOR.clientSecret());
      Files.writeString(keySecret, Accounts.TWILIO.secret());
      Files.writeString(accessToken, Accounts.META.token());
      time.await(A_WHILE);
      routed.all(1);
      routed.all(1);
      routed.abroad(1);
      routed.abroad(1);
      routed.american(2);
      routed.american(2);
      routed.askedByTwo();
      routed.elsewhere();
      routed.refusedForTheDay();
      routed.compared();
      routed.askedUnderKeys();
      routed.brokenAndWellAgain();
      Files.writeString(key, "");
      time.await(A_WHILE);
      routed.all(2);
      time.await(Vault.LEASE);
      routed.all(3);
      tally.hold(telproof);
    }
  }

  private Config config() {
    return ConfigFactory.parseString(
        """
        telproof {
          providers {
            tencent {
              type = tencent, endpoint = "%1$s"
              secret-id { file = "%2$s" }, secret-key { file = "%3$s" }, token { file = "%4$s" }
            }
            alibaba {
              type = alibaba, endpoint = "%1$s", sign-name = shop, template-code = SMS_1
            }
            operator {
              type = camara, api-root = "%1$s", token-endpoint = "%1$s/oauth2/token"
              client-auth = client-secret-post, client-id = "%9$s"
              client-secret { file = "%10$s" }, message = "{{code}} is your code"
            }
            lookups {
              type = twilio, endpoint = "%1$s", key-sid = "%11$s", key-secret { file = "%12$s" }
              service-sid = %13$s, email = true
            }
            pool {
              type = meta, endpoint = "%1$s", business-id = "%14$s"
              access-token { file = "%15$s" }, app-secret = "%16$s"
            }
          }
          routes {
            phone-status = [tencent, alibaba, operator]
            tenure { primary = [tencent, operator], shadow = alibaba, sample = 100%%, budget = 100/day }
            identity-match = [alibaba, operator]
            code-delivery = [tencent, operator]
            code-verification = [tencent, operator]
            pre-validated-number = [alibaba, pool]
            recycled-number = lookups
            sim-swap = lookups
          }
          retry { attempts = 2 }
          breaker { window = 4, least-calls = 2, open-for = 30s, trial-calls = 1 }
          budgets { pre-validated-number = 6/day }
          cache { phone-status = 10m, tenure = 10m, identity-match = 10m }
          coalesce = [phone-status, tenure, identity-match]
          audit { hash-key = "%5$s" }
          limits { hash-key = "%6$s" }
          ledger { hash-key = "%7$s", answers { keep = 30d, key = "%8$s" } }
        }
        """
            .formatted(
                vendors.plain(),
                id,
                key,
                token,
                Accounts.HASH_KEY,
                Accounts.LIMITS_KEY,
                Accounts.LEDGER_KEY,
                Accounts.ANSWERS_KEY,
                Accounts.OPERATOR.clientId(),
                secret,
                Accounts.TWILIO.sid(),
                keySecret,
                TwilioVendor.SERVICE_SID,
                MetaVendor.BUSINESS_ID,
                accessToken,
                MetaVendor.APP_SECRET));
  }

  /** The client with its routes. */
  private final class Route {
    private final Telproof telproof;
    private final PhoneStatusCheck status;
    private final TenureCheck tenure;
    private final IdentityMatch identity;
    private final PreValidatedNumber preValidated;

    private Route(
        Telproof telproof,
        PhoneStatusCheck status,
        TenureCheck tenure,
        IdentityMatch identity,
        PreValidatedNumber preValidated) {
      this.telproof = telproof;
      this.status = status;
      this.tenure = tenure;
      this.identity = identity;
      this.preValidated = preValidated;
    }

    /** Each check, about somebody of whom there is nothing special to say. */
    void all(int digit) {
      Person person = tally.person(Scenario.PLAIN_GOOD, digit);
      status(person);
      tenure(person);
      identity(person);
      ask(CheckType.CODE_DELIVERY, telproof.codeDelivery(), person.email());
      ask(CheckType.CODE_VERIFICATION, telproof.codeVerification(), person.mailedCode());
      ask(CheckType.PRE_VALIDATED_NUMBER, preValidated, person.preValidated());
      tally.hold(telproof);
    }

    /** Each check that an operator has, about one whom it alone serves. */
    void abroad(int digit) {
      Person person = tally.customer(Scenario.PLAIN_GOOD, digit);
      status(person);
      tenure(person);
      identity(person);
      Optional<String> handle = tally.send(telproof, telproof, person.number(), Tally.PATIENCE);
      ask(CheckType.CODE_VERIFICATION, telproof.codeVerification(), person.code(handle));
      tally.hold(telproof);
    }

    /**
     * Each check that Twilio and Meta have, about one of whom the others know nothing. Where the
     * digit is even, Twilio tells the day of a SIM swap.
     */
    void american(int digit) {
      Person person = tally.american(Scenario.PLAIN_GOOD, digit);
      Checks lookups = telproof.only("lookups");
      ask(CheckType.PHONE_STATUS, lookups.phoneStatus(), person.number());
      ask(CheckType.IDENTITY_MATCH, lookups.identityMatch(), person.identity());
      ask(CheckType.RECYCLED_NUMBER, telproof.recycledNumber(), person.recycled());
      ask(CheckType.SIM_SWAP, telproof.simSwap(), person.simSwap());
      Optional<String> handle = tally.send(telproof, lookups, person.number(), Tally.PATIENCE);
      ask(CheckType.CODE_VERIFICATION, lookups.codeVerification(), person.code(handle));
      ask(CheckType.CODE_DELIVERY, lookups.codeDelivery(), person.email());
      ask(CheckType.CODE_VERIFICATION, lookups.codeVerification(), person.mailedCode());
      ask(CheckType.PRE_VALIDATED_NUMBER, preValidated, person.inThePool());
      tally.hold(telproof);
    }

    private void status(Person person) {
      ask(CheckType.PHONE_STATUS, status, person.number());
    }

    private void tenure(Person person) {
      ask(CheckType.TENURE, tenure, person.tenure());
    }

    private void identity(Person person) {
      ask(CheckType.IDENTITY_MATCH, identity, person.identity());
    }

    private <Q, V> void ask(CheckType check, Check<Q, V> how, Q query) {
      tally.ask(telproof, check, how, query, Tally.PATIENCE);
    }

    /** A second caller comes with the same question while its answer is on its way. */
    void askedByTwo() {
      Person person = tally.person(Scenario.SUSPENDED, 0);
      Thread second = new Thread(() -> status(person), "the second of two callers");
      vendors.meanwhile(
          () -> {
            second.start();
            Tally.until(() -> second.getState() == Thread.State.TIMED_WAITING);
          });
      status(person);
      Tally.until(() -> !second.isAlive());
    }

    /** What one vendor does not answer is asked of the other. */
    void elsewhere() {
      vendors.faults().next(2, Fault.HTTP_429);
      status(tally.person(Scenario.CANCELLED, 0));
      status(tally.person(Scenario.NOT_COVERED, 0));
    }

    /** What both vendors refuse for a while is not sent to them again. */
    void refusedForTheDay() {
      Person person = tally.person(Scenario.DAILY_LIMIT, 1);
      status(person);
      status(person);
      tenure(person);
      tenure(person);
    }

    /** A shadow agrees, has nothing to say, and fails. */
    void compared() {
      int before = capture.heard("shadowed");
      tenure(tally.person(Scenario.SUSPENDED, 1));
      tenure(tally.person(Scenario.UNDISCLOSED, 1));
      Tally.until(() -> capture.heard("shadowed") >= before + 2);
    }

    /** The same question under the same key is answered again; another one is refused. */
    void askedUnderKeys() {
      Person person = tally.person(Scenario.PLAIN_GOOD, 5);
      for (int i = 0; i < 2; i++) {
        once(CheckType.TENURE, tenure, person.tenure());
        once(CheckType.IDENTITY_MATCH, identity, person.identity());
        once(CheckType.CODE_DELIVERY, telproof.codeDelivery(), person.email());
        once(CheckType.CODE_VERIFICATION, telproof.codeVerification(), person.mailedCode());
        abroadOnce(tally.customer(Scenario.PLAIN_GOOD, 5));
        americanOnce(tally.american(Scenario.PLAIN_GOOD, 4));
      }
      once(CheckType.TENURE, tenure, tally.person(Scenario.PLAIN_GOOD, 6).tenure());
    }

    private void abroadOnce(Person person) {
      tally.askOnce(telproof, CheckType.TENURE, tenure, person.tenure(), "order-4712/tenure");
      tally.askOnce(
          telproof,
          CheckType.CODE_DELIVERY,
          telproof.codeDelivery(),
          person.number(),
          "order-4712/code");
    }

    private void americanOnce(Person person) {
      once(CheckType.RECYCLED_NUMBER, telproof.recycledNumber(), person.recycled());
      once(CheckType.SIM_SWAP, telproof.simSwap(), person.simSwap());
      once(CheckType.PRE_VALIDATED_NUMBER, preValidated, person.inThePool());
    }

    private <Q, V> void once(CheckType check, Check<Q, V> how, Q query) {
      tally.askOnce(telproof, check, how, query, "order-4711/" + check.key());
    }

    void brokenAndWellAgain() throws InterruptedException {
      for (int digit = 0; digit < 4; digit++) {
        identity(tally.person(Scenario.UNKNOWN_ERROR, digit));
        tally.hold(telproof);
      }
      time.await(A_WHILE);
      identity(tally.person(Scenario.NO_RECORD, 1));
      tally.hold(telproof);
    }
  }

  /** What the application binds. */
  private final class Application extends AbstractModule {
    private final Vault vault;

    private Application(Vault vault) {
      this.vault = vault;
    }

    @Override
    protected void configure() {
      bind(Time.class).toInstance(time);
      bind(CredentialsProvider.class).toInstance(vault);
      bind(Ledger.class).toInstance(capture.ledger(time));
      Multibinder<Interceptor> interceptors = Multibinder.newSetBinder(binder(), Interceptor.class);
      capture.interceptors().forEach(each -> interceptors.addBinding().toInstance(each));
      Multibinder<ClientListener> listeners =
          Multibinder.newSetBinder(binder(), ClientListener.class);
      capture.listeners().forEach(each -> listeners.addBinding().toInstance(each));
      Multibinder.newSetBinder(binder(), AuditListener.class)
          .addBinding()
          .toInstance(capture.audit());
    }
  }
}
