package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.VerificationException;
import io.telproof.client.BilledProvider.Line;
import io.telproof.client.internal.pipeline.Together;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.LogCapture;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.MemoryLedgers;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client writes into its ledger, through the whole chain. */
class LedgerTest {
  private static final TenureQuery QUERY = TenureQuery.of(PhoneNumber.of("+8613800138000"));
  private static final CallContext CONTEXT =
      new CallContext(Duration.ofSeconds(10), "call-1", Optional.of("sign-up"));
  private static final String LEDGER = "telproof.ledger.hash-key = 0123456789abcdef\n";
  private static final String MAIN =
      LEDGER + "telproof.providers.main { type = billed, account = a, secret-key = s }\n";
  private static final String BOTH =
      MAIN
          + """
          telproof.providers.second { type = billed, account = b, secret-key = s }
          telproof.routes.tenure = [main, second]
          """;

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final BilledProvider.Vendor vendor = new BilledProvider.Vendor();
  private final MemoryLedgers place = new MemoryLedgers();
  private final Ledger ledger = place.open(time);

  private TelproofBuilder builder(String config) {
    return Telproof.builder(ConfigFactory.parseString(config))
        .time(time)
        .only(List.of(vendor))
        .ledger(ledger);
  }

  private static VerificationException failure(Telproof telproof) {
    return catchThrowableOfType(
        VerificationException.class, () -> telproof.tenure().check(QUERY, CONTEXT));
  }

  private Entry only() {
    assertThat(place.entries()).hasSize(1);
    return place.entries().get(0);
  }

  private static Settlement settled(Entry entry) {
    return entry.settlement().orElseThrow();
  }

