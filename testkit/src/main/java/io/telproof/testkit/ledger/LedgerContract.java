package io.telproof.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.time.Time;
import io.telproof.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * What every keeper of a {@link Ledger} promises. Extend it and say how to open one, and how to end
 * the process of its owner. Each test has a place of its own, and no two of its owners are alive at
 * the same time; what owners beside each other see of one another is for a keeper that has them to
 * prove.
 */
@Timeout(120)
public abstract class LedgerContract {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant ALWAYS = Instant.parse("2100-01-01T00:00:00Z");
  private static final Duration ELAPSED = Duration.ofMillis(135);
  private static final String KEY = hash(1);
  private static final int THREADS = 64;

  private final VirtualTime time = VirtualTime.at(START);
  private final List<LedgerReader> open = new ArrayList<>();

  /** For contracts. */
  protected LedgerContract() {}

  /**
   * {@return a ledger for a new owner, in the place of this test, whose owner before it has ended}
   *
   * @param virtual by which answers are forgotten; it moves only where a test moves it, so that
   *     nothing may wait by it
   * @throws LedgerException where it cannot be opened
   */
  protected abstract Ledger open(Time virtual) throws LedgerException;

  /**
   * {@return a look at the place of this test} There has been an owner.
   *
   * @param virtual the clock that the test moves
   * @throws LedgerException where it cannot be read
   */
  protected abstract LedgerReader read(Time virtual) throws LedgerException;

  /**
   * Ends the owner of a ledger as a crash of its process does: nothing is written any more and
   * nothing is closed in order, but the locks and connections of the process are gone. It is not
   * closed afterwards.
   *
   * @param ledger the ledger whose process is to end
   * @throws Exception where the test fails
   */
  protected abstract void end(Ledger ledger) throws Exception;

  @AfterEach
  final void close() {
    open.forEach(LedgerReader::close);
  }

  @Test
  final void an_intent_keeps_what_it_says_and_has_no_end_until_it_is_settled()
      throws LedgerException {
    Ledger ledger = opened();
    List<Intent> intents = new ArrayList<>();
    for (CheckType check : CheckType.values()) {
      CallContext context =
          new CallContext(
              Duration.ofSeconds(1),
              "call-" + check.key() + "-!\"\\',;{}~",
              Optional.of("开户, \"KYC\"; line\nand\ttab '\\ — 𠀋"));
      intents.add(
          Intent.of(
              id(intents.size()),
              START.plusMillis(intents.size()),
              check,
              "main-2",
              "Operation" + intents.size(),
              id(7),
              context));
    }
    intents.add(intent(intents.size()));
    intents.add(intent(intents.size()).withKey(KEY));
    for (Intent intent : intents) {
      ledger.intend(intent);
    }
    assertThat(entries(ledger))
        .isEqualTo(
            intents.stream().map(intent -> new Entry(intent, Optional.empty(), true)).toList());
    assertThat(doubts(ledger)).isEmpty();
  }

  @Test
  final void what_came_of_an_intent_stands_beside_it() throws LedgerException {
    Ledger ledger = opened();
    List<Entry> expected = new ArrayList<>();
    for (Charge charge : Charge.values()) {
      for (boolean told : new boolean[] {true, false}) {
        Intent intent = intent(expected.size());
        Settlement settlement =
            new Settlement(
                intent.id(),
                intent.at().plus(ELAPSED),
                "KNOWN",
                charge,
                told ? Optional.of("0/没有'\"\\,;\n") : Optional.empty(),
                told ? Optional.of("request-" + charge) : Optional.empty(),
                ELAPSED.plusNanos(1000));
        ledger.intend(intent);
        ledger.settle(settlement);
        expected.add(new Entry(intent, Optional.of(settlement), true));
      }
    }
    assertThat(entries(ledger)).isEqualTo(expected);
    assertThat(doubts(ledger)).isEmpty();
  }

