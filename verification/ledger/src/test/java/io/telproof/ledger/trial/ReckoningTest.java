package io.telproof.ledger.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That the trial sees what it looks for. */
final class ReckoningTest {
  private static final Request BILLED = new Request("one", true);
  private static final Request FREE = new Request("two", false);
  private static final Instant AT = Instant.parse("2026-03-01T02:00:00Z");

  private static Intent intent() {
    return Intent.of(
        "0".repeat(32),
        AT,
        CheckType.PHONE_STATUS,
        "main",
        "MobileStatus",
        "0".repeat(32),
        Question.context(1, false, Duration.ofSeconds(1)));
  }

  private static Entry settled(Charge charge, String... requestId) {
    Settlement settlement =
        new Settlement(
            "0".repeat(32),
            AT,
            Settlement.KNOWN,
            charge,
            Optional.empty(),
            List.of(requestId).stream().findFirst(),
            Duration.ZERO);
    return new Entry(intent(), Optional.of(settlement), false);
  }

  private static Entry doubt() {
    return new Entry(intent(), Optional.empty(), false);
  }

  private static Reckoning of(List<Request> requests, Entry... entries) {
    return Reckoning.of(Map.of(1, requests), List.of(entries));
  }

  @Test
  void what_both_say_the_same_of_holds() {
    assertThat(of(List.of(BILLED), settled(Charge.CHARGED, "one")).holds()).isTrue();
    assertThat(of(List.of(FREE), settled(Charge.FREE, "two")).holds()).isTrue();
    assertThat(of(List.of(), settled(Charge.FREE)).holds()).isTrue();
    assertThat(of(List.of(), doubt()).holds()).isTrue();
  }

  @Test
  void a_reply_that_was_lost_is_covered_by_what_may_have_been_billed() {
    Reckoning reckoning = of(List.of(BILLED), settled(Charge.POSSIBLE));

    assertThat(reckoning.holds()).isTrue();
    assertThat(reckoning.billedPerhaps()).isEqualTo(1);
  }

  @Test
  void what_a_crash_has_left_is_covered_by_what_is_in_doubt() {
    Reckoning reckoning = of(List.of(FREE, BILLED), settled(Charge.FREE, "two"), doubt());

    assertThat(reckoning.holds()).isTrue();
    assertThat(reckoning.billedInDoubt()).isEqualTo(1);
  }

  @Test
  void a_request_without_an_intent_of_its_own_is_seen() {
    assertThat(of(List.of(FREE)).withoutIntent()).isEqualTo(1);
    assertThat(of(List.of(BILLED), settled(Charge.FREE)).withoutIntent()).isEqualTo(1);
    assertThat(of(List.of(BILLED, FREE), settled(Charge.CHARGED, "one")).withoutIntent())
        .isEqualTo(1);
    assertThat(of(List.of(FREE)).holds()).isFalse();
  }

  @Test
  void another_charge_than_the_vendors_is_seen() {
    assertThat(of(List.of(BILLED), settled(Charge.FREE, "one")).untrue()).isEqualTo(1);
    assertThat(of(List.of(FREE), settled(Charge.CHARGED, "two")).untrue()).isEqualTo(1);
    assertThat(of(List.of(), settled(Charge.CHARGED, "three")).untrue()).isEqualTo(1);
    assertThat(of(List.of(), settled(Charge.CHARGED)).untrue()).isEqualTo(1);
    assertThat(of(List.of(BILLED), settled(Charge.FREE, "one")).difference()).isPositive();
  }

  @Test
  void a_second_bill_is_seen() {
    Reckoning reckoning =
        of(
            List.of(BILLED, new Request("three", true)),
            settled(Charge.CHARGED, "one"),
            settled(Charge.CHARGED, "three"));

    assertThat(reckoning.billedTwice()).isEqualTo(1);
    assertThat(reckoning.holds()).isFalse();
  }
}
