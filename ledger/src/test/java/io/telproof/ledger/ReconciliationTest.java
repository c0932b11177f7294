package io.telproof.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.Charge;
import io.telproof.ledger.Reconciliation.Difference;
import io.telproof.ledger.Reconciliation.Kind;
import io.telproof.ledger.Reconciliation.Summary;
import io.telproof.spi.ledger.LedgerException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger against what the vendor says. */
final class ReconciliationTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Days ALL = new Days(SHANGHAI, Optional.empty(), Optional.empty());

  @TempDir private Path directory;
  private final ListedEntries ledger = new ListedEntries();
  private final List<Difference> told = new ArrayList<>();

  private Statement statement(String text, Optional<String> charge) throws IOException {
    return new Statement(
        Files.writeString(directory.resolve("vendor.csv"), text),
        UTF_8,
        ',',
        Optional.of("id"),
        "time",
        Optional.empty(),
        charge);
  }

  private Summary compare(String text) throws LedgerException, IOException {
    return Reconciliation.of(
        ledger, statement(text, Optional.empty()), ALL, Optional.empty(), told::add);
  }

  private static Difference difference(Kind kind, String id, long ours, long perhaps, long theirs) {
    return new Difference(
        kind, DAY, Optional.of(id).filter(text -> !text.isEmpty()), ours, perhaps, theirs);
  }

  @Test
  void what_one_side_alone_says_is_told_by_request_id() throws Exception {
    ledger
        .settled("2026-01-01T01:00:00Z", Charge.CHARGED, "both")
        .settled("2026-01-01T02:00:00Z", Charge.POSSIBLE, "perhaps")
        .settled("2026-01-01T03:00:00Z", Charge.CHARGED, "ours")
        .settled("2026-01-01T04:00:00Z", Charge.FREE, "free")
        .settled("2026-01-01T05:00:00Z", Charge.UNSTATED, "open");
    Summary summary =
        compare(
            """
            id,time
            both,2026-01-01 09:00:01
            perhaps,2026-01-01 10:00:01
            theirs,2026-01-01 11:00:01
            """);
    assertThat(told)
        .containsExactly(
            difference(Kind.ONLY_OURS, "ours", 1, 0, 0),
            difference(Kind.ONLY_THEIRS, "theirs", 0, 0, 1));
    assertThat(summary).isEqualTo(new Summary(3, 5, 2, 1, 2));
  }

  @Test
  void what_both_sides_say_differently_is_told() throws Exception {
    ledger
        .settled("2026-01-01T01:00:00Z", Charge.CHARGED, "twice")
        .settled("2026-01-01T02:00:00Z", Charge.FREE, "free here")
        .settled("2026-01-01T03:00:00Z", Charge.CHARGED, "free there")
        .settled("2026-01-01T04:00:00Z", Charge.POSSIBLE, "perhaps twice")
        .settled("2026-01-01T04:00:00Z", Charge.FREE, "free");
    Statement statement =
        statement(
            """
            fee,time,id
            0.20,2026-01-01,twice
            0.20,2026-01-01,twice
            charged,2026-01-01,free here
            0.00,2026-01-01,free there
            1,2026-01-01,perhaps twice
            1,2026-01-01,perhaps twice
            FREE,2026-01-01,free
            """,
            Optional.of("fee"));
    Summary summary = Reconciliation.of(ledger, statement, ALL, Optional.empty(), told::add);
    assertThat(told)
        .containsExactly(
            difference(Kind.DIFFERENT, "twice", 1, 0, 2),
            difference(Kind.DIFFERENT, "free here", 0, 0, 1),
            difference(Kind.DIFFERENT, "free there", 1, 0, 0),
            difference(Kind.DIFFERENT, "perhaps twice", 0, 1, 2));
    assertThat(summary.agreed()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 2,",
    "2, 1, 2,",
    "2, 1, 3,",
    "2, 0, 3, DIFFERENT",
    "2, 1, 1, DIFFERENT",
    "2, 1, 4, DIFFERENT",
    "2, 0, 0, ONLY_OURS",
    "0, 0, 1, ONLY_THEIRS",
    "0, 2, 0,"
  })
  void what_has_no_request_id_is_counted_by_day(int ours, int perhaps, int theirs, Kind kind)
      throws Exception {
    for (int i = 0; i < ours; i++) {
      ledger.settled("2026-01-01T01:00:00Z", Charge.CHARGED, "");
    }
    for (int i = 0; i < perhaps; i++) {
      ledger.open("2026-01-01T01:00:00Z", false);
    }
    ledger.settled("2026-01-01T01:00:00Z", Charge.FREE, "");
    // One that both have says which day it is about.
    ledger.settled("2026-01-01T01:00:00Z", Charge.CHARGED, "both");
    compare("id,time\nboth,2026-01-01\n" + ",2026-01-01 08:00:00\n".repeat(theirs));
    assertThat(told)
        .isEqualTo(
            Optional.ofNullable(kind)
                .map(each -> List.of(difference(each, "", ours, perhaps, theirs)))
                .orElse(List.of()));
  }

  @Test
  void a_statement_without_request_ids_is_compared_by_day_alone() throws Exception {
    ledger
        .settled("2025-12-31T16:00:00Z", Charge.CHARGED, "1")
        .settled("2026-01-01T15:59:59Z", Charge.CHARGED, "2")
        .settled("2026-01-01T16:00:00Z", Charge.CHARGED, "3");
    Statement statement =
        new Statement(
            Files.writeString(directory.resolve("days.csv"), "day\n20260101\n20260101\n"),
            UTF_8,
            ',',
            Optional.empty(),
            "day",
            Optional.empty(),
            Optional.empty());
    Summary summary = Reconciliation.of(ledger, statement, ALL, Optional.empty(), told::add);
    assertThat(told).isEmpty();
    assertThat(summary).isEqualTo(new Summary(2, 2, 0, 0, 0));
  }

  @Test
  void midnight_is_told_differently_by_two_clocks_and_nothing_is_missed_for_that()
      throws Exception {
    ledger
        .settled("2025-12-31T15:59:59.9Z", Charge.CHARGED, "before")
        .settled("2026-01-01T03:00:00Z", Charge.CHARGED, "noon")
        .settled("2026-01-01T16:00:00.1Z", Charge.CHARGED, "after")
        .settled("2026-01-01T17:00:00Z", Charge.CHARGED, "on the next statement");
    compare("id,time\nbefore,2026-01-01\nnoon,2026-01-01\nafter,2026-01-01\n");
    assertThat(told).isEmpty();
  }

  @Test
  void another_vendors_questions_and_other_days_are_left_out() throws Exception {
    ledger
        .settled("2026-01-01T01:00:00Z", Charge.CHARGED, "ours")
        .settled("2026-01-01T02:00:00Z", "other", "Match", Charge.CHARGED, Optional.of("theirs"))
        .settled("2026-01-05T02:00:00Z", Charge.CHARGED, "later");
    Statement statement =
        statement("id,time\nours,2026-01-01\nlater,2026-01-05\n", Optional.empty());
    Days first = new Days(SHANGHAI, Optional.of(DAY), Optional.of(DAY));
    Summary summary = Reconciliation.of(ledger, statement, first, Optional.of("main"), told::add);
    assertThat(told).isEmpty();
    assertThat(summary).isEqualTo(new Summary(1, 1, 1, 0, 0));
  }

  @Test
  void quotes_marks_of_byte_order_and_other_charsets_are_read() throws Exception {
    ledger
        .settled("2026-01-01T01:00:00Z", Charge.CHARGED, "a,\"b\"\nc")
        .settled("2026-01-01T02:00:00Z", Charge.CHARGED, "2");
    String text =
        "请求ID;时间\r\n\"a,\"\"b\"\"\nc\";2026/1/1 9:00:00\r\n2;2026-01-01T10:00:00+08:00\r\n";
    Path gbk = Files.write(directory.resolve("gbk.csv"), text.getBytes(Charset.forName("GBK")));
    Path marked = Files.write(directory.resolve("marked.csv"), ("\ufeff" + text).getBytes(UTF_8));
    for (Path file : List.of(gbk, marked)) {
      Statement statement =
          new Statement(
              file,
              Charset.forName("GBK"),
              ';',
              Optional.of("请求ID"),
              "时间",
              Optional.empty(),
              Optional.empty());
      Summary summary = Reconciliation.of(ledger, statement, ALL, Optional.empty(), told::add);
      assertThat(told).as(file.toString()).isEmpty();
      assertThat(summary.agreed()).isEqualTo(2);
    }
  }

  @Test
  void many_request_ids_are_told_from_each_other() throws Exception {
    StringBuilder text = new StringBuilder("id,time\n");
    for (int i = 0; i < 20_000; i++) {
      if (i % 100 > 0) {
        ledger.settled("2026-01-01T01:00:00Z", Charge.CHARGED, "request-" + i);
      }
      if (i % 100 != 1) {
        text.append("request-").append(i).append(",2026-01-01\n");
      }
    }
    Summary summary = compare(text.toString());
    assertThat(summary).isEqualTo(new Summary(19_800, 19_800, 19_600, 0, 400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "", "2026-13-01", "01.02.2026"})
  void a_time_that_cannot_be_read_is_told_by_its_line_alone(String time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compare("id,time\n1,2026-01-01\n13800138000," + time + "\n"))
        .withMessage(
            "line 3 of the statement: the time cannot be read; say its form, as in yyyyMMddHHmmss");
  }

  @Test
  void a_time_is_read_by_the_form_that_is_said() throws Exception {
    ledger.settled("2026-02-01T01:00:00Z", Charge.CHARGED, "1");
    Statement statement =
        new Statement(
            Files.writeString(directory.resolve("form.csv"), "id,time\n1,01.02.2026 9h00\n"),
            UTF_8,
            ',',
            Optional.of("id"),
            "time",
            Optional.of("dd.MM.yyyy H'h'mm"),
            Optional.empty());
    Summary summary = Reconciliation.of(ledger, statement, ALL, Optional.empty(), told::add);
    assertThat(summary.agreed()).isEqualTo(1);
  }

  @Test
  void what_cannot_be_a_statement_is_told_without_quoting_it() throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compare("number,time\n13800138000,2026-01-01\n"))
        .withMessage("the statement has no column \"id\"; there is number, time");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compare("id,time\n13800138000,2026-01-01,3\n"))
        .withMessage(
            "line 2 of the statement: it has more or fewer fields than the header; is the separator"
                + " right?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compare("id,time\n\"13800138000,2026-01-01\n"))
        .withMessage(
            "the statement is no table in CSV: a quote is not closed, or a field is too long");
    Statement statement = statement("id,time,fee\n1,2026-01-01,little\n", Optional.of("fee"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reconciliation.of(ledger, statement, ALL, Optional.empty(), told::add))
        .withMessage(
            "line 2 of the statement: the charge cannot be read; expected a number, or CHARGED or"
                + " FREE");
  }
}