  @Test
  final void questions_are_shown_from_the_first_moment_to_before_the_last_the_oldest_first()
      throws LedgerException {
    Ledger ledger = opened();
    for (int i = 0; i < 10; i++) {
      ledger.intend(intent(i));
      if (i % 2 == 0) {
        ledger.settle(settled(intent(i), Charge.CHARGED));
      }
    }
    List<String> shown = new ArrayList<>();
    ledger.entries(
        START.plusMillis(3), START.plusMillis(7), entry -> shown.add(entry.intent().id()));
    assertThat(shown).containsExactly(id(3), id(4), id(5), id(6));
    assertThat(ids(entries(ledger)))
        .isEqualTo(IntStream.range(0, 10).mapToObj(LedgerContract::id).toList());
  }

  @Test
  final void what_was_written_is_there_when_it_is_opened_again() throws Exception {
    Ledger first = opened();
    first.intend(intent(1));
    first.settle(settled(intent(1), Charge.CHARGED));
    first.close();
    Ledger second = opened();
    second.intend(intent(2));
    second.settle(settled(intent(2), Charge.FREE));
    end(second);
    Ledger third = opened();
    third.intend(intent(3));
    assertThat(entries(third))
        .containsExactly(
            new Entry(intent(1), Optional.of(settled(intent(1), Charge.CHARGED)), false),
            new Entry(intent(2), Optional.of(settled(intent(2), Charge.FREE)), false),
            new Entry(intent(3), Optional.empty(), true));
    assertThat(doubts(third)).isEmpty();
  }

  @Test
  final void an_intent_without_an_end_is_in_doubt_once_its_owner_has_ended() throws Exception {
    Ledger first = opened();
    for (int i = 0; i < 5; i++) {
      first.intend(intent(i));
    }
    first.settle(settled(intent(1), Charge.POSSIBLE));
    end(first);
    Ledger second = opened();
    second.intend(intent(5));
    assertThat(doubts(second))
        .isEqualTo(
            IntStream.of(0, 2, 3, 4)
                .mapToObj(i -> new Entry(intent(i), Optional.empty(), false))
                .toList());
  }

  @Test
  final void an_intent_without_an_end_is_in_doubt_once_its_owner_has_closed()
      throws LedgerException {
    Ledger first = opened();
    first.intend(intent(1).withKey(KEY));
    first.close();
    Ledger second = opened();
    assertThat(ids(doubts(second))).containsExactly(id(1));
    assertThat(second.claim(KEY)).isEqualTo(new KeyClaim.InDoubt(List.of(intent(1).withKey(KEY))));
  }

  @Test
  final void who_looks_sees_what_was_written_and_whose_it_is() throws Exception {
    Ledger first = opened();
    first.intend(intent(1));
    end(first);
    Ledger second = opened();
    second.intend(intent(2));
    second.intend(intent(3));
    second.settle(settled(intent(3), Charge.CHARGED));
    List<Entry> expected =
        List.of(
            new Entry(intent(1), Optional.empty(), false),
            new Entry(intent(2), Optional.empty(), true),
            new Entry(intent(3), Optional.of(settled(intent(3), Charge.CHARGED)), true));
    try (LedgerReader reader = read(time)) {
      assertThat(entries(reader)).isEqualTo(expected);
      assertThat(ids(doubts(reader))).containsExactly(id(1));
    }
    second.intend(intent(4));
    second.close();
    try (LedgerReader reader = read(time)) {
      assertThat(ids(doubts(reader))).containsExactly(id(1), id(2), id(4));
    }
  }

  @Test
  final void a_key_is_granted_once_and_under_way_for_everybody_else() throws LedgerException {
    Ledger ledger = opened();
    assertThat(ledger.claim(KEY)).isEqualTo(new KeyClaim.Granted());
    assertThat(ledger.claim(KEY)).isEqualTo(new KeyClaim.UnderWay());
    ledger.intend(intent(1).withKey(KEY));
    assertThat(ledger.claim(KEY)).isEqualTo(new KeyClaim.UnderWay());
    ledger.settle(settled(intent(1), Charge.CHARGED));
    assertThat(ledger.claim(KEY)).isEqualTo(new KeyClaim.UnderWay());
    assertThat(ledger.claim(hash(2))).isEqualTo(new KeyClaim.Granted());
  }

