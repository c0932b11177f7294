package io.telproof.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.Charge;
import io.telproof.ledger.Bill.Line;
import io.telproof.spi.ledger.LedgerException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was asked and what it cost, by day. */
final class BillTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static Days all(ZoneId zone) {
    return new Days(zone, Optional.empty(), Optional.empty());
  }

  @Test
  void questions_are_counted_by_day_provider_operation_and_charge() throws LedgerException {
    ListedEntries ledger =
        new ListedEntries()
            .settled("2026-01-01T10:00:00Z", Charge.CHARGED, "1")
            .settled("2026-01-01T10:00:01Z", Charge.CHARGED, "2")
            .settled("2026-01-01T10:00:02Z", Charge.FREE, "3")
            .settled("2026-01-01T10:00:02Z", Charge.POSSIBLE, "")
            .settled("2026-01-01T10:00:03Z", "other", "Match", Charge.UNSTATED, Optional.empty())
            .open("2026-01-01T10:00:04Z", false)
            .open("2026-01-01T10:00:05Z", true)
            .settled("2026-01-02T10:00:00Z", Charge.CHARGED, "4");
    assertThat(Bill.of(ledger, all(ZoneOffset.UTC)))
        .containsExactly(
            new Line(
                FIRST,
                "main",
                "Months",
                Map.of(Charge.CHARGED, 2L, Charge.FREE, 1L, Charge.POSSIBLE, 1L),
                1,
                1),
            new Line(FIRST, "other", "Match", Map.of(Charge.UNSTATED, 1L), 0, 0),
            new Line(FIRST.plusDays(1), "main", "Months", Map.of(Charge.CHARGED, 1L), 0, 0));
  }

  @Test
  void a_day_is_that_of_its_zone() throws LedgerException {
    ListedEntries ledger =
        new ListedEntries()
            .settled("2026-01-01T15:59:59.999Z", Charge.CHARGED, "1")
            .settled("2026-01-01T16:00:00Z", Charge.CHARGED, "2");
    assertThat(Bill.of(ledger, all(SHANGHAI)))
        .extracting(Line::day)
        .containsExactly(FIRST, FIRST.plusDays(1));
    assertThat(Bill.of(ledger, all(ZoneOffset.UTC))).extracting(Line::day).containsExactly(FIRST);
    Days second =
        new Days(SHANGHAI, Optional.of(FIRST.plusDays(1)), Optional.of(FIRST.plusDays(1)));
    assertThat(Bill.of(ledger, second))
        .extracting(line -> line.count(Charge.CHARGED))
        .containsExactly(1L);
  }

  @Test
  void days_in_the_wrong_order_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Days(SHANGHAI, Optional.of(FIRST), Optional.of(FIRST.minusDays(1))))
        .withMessage("the last day is before the first");
  }
}
