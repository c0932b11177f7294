package io.telproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.VerificationException;
import io.telproof.client.Checks;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.MemoryLedgers;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.time.HandTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ledger beside the vendors' own bill: every check of every vendor, in every scenario. */
@Timeout(120)
final class LedgerBillTest {
  /** Without a deadline that passes there is no end to these. */
  private static final Set<Scenario> WITHOUT_END =
      EnumSet.of(Scenario.STALL, Scenario.DRIP, Scenario.ENDLESS_BODY);

  private final HandTime time = new HandTime("2026-03-01T02:00:00Z");
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.of(
                  new TencentVendor(),
                  new AlibabaVendor(),
                  new CamaraVendor(),
                  new TwilioVendor(),
                  new MetaVendor())
              .at(time::now));
  private final MemoryLedgers place = new MemoryLedgers();

  private void askEverything() {
    try (Telproof telproof =
        Telproof.builder(
                ConfigFactory.parseString(
                    """
                    telproof {
                      providers {
                        main { type = tencent, secret-id = "%1$s", secret-key = "%2$s", endpoint = "%5$s" }
                        ali {
                          type = alibaba, access-key-id = "%3$s", access-key-secret = "%4$s"
                          endpoint = "%5$s", sign-name = shop, template-code = SMS_1
                        }
                        camara %7$s
                        twilio %8$s
                        meta %9$s
                      }
                      breaker.enabled = false
                      ledger.hash-key = "%6$s"
                    }
                    """
                        .formatted(
                            TencentVendor.CREDENTIALS.secretId(),
                            TencentVendor.CREDENTIALS.secretKey(),
                            AlibabaVendor.CREDENTIALS.accessKeyId(),
                            AlibabaVendor.CREDENTIALS.accessKeySecret(),
                            sandbox.endpoint(),
                            Accounts.LEDGER_KEY,
                            Accounts.camara("camara", sandbox.endpoint(), CamaraVendor.CREDENTIALS),
                            Accounts.twilio("twilio", sandbox.endpoint(), TwilioVendor.CREDENTIALS),
                            Accounts.meta(
                                "meta",
                                sandbox.endpoint(),
                                MetaVendor.CREDENTIALS,
                                MetaVendor.APP_SECRET))))
            .time(time)
            .ledger(place.open(time))
            .open()) {
      telproof
          .offers()
          .forEach(
              (provider, offers) -> {
                for (Scenario scenario : EnumSet.complementOf(EnumSet.copyOf(WITHOUT_END))) {
                  Person person = Person.at(provider, scenario, 4);
                  offers.stream()
                      .map(Offer::check)
                      .distinct()
                      .forEach(check -> put(check, telproof.only(provider), person));
                }
              });
    }
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private void put(CheckType check, Checks checks, Person person) {
    switch (check) {
      case PHONE_STATUS -> ask(checks.phoneStatus(), person.number());
      case TENURE -> ask(checks.tenure(), person.tenure());
      case IDENTITY_MATCH -> {
        ask(checks.identityMatch(), person.identity());
        ask(checks.identityMatch(), person.nameParts());
        ask(checks.identityMatch(), person.born());
      }
      case CODE_DELIVERY -> {
        ask(checks.codeDelivery(), person.email());
        ask(checks.codeDelivery(), person.number());
      }
      case CODE_VERIFICATION -> {
        ask(checks.codeVerification(), person.mailedCode());
        ask(checks.codeVerification(), person.code());
      }
      case PRE_VALIDATED_NUMBER -> {
        ask(checks.preValidatedNumber(), person.preValidated());
        ask(checks.preValidatedNumber(), person.inThePool());
      }
      case RECYCLED_NUMBER -> ask(checks.recycledNumber(), person.recycled());
      case SIM_SWAP -> ask(checks.simSwap(), person.simSwap());
    }
  }

  private <Q> void ask(Check<Q, ?> check, Q query) {
    try {
      assertThat(check.check(query).receipt()).isNotNull();
    } catch (VerificationException e) {
      assertThat(e.kind()).isNotNull();
    }
  }

  private Map<String, Long> counted(Charge charge) {
    Map<String, Long> counts = new TreeMap<>();
    for (Entry entry : place.entries()) {
      if (entry.settlement().orElseThrow().charge() == charge) {
        counts.merge(entry.intent().operation(), 1L, Long::sum);
      }
    }
    return counts;
  }

  private Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    place.entries().forEach(entry -> operations.add(entry.intent().operation()));
    sandbox.bill().lines().forEach(line -> operations.add(line.operation()));
    return operations;
  }

  /** Billed lines whose reply never came, or said something else. */
  private long untold(String operation, Billing billing, Charge charge) {
    Set<String> told = new TreeSet<>();
    for (Entry entry : place.entries()) {
      Settlement settlement = entry.settlement().orElseThrow();
      if (settlement.charge() == charge) {
        settlement.requestId().ifPresent(told::add);
      }
    }
    return sandbox.bill().lines().stream()
        .filter(line -> line.operation().equals(operation) && line.billing() == billing)
        .filter(line -> !told.contains(line.requestId()))
        .count();
  }

  @Test
  void every_request_has_an_intent_and_the_sums_are_those_of_the_bill() {
    askEverything();
    Bill bill = sandbox.bill();
    assertThat(operations()).hasSizeGreaterThanOrEqualTo(25);
    for (String operation : operations()) {
      long intents =
          place.entries().stream()
              .filter(entry -> entry.intent().operation().equals(operation))
              .count();
      assertThat(intents).as("intents of %s", operation).isEqualTo(bill.requests(operation));
      long untold = untold(operation, Billing.CHARGED, Charge.CHARGED);
      assertThat(counted(Charge.CHARGED).getOrDefault(operation, 0L) + untold)
          .as("charges of %s", operation)
          .isEqualTo(bill.charged(operation));
      assertThat(untold)
          .as("charges of %s that nobody was told of", operation)
          .isLessThanOrEqualTo(
              counted(Charge.POSSIBLE).getOrDefault(operation, 0L)
                  + counted(Charge.UNSTATED).getOrDefault(operation, 0L));
    }
    assertThat(counted(Charge.CHARGED).values().stream().mapToLong(n -> n).sum()).isGreaterThan(50);
    agree();
  }

  /** Nothing that the ledger says is free is charged by the vendor, and the other way round. */
  private void agree() {
    Map<String, Billing> billed = new TreeMap<>();
    sandbox.bill().lines().forEach(line -> billed.put(line.requestId(), line.billing()));
    for (Entry entry : place.entries()) {
      Settlement settlement = entry.settlement().orElseThrow();
      Optional<Billing> billing =
          settlement.requestId().flatMap(id -> Optional.ofNullable(billed.get(id)));
      if (billing.isPresent() && settlement.charge() == Charge.FREE) {
        assertThat(billing.get()).as("%s", settlement).isNotEqualTo(Billing.CHARGED);
      }
      if (billing.isPresent() && settlement.charge() == Charge.CHARGED) {
        assertThat(billing.get()).as("%s", settlement).isEqualTo(Billing.CHARGED);
      }
    }
    assertThat(place.entries()).noneMatch(Entry::isInDoubt);
  }
}