  @Test
  final void a_key_that_was_given_back_is_granted_again() throws LedgerException {
    Ledger ledger = opened();
    ledger.claim(KEY);
    ledger.release(KEY);
    assertThat(ledger.claim(KEY)).isEqualTo(new KeyClaim.Granted());
    ledger.intend(intent(1).withKey(KEY));
    ledger.settle(settled(intent(1), Charge.FREE));
    ledger.release(KEY);
    assertThat(ledger.claim(KEY)).isEqualTo(new KeyClaim.Granted());
    assertThat(ledger.claim(KEY)).isEqualTo(new KeyClaim.UnderWay());
  }

  @Test
  final void a_key_that_was_given_back_although_it_was_billed_is_not_granted_again()
      throws LedgerException {
    Ledger ledger = opened();
    ledger.claim(KEY);
    ledger.intend(intent(1).withKey(KEY));
    ledger.settle(settled(intent(1), Charge.CHARGED));
    ledger.release(KEY);
    assertThat(ledger.claim(KEY)).isInstanceOf(KeyClaim.Concluded.class);
  }

  @Test
  final void a_key_whose_owner_ended_before_it_asked_is_granted() throws Exception {
    Ledger first = opened();
    first.claim(KEY);
    first.claim(hash(2));
    first.intend(intent(1).withKey(hash(2)));
    first.settle(settled(intent(1), Charge.FREE));
    end(first);
    Ledger second = opened();
    assertThat(second.claim(KEY)).isEqualTo(new KeyClaim.Granted());
    assertThat(second.claim(hash(2))).isEqualTo(new KeyClaim.Granted());
  }

  @Test
  final void a_key_whose_owner_ended_while_it_asked_is_in_doubt_whatever_came_of_it_before()
      throws Exception {
    Ledger first = opened();
    first.claim(KEY);
    first.intend(intent(1).withKey(KEY));
    first.settle(settled(intent(1), Charge.CHARGED));
    first.intend(intent(2).withKey(KEY));
    first.intend(intent(3).withKey(hash(2)));
    first.intend(intent(4).withKey(KEY));
    first.intend(intent(5));
    end(first);
    Ledger second = opened();
    assertThat(second.claim(KEY))
        .isEqualTo(new KeyClaim.InDoubt(List.of(intent(2).withKey(KEY), intent(4).withKey(KEY))));
    assertThat(second.claim(hash(3))).isEqualTo(new KeyClaim.Granted());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "FREE")
  final void a_key_whose_owner_ended_after_it_was_answered_has_its_receipt(Charge charge)
      throws Exception {
    Ledger first = opened();
    first.claim(KEY);
    first.intend(intent(1).withKey(KEY));
    first.settle(settled(intent(1), Charge.FREE));
    first.intend(intent(2).withKey(KEY));
    first.settle(settled(intent(2), charge));
    end(first);
    KeyClaim expected =
        new KeyClaim.Concluded(
            "KNOWN",
            Receipt.of("main", "TestOperation", charge, intent(2).at(), ELAPSED)
                .withVendorCode("0")
                .withRequestId("request 2"),
            Optional.empty());
    assertThat(opened().claim(KEY)).isEqualTo(expected);
  }

  @Test
  final void what_was_concluded_is_told_to_everybody_who_asks_under_the_key() throws Exception {
    Optional<Sensitive> sealed = Optional.of(Sensitive.of("c2VhbGVk/+=".repeat(400)));
    Instant until = START.plus(Duration.ofDays(30));
    KeyClaim expected = new KeyClaim.Concluded("KNOWN", receipt(), sealed);
    Ledger first = opened();
    first.claim(KEY);
    first.intend(intent(1).withKey(KEY));
    first.settle(settled(intent(1), Charge.CHARGED));
    first.conclude(KEY, "KNOWN", receipt(), sealed, until);
    assertThat(first.claim(KEY)).isEqualTo(expected);
    assertThat(first.claim(KEY)).isEqualTo(expected);
    end(first);
    Ledger second = opened();
    assertThat(second.claim(KEY)).isEqualTo(expected);
    second.close();
    assertThat(opened().claim(KEY)).isEqualTo(expected);
  }