  @Test
  void a_question_has_an_intent_before_it_is_sent_and_a_settlement_once_it_is_answered() {
    List<Entry> before = new ArrayList<>();
    vendor.script.add(new Line.Does(() -> before.addAll(place.entries())));
    try (Telproof telproof = builder(MAIN).open()) {
      Answer<Tenure> answer = telproof.tenure().check(QUERY, CONTEXT);
      assertThat(before)
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.settlement()).isEmpty();
                assertThat(entry.intent().id()).matches("[0-9a-f]{32}");
                assertThat(entry.intent().at()).isEqualTo("2026-01-01T00:00:00Z");
                assertThat(entry.intent().check()).isEqualTo(CheckType.TENURE);
                assertThat(entry.intent().provider()).isEqualTo("main");
                assertThat(entry.intent().operation()).isEqualTo("LineAge");
                assertThat(entry.intent().subject()).matches("[0-9a-f]{32}");
                assertThat(entry.intent().correlationId()).isEqualTo("call-1");
                assertThat(entry.intent().purpose()).contains("sign-up");
                assertThat(entry.intent().key()).isEmpty();
              });
      assertThat(settled(only()))
          .isEqualTo(
              Settlement.answered(
                  only().intent().id(), time.now(), Settlement.KNOWN, answer.receipt()));
    }
    assertThat(place.entries().toString()).doesNotContain("13800138000");
  }

  @Test
  void the_same_number_has_the_same_hash_under_the_same_key_whatever_is_asked() {
    try (Telproof telproof = builder(MAIN).open()) {
      telproof.tenure().check(QUERY);
      telproof.tenure().check(TenureQuery.of(QUERY.number(), 6));
      telproof.phoneStatus().check(QUERY.number());
      telproof.phoneStatus().check(PhoneNumber.of("+8613800138001"));
    }
    try (Telproof telproof = builder(MAIN).ledger(place.open(time)).open()) {
      telproof.tenure().check(QUERY);
    }
    List<String> subjects = place.entries().stream().map(e -> e.intent().subject()).toList();
    assertThat(subjects.get(3)).isNotEqualTo(subjects.get(0));
    assertThat(subjects.get(4)).isEqualTo(subjects.get(0));
    assertThat(subjects.subList(0, 3)).containsOnly(subjects.get(0));
    assertThat(place.entries().stream().map(e -> e.intent().id())).doesNotHaveDuplicates();
  }

  @Test
  void a_failure_is_settled_with_its_kind_its_charge_and_what_the_vendor_called_it() {
    vendor.script.add(new Line.Fails(FailureKind.INDETERMINATE, Charge.POSSIBLE));
    try (Telproof telproof = builder(MAIN).open()) {
      failure(telproof);
    }
    Settlement settlement = settled(only());
    assertThat(settlement.outcome()).isEqualTo("INDETERMINATE");
    assertThat(settlement.charge()).isEqualTo(Charge.POSSIBLE);
    assertThat(settlement.vendorCode()).contains("Lost");
    assertThat(settlement.requestId()).contains("request-1");
  }

  @Test
  void each_attempt_has_an_entry_of_its_own_also_at_the_next_provider() {
    for (int i = 0; i < 4; i++) {
      vendor.script.add(new Line.Fails(FailureKind.UNAVAILABLE, Charge.FREE));
    }
    try (Telproof telproof = builder(BOTH).open()) {
      telproof.tenure().check(QUERY, CONTEXT);
    }
    assertThat(place.entries())
        .extracting(entry -> entry.intent().provider() + " " + settled(entry).outcome())
        .containsExactly(
            "main UNAVAILABLE",
            "main UNAVAILABLE",
            "main UNAVAILABLE",
            "second UNAVAILABLE",
            "second KNOWN");
  }

  @Test
  void what_the_gateway_sends_twice_is_one_intent() {
    vendor.script.add(new Line.Carries(2, Charge.CHARGED));
    try (Telproof telproof = builder(MAIN).open()) {
      telproof.tenure().check(QUERY, CONTEXT);
    }
    assertThat(vendor.bill()).hasSize(2);
    assertThat(settled(only()).requestId()).contains("request-2");
  }

  @Test
  void a_question_that_gets_no_permit_leaves_no_trace() {
    vendor.limits = RateLimits.perSecond(1);
    try (Telproof telproof = builder(MAIN).open()) {
      telproof.tenure().check(QUERY, CONTEXT);
      VerificationException throttled =
          catchThrowableOfType(
              VerificationException.class,
              () -> telproof.tenure().check(QUERY, CONTEXT.withLongestWait(Duration.ZERO)));
      assertThat(throttled.kind()).isEqualTo(FailureKind.THROTTLED);
    }
    assertThat(place.entries()).hasSize(1);
  }

  @Test
  void while_it_waits_for_its_permit_a_question_has_no_intent_yet() {
    vendor.limits = RateLimits.perSecond(1);
    List<Integer> seen = new ArrayList<>();
    try (Telproof telproof = builder(MAIN).open()) {
      telproof.tenure().check(QUERY, CONTEXT);
      time.atEachUse(() -> seen.add(place.entries().size()));
      telproof.tenure().check(QUERY, CONTEXT);
      time.atEachUse(() -> {});
    }
    assertThat(place.entries()).hasSize(2);
    assertThat(place.entries().get(1).intent().at()).isAfterOrEqualTo("2026-01-01T00:00:01Z");
    assertThat(seen).contains(1, 2);
  }

  @Test
  void where_the_intent_cannot_be_written_nothing_is_sent_and_the_permit_is_given_back() {
    vendor.limits = RateLimits.perSecond(1);
    try (Telproof telproof = builder(BOTH).open()) {
      place.fail("the disk is full");
      VerificationException refused = failure(telproof);
      assertThat(refused.kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(refused.isFree()).isTrue();
      assertThat(refused.failure().skipped()).isTrue();
      assertThat(refused.failure().reason())
          .isEqualTo(
              "the question could not be written into the ledger (the disk is full); nothing was"
                  + " sent; look at telproof.ledger");
      assertThat(vendor.bill()).isEmpty();
      assertThat(vendor.asked).as("once at each provider").hasSize(2);
      place.fail(null);
      telproof.tenure().check(QUERY, CONTEXT.withLongestWait(Duration.ZERO));
      assertThat(vendor.bill()).hasSize(1);
    }
    assertThat(settled(only()).outcome()).isEqualTo(Settlement.KNOWN);
  }

  @Test
  void an_intent_that_is_there_although_its_writing_failed_is_settled_as_not_sent() {
    try (Telproof telproof = builder(MAIN).open()) {
      place.loseReply();
      assertThat(failure(telproof).kind()).isEqualTo(FailureKind.UNAVAILABLE);
    }
    assertThat(vendor.bill()).isEmpty();
    assertThat(settled(only()).outcome()).isEqualTo("UNAVAILABLE");
    assertThat(settled(only()).charge()).isEqualTo(Charge.FREE);
  }

  @Test
  void a_question_that_is_sent_although_the_writing_of_its_intent_failed_is_settled_too() {
    try (Telproof telproof = builder(MAIN + "telproof.ledger.required = false").open()) {
      place.loseReply();
      telproof.tenure().check(QUERY, CONTEXT);
    }
    assertThat(vendor.bill()).hasSize(1);
    assertThat(settled(only()).outcome()).isEqualTo(Settlement.KNOWN);
    assertThat(settled(only()).charge()).isEqualTo(Charge.CHARGED);
  }

  @Test
  void that_what_was_not_written_cannot_be_settled_is_no_news_of_the_ledger() {
    vendor.script.add(new Line.Does(() -> place.fail(null)));
    try (LogCapture logs = new LogCapture();
        Telproof telproof = builder(MAIN + "telproof.ledger.required = false").open()) {
      place.fail("the disk is full");
      telproof.tenure().check(QUERY, CONTEXT);
      assertThat(logs.lines()).filteredOn(line -> line.startsWith("WARN")).hasSize(1);
      telproof.tenure().check(QUERY, CONTEXT);
      telproof.tenure().check(QUERY, CONTEXT);
      assertThat(logs.lines()).filteredOn(line -> line.startsWith("WARN")).hasSize(1);
    }
  }

  @Test
  void a_ledger_that_cannot_be_written_opens_no_breaker_and_uses_no_budget() {
    String config =
        MAIN
            + "telproof { budgets { tenure = 1/day, zone = UTC }, breaker { window = 4, least-calls"
            + " = 2 } }";
    try (Telproof telproof = builder(config).open()) {
      place.fail("the disk is full");
      for (int i = 0; i < 10; i++) {
        assertThat(failure(telproof).failure().reason()).contains("the disk is full");
      }
      assertThat(telproof.breakers())
          .allSatisfy(breaker -> assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED));
      place.fail(null);
      assertThat(telproof.tenure().check(QUERY).receipt().charge()).isEqualTo(Charge.CHARGED);
    }
  }

  @Test
  void where_it_need_not_be_written_the_question_is_sent_all_the_same() {
    try (Telproof telproof = builder(MAIN + "telproof.ledger.required = false").open()) {
      place.fail("the disk is full");
      telproof.tenure().check(QUERY, CONTEXT);
      place.fail(null);
      telproof.tenure().check(QUERY, CONTEXT);
    }
    assertThat(vendor.bill()).hasSize(2);
    assertThat(only().intent().correlationId()).isEqualTo("call-1");
  }

  @Test
  void an_answer_is_given_although_its_settlement_cannot_be_written() {
    vendor.script.add(new Line.Does(() -> place.fail("the disk is full")));
    try (Telproof telproof = builder(MAIN).open()) {
      assertThat(telproof.tenure().check(QUERY, CONTEXT)).isInstanceOf(Answer.Known.class);
      assertThat(only().settlement()).isEmpty();
      assertThat(only().isInDoubt()).as("while the client is open").isFalse();
    }
    assertThat(only().isInDoubt()).isTrue();
  }

  @Test
  void a_provider_that_throws_what_it_must_not_is_settled_as_broken_at_a_possible_charge() {
    vendor.script.add(new Line.Breaks());
    try (Telproof telproof = builder(MAIN).open()) {
      assertThatIllegalStateException().isThrownBy(() -> telproof.tenure().check(QUERY, CONTEXT));
    }
    assertThat(settled(only()).outcome()).isEqualTo(Settlement.BROKEN);
    assertThat(settled(only()).charge()).isEqualTo(Charge.POSSIBLE);
  }

  @Test
  void a_process_that_ends_between_the_two_leaves_an_intent_in_doubt() {
    vendor.script.add(
        new Line.Does(
            () -> {
              place.end(ledger);
              throw new BilledProvider.Death();
            }));
    try (Telproof telproof = builder(MAIN).open()) {
      assertThatExceptionOfType(BilledProvider.Death.class)
          .isThrownBy(() -> telproof.tenure().check(QUERY, CONTEXT));
    }
    assertThat(only().isInDoubt()).isTrue();
  }

  @Test
  void what_a_thread_writes_that_is_interrupted_on_the_way_is_settled() {
    vendor.script.add(new Line.Does(() -> Thread.currentThread().interrupt()));
    try (Telproof telproof = builder(MAIN).open()) {
      telproof.tenure().check(QUERY, CONTEXT);
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(settled(only()).outcome()).isEqualTo(Settlement.KNOWN);
  }

  @Test
  void a_provider_asked_by_its_name_is_written_too() {
    try (Telproof telproof = builder(BOTH).open()) {
      telproof.only("second").tenure().check(QUERY, CONTEXT);
    }
    assertThat(only().intent().provider()).isEqualTo("second");
  }

  @Test
  void a_shadow_is_written_and_has_nothing_to_do_with_the_key() {
    String config =
        MAIN
            + """
            telproof.providers.second { type = billed, account = b, secret-key = s }
            telproof.routes.tenure { primary = main, shadow = second, sample = 100%, budget = 9/day }
            """;
    try (Telproof telproof = builder(config).open()) {
      telproof.tenure().check(QUERY, CONTEXT.withKey("order-1"));
      while (telproof.agreements().isEmpty()) {
        Thread.onSpinWait();
      }
    }
    assertThat(place.entries())
        .extracting(entry -> entry.intent().provider() + " " + entry.intent().key().isPresent())
        .containsExactlyInAnyOrder("main true", "second false");
    assertThat(place.entries()).allMatch(entry -> entry.settlement().isPresent());
  }

  @Test
  void a_provider_whose_permits_are_not_seen_has_its_intent_written_before_it_is_asked() {
    vendor.permits = false;
    List<Entry> before = new ArrayList<>();
    vendor.script.add(new Line.Does(() -> before.addAll(place.entries())));
    try (Telproof telproof = builder(MAIN).open()) {
      telproof.tenure().check(QUERY, CONTEXT);
      assertThat(before).hasSize(1);
      assertThat(only().intent().operation()).isEqualTo("tenure");
      place.fail("the disk is full");
      assertThat(failure(telproof).kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(vendor.asked).hasSize(1);
    }
  }

  @Test
  void a_provider_that_the_application_opened_is_written_before_it_is_asked_too() {
    ScriptedProvider given = new ScriptedProvider("given", time, time::advance);
    given.lacks(Gap.NO_RECORD, Charge.FREE);
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(LEDGER))
            .time(time)
            .only(List.of())
            .ledger(ledger)
            .provider(given)
            .open()) {
      telproof.tenure().check(QUERY, CONTEXT);
    }
    assertThat(only().intent().operation()).isEqualTo("tenure");
    assertThat(settled(only()).outcome()).isEqualTo("NO_RECORD");
    assertThat(settled(only()).charge()).isEqualTo(Charge.FREE);
  }

  @Test
  void what_was_under_way_as_the_client_was_closed_is_settled_and_then_the_ledger_is_closed() {
    List<Boolean> ended = new ArrayList<>();
    Telproof telproof = builder(MAIN).open();
    vendor.script.add(
        new Line.Does(
            () -> {
              telproof.close();
              ended.add(place.hasEnded(ledger));
            }));
    telproof.tenure().check(QUERY, CONTEXT);
    assertThat(ended).containsExactly(false);
    assertThat(place.hasEnded(ledger)).isTrue();
    assertThat(settled(only()).outcome()).isEqualTo(Settlement.KNOWN);
  }

  @Test
  void the_ledger_is_closed_with_the_client_and_with_a_configuration_that_is_wrong() {
    builder(MAIN).open().close();
    assertThat(place.hasEnded(ledger)).isTrue();
    Ledger other = place.open(time);
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> builder(MAIN + "telproof.retry.attempts = 0").ledger(other).open());
    assertThat(place.hasEnded(other)).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void the_sums_of_the_settlements_are_those_of_the_vendors_bill(long seed) throws Exception {
    int threads = 16;
    int each = 25;
    BilledProvider.Vendor storm = new BilledProvider.Vendor();
    storm.limits = RateLimits.perSecond(1_000_000);
    MemoryLedgers books = new MemoryLedgers();
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(BOTH + "telproof.breaker.enabled = false"))
            .time(Time.system())
            .only(List.of(storm))
            .ledger(books.open(Time.system()))
            .open()) {
      Together.run(
          threads,
          seed,
          random -> {
            for (int i = 0; i < each; i++) {
              Charge charge = any(List.of(Charge.values()), random);
              synchronized (storm) {
                storm.script.add(
                    random.nextInt(4) == 0
                        ? new Line.Fails(
                            any(List.of(FailureKind.values()), random),
                            random.nextBoolean() ? Charge.FREE : Charge.POSSIBLE)
                        : new Line.Carries(1, charge));
              }
              try {
                telproof.tenure().check(QUERY);
              } catch (VerificationException e) {
                assertThat(e.kind()).isNotNull();
              }
            }
            return each;
          });
    }
    for (Charge charge : List.of(Charge.CHARGED, Charge.POSSIBLE, Charge.UNSTATED)) {
      assertThat(books.entries().stream().filter(entry -> settled(entry).charge() == charge))
          .as("%s", charge)
          .hasSize((int) storm.bill().stream().filter(charge::equals).count());
    }
    assertThat(books.entries()).noneMatch(Entry::isInDoubt);
    assertThat(books.entries()).hasSizeGreaterThanOrEqualTo(threads * each);
  }

  private static <T> T any(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