  @Test
  final void a_conclusion_may_have_no_answer_and_keeps_no_attempt_before_the_last()
      throws LedgerException {
    Receipt bare = Receipt.of("main", "TestOperation", Charge.POSSIBLE, START, ELAPSED);
    Attempt attempt = Attempt.of("other", "Other", Charge.FREE, ELAPSED, "does not serve it");
    Ledger ledger = opened();
    ledger.claim(KEY);
    ledger.conclude(
        KEY,
        "INDETERMINATE",
        bare.withEarlier(List.of(attempt)),
        Optional.empty(),
        START.plusSeconds(60));
    assertThat(ledger.claim(KEY))
        .isEqualTo(new KeyClaim.Concluded("INDETERMINATE", bare, Optional.empty()));
  }

  @Test
  final void an_answer_is_forgotten_in_time_and_its_receipt_is_not() throws Exception {
    Optional<Sensitive> sealed = Optional.of(Sensitive.of("c2VhbGVk"));
    Ledger first = opened();
    first.claim(KEY);
    first.conclude(KEY, "NO_RECORD", receipt(), sealed, START.plus(Duration.ofDays(30)));
    time.advance(Duration.ofDays(30).minusMillis(1));
    assertThat(first.claim(KEY)).isEqualTo(new KeyClaim.Concluded("NO_RECORD", receipt(), sealed));
    time.advance(Duration.ofMillis(1));
    KeyClaim forgotten = new KeyClaim.Concluded("NO_RECORD", receipt(), Optional.empty());
    assertThat(first.claim(KEY)).isEqualTo(forgotten);
    end(first);
    assertThat(opened().claim(KEY)).isEqualTo(forgotten);
  }

  @Test
  final void a_doubt_is_settled_by_a_persons_word_and_its_key_is_to_be_had_again()
      throws Exception {
    Ledger first = opened();
    first.claim(KEY);
    first.intend(intent(1).withKey(KEY));
    first.intend(intent(2).withKey(KEY));
    end(first);
    time.advance(Duration.ofHours(1));
    Ledger second = opened();
    assertThat(second.dismiss(id(1))).isTrue();
    assertThat(second.claim(KEY)).isEqualTo(new KeyClaim.InDoubt(List.of(intent(2).withKey(KEY))));
    assertThat(second.dismiss(id(2))).isTrue();
    assertThat(doubts(second)).isEmpty();
    assertThat(entries(second))
        .hasSize(2)
        .allSatisfy(
            entry -> {
              Settlement settlement = entry.settlement().orElseThrow();
              assertThat(settlement.outcome()).isEqualTo(Settlement.DISMISSED);
              assertThat(settlement.charge()).isEqualTo(Charge.POSSIBLE);
              assertThat(settlement.at()).isEqualTo(START.plus(Duration.ofHours(1)));
            });
    end(second);
    Ledger third = opened();
    assertThat(doubts(third)).isEmpty();
    assertThat(third.claim(KEY)).isEqualTo(new KeyClaim.Granted());
  }

  @Test
  final void only_what_is_in_doubt_can_be_dismissed() throws Exception {
    Ledger first = opened();
    first.intend(intent(1));
    first.intend(intent(2));
    first.settle(settled(intent(2), Charge.CHARGED));
    assertThat(first.dismiss(id(1))).isFalse();
    end(first);
    Ledger second = opened();
    assertThat(second.dismiss(id(2))).isFalse();
    assertThat(second.dismiss(id(3))).isFalse();
    assertThat(second.dismiss(id(1))).isTrue();
    assertThat(second.dismiss(id(1))).isFalse();
    assertThat(entries(second).get(1).settlement()).contains(settled(intent(2), Charge.CHARGED));
  }

  @Test
  final void after_a_dismissal_the_key_is_asked_under_and_concluded_as_any_other()
      throws Exception {
    Ledger first = opened();
    first.claim(KEY);
    first.intend(intent(1).withKey(KEY));
    end(first);
    Ledger second = opened();
    second.dismiss(id(1));
    assertThat(second.claim(KEY)).isEqualTo(new KeyClaim.Granted());
    second.intend(intent(2).withKey(KEY));
    second.settle(settled(intent(2), Charge.CHARGED));
    second.conclude(KEY, "KNOWN", receipt(), Optional.empty(), START);
    assertThat(second.claim(KEY))
        .isEqualTo(new KeyClaim.Concluded("KNOWN", receipt(), Optional.empty()));
  }

  @Test
  final void a_key_of_one_question_is_not_to_be_had_for_another() throws Exception {
    KeyClaim other = new KeyClaim.OtherQuestion();
    Ledger first = opened();
    first.claim(key(1, 1));
    assertThat(first.claim(key(1, 2))).as("under way").isEqualTo(other);
    first.intend(intent(1).withKey(key(1, 1)));
    first.settle(settled(intent(1), Charge.CHARGED));
    first.conclude(key(1, 1), "KNOWN", receipt(), Optional.empty(), ALWAYS);
    assertThat(first.claim(key(1, 2))).as("concluded").isEqualTo(other);
    first.claim(key(2, 1));
    first.intend(intent(2).withKey(key(2, 1)));
    first.claim(key(3, 1));
    first.intend(intent(3).withKey(key(3, 1)));
    first.settle(settled(intent(3), Charge.POSSIBLE));
    first.claim(key(4, 1));
    first.intend(intent(4).withKey(key(4, 1)));
    first.settle(settled(intent(4), Charge.FREE));
    first.claim(key(5, 1));
    first.release(key(5, 1));
    assertThat(first.claim(key(5, 2))).as("released").isEqualTo(new KeyClaim.Granted());
    end(first);
    Ledger second = opened();
    assertThat(second.claim(key(1, 2))).as("concluded before").isEqualTo(other);
    assertThat(second.claim(key(2, 2))).as("in doubt").isEqualTo(other);
    assertThat(second.claim(key(3, 2))).as("settled").isEqualTo(other);
    assertThat(second.claim(key(4, 2))).as("free").isEqualTo(new KeyClaim.Granted());
    second.dismiss(id(2));
    assertThat(second.claim(key(2, 2))).as("dismissed").isEqualTo(new KeyClaim.Granted());
    assertThat(second.claim(key(1, 1))).isInstanceOf(KeyClaim.Concluded.class);
  }

  @Test
  final void of_sixty_four_threads_that_claim_the_same_keys_one_is_granted_each() throws Exception {
    int keys = 8;
    Ledger ledger = opened();
    for (int round = 0; round < 3; round++) {
      List<List<KeyClaim>> claims =
          together(
              thread -> {
                List<KeyClaim> each = new ArrayList<>();
                for (int i = 0; i < keys; i++) {
                  each.add(ledger.claim(hash((thread + i) % keys)));
                }
                return each;
              });
      List<KeyClaim> all = claims.stream().flatMap(List::stream).toList();
      assertThat(all).filteredOn(KeyClaim.Granted.class::isInstance).hasSize(keys);
      assertThat(all).filteredOn(KeyClaim.UnderWay.class::isInstance).hasSize(keys * (THREADS - 1));
      for (int i = 0; i < keys; i++) {
        ledger.release(hash(i));
      }
    }
  }

  @Test
  final void what_sixty_four_threads_write_at_the_same_time_is_all_there() throws Exception {
    int each = 10;
    Ledger ledger = opened();
    together(
        thread -> {
          for (int i = 0; i < each; i++) {
            Intent intent = intent(thread * each + i);
            ledger.intend(intent);
            if (i > 0) {
              ledger.settle(settled(intent, Charge.CHARGED));
            }
          }
          return thread;
        });
    end(ledger);
    Ledger second = opened();
    assertThat(ids(entries(second)))
        .isEqualTo(IntStream.range(0, THREADS * each).mapToObj(LedgerContract::id).toList());
    assertThat(ids(doubts(second)))
        .isEqualTo(IntStream.range(0, THREADS).mapToObj(i -> id(i * each)).toList());
  }

  @Test
  final void a_thread_that_is_interrupted_writes_as_any_other_and_stays_interrupted()
      throws LedgerException {
    Ledger ledger = opened();
    Thread.currentThread().interrupt();
    try {
      ledger.claim(KEY);
      ledger.claim(hash(2));
      ledger.intend(intent(1).withKey(KEY));
      ledger.settle(settled(intent(1), Charge.CHARGED));
      ledger.conclude(KEY, "KNOWN", receipt(), Optional.empty(), ALWAYS);
      ledger.release(hash(2));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(ledger.claim(KEY)).isInstanceOf(KeyClaim.Concluded.class);
    assertThat(ledger.claim(hash(2))).isEqualTo(new KeyClaim.Granted());
    assertThat(entries(ledger))
        .containsExactly(
            new Entry(
                intent(1).withKey(KEY), Optional.of(settled(intent(1), Charge.CHARGED)), true));
  }

  @Test
  final void nothing_is_written_any_more_once_it_is_closed() throws LedgerException {
    Ledger ledger = opened();
    ledger.intend(intent(1));
    ledger.claim(KEY);
    ledger.close();
    ledger.close();
    assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> ledger.intend(intent(2)));
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> ledger.settle(settled(intent(1), Charge.FREE)));
    assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> ledger.claim(hash(2)));
    assertThatExceptionOfType(LedgerException.class)
        .isThrownBy(() -> ledger.conclude(KEY, "KNOWN", receipt(), Optional.empty(), ALWAYS));
    assertThat(ids(entries(opened()))).containsExactly(id(1));
  }

  @Test
  final void nothing_of_an_answer_can_be_printed() throws LedgerException {
    Ledger ledger = opened();
    ledger.claim(KEY);
    ledger.conclude(KEY, "KNOWN", receipt(), Optional.of(Sensitive.of("c2VhbGVk")), ALWAYS);
    assertThat(ledger.claim(KEY).toString()).contains("***").doesNotContain("c2VhbGVk");
    assertThat(ledger.toString()).doesNotContain("c2VhbGVk");
    assertThat(entries(ledger).toString()).doesNotContain("c2VhbGVk");
  }

  private Ledger opened() throws LedgerException {
    Ledger ledger = open(time);
    open.clear();
    open.add(ledger);
    return ledger;
  }

  /** Does it on so many threads, which all begin together. */
  private static <T> List<T> together(Work<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch ready = new CountDownLatch(THREADS);
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        tasks.add(
            () -> {
              ready.countDown();
              ready.await();
              return work.by(thread);
            });
      }
      List<T> done = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(tasks)) {
        done.add(each.get());
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T by(int thread) throws LedgerException;
  }

  private static List<Entry> entries(LedgerReader ledger) throws LedgerException {
    List<Entry> shown = new ArrayList<>();
    ledger.entries(Instant.EPOCH, ALWAYS, shown::add);
    return shown;
  }

  private static List<Entry> doubts(LedgerReader ledger) throws LedgerException {
    List<Entry> shown = new ArrayList<>();
    ledger.doubts(shown::add);
    return shown;
  }

  private static List<String> ids(List<Entry> entries) {
    return entries.stream().map(entry -> entry.intent().id()).toList();
  }

  private static Intent intent(int number) {
    return Intent.of(
        id(number),
        START.plusMillis(number),
        CheckType.TENURE,
        "main",
        "TestOperation",
        id(9),
        new CallContext(Duration.ofSeconds(1), "call-" + number, Optional.empty()));
  }

  private static Settlement settled(Intent intent, Charge charge) {
    long number = Duration.between(START, intent.at()).toMillis();
    return new Settlement(
        intent.id(),
        intent.at().plus(ELAPSED),
        Settlement.KNOWN,
        charge,
        Optional.of("0"),
        Optional.of("request " + number),
        ELAPSED);
  }

  private static Receipt receipt() {
    return Receipt.of("main", "TestOperation", Charge.CHARGED, START, ELAPSED)
        .withVendorCode("0/没有")
        .withRequestId("request 1");
  }

  private static String id(int number) {
    return "%032x".formatted(number + 1);
  }

  private static String key(int number, int question) {
    return "%032x%032x".formatted(number + 1, question + 1);
  }

  private static String hash(int number) {
    return key(number, 0);
  }
}
