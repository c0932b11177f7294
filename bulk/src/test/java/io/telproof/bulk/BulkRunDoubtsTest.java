package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.PhoneNumber;
import io.telproof.bulk.BulkReport.Kind;
import io.telproof.bulk.internal.file.RunDirectory;
import io.telproof.client.Ledgers;
import io.telproof.sandbox.Fault;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a run that are in doubt, and how they are asked again. */
final class BulkRunDoubtsTest {
  private static final String GOOD = "+8613800138000";
  private static final String SUSPENDED = "+8613800138010";
  private static final String NOT_TOLD = "+8613800138070";

  @TempDir private Path directory;
  private RunFixture vendor;

  @BeforeEach
  void start() {
    vendor = new RunFixture(directory);
  }

  @AfterEach
  void end() {
    vendor.close();
  }

  private long charged() {
    return vendor.sandbox().bill().charged();
  }

  @Test
  void a_question_whose_reply_was_lost_is_in_doubt_and_asked_again_on_a_word_alone()
      throws Exception {
    InputTable table = vendor.table("number,id", GOOD + ",a", SUSPENDED + ",b", GOOD + ",c");
    vendor.sandbox().faults().next(Fault.RESET_BEFORE_REPLY);
    BulkReport report = vendor.tenure(table).run(vendor.config());
    assertThat(report.isFinished()).isTrue();
    assertThat(report.totals().doubtful()).as("a, and c that asks the same").isEqualTo(2);
    assertThat(report.totals().charges()).containsEntry(Charge.POSSIBLE, 1L);
    assertThat(vendor.output(2)).containsExactly("3,b");
    assertThat(vendor.lines("out.csv.doubts.csv"))
        .satisfiesExactly(
            header -> assertThat(header).startsWith("row,line,id,asked_at,provider,"),
            a -> assertThat(a).startsWith("1,2,a,").contains(",main,").contains(",POSSIBLE,"),
            c -> assertThat(c).startsWith("3,4,c,").contains(",FREE,"));
    long before = charged();
    assertThat(vendor.tenure(table).run(vendor.config())).isEqualTo(report);
    assertThat(charged()).as("nobody said that it may be asked again").isEqualTo(before);

    BulkReport again = vendor.tenure(table).askAgainInDoubt().run(vendor.config());
    assertThat(again.totals().doubtful()).isZero();
    assertThat(again.totals().known()).isEqualTo(3);
    assertThat(charged()).as("once for both rows").isEqualTo(before + 1);
    assertThat(vendor.output(2)).containsExactly("3,b", "2,a", "4,c");
    assertThat(vendor.lines("out.csv.doubts.csv")).hasSize(1);
  }

  @Test
  void what_is_asked_again_on_a_word_is_in_doubt_in_the_ledger_no_more() throws Exception {
    InputTable table = vendor.table("number", GOOD);
    vendor.sandbox().faults().next(Fault.RESET_BEFORE_REPLY);
    vendor.tenure(table).run(vendor.config());
    RunLedger ledger;
    CallId call;
    try (RunDirectory run =
        RunDirectory.open(vendor.file("out.csv"), key -> Map.of(), Instant.EPOCH)) {
      ledger = RunLedger.of(vendor.config(), run);
      call = new CallId(run.id(), 1, 0, "%032x".formatted(1));
    }
    try (Ledger killed = Ledgers.open(ledger.config())) {
      killed.intend(
          Intent.of(
              "%032x".formatted(1),
              Instant.EPOCH,
              CheckType.TENURE,
              "main",
              "Months",
              "%032x".formatted(2),
              new CallContext(Duration.ofSeconds(1), call.toString(), Optional.empty())));
    }
    vendor.tenure(table).askAgainInDoubt().run(vendor.config());
    List<String> doubts = new ArrayList<>();
    try (LedgerReader reader = Ledgers.read(ledger.config())) {
      reader.doubts(entry -> doubts.add(entry.intent().id()));
    }
    assertThat(doubts).isEmpty();
  }

  @Test
  void what_a_budget_keeps_from_being_asked_again_stays_among_the_doubts() throws Exception {
    InputTable table = vendor.table("number,id", GOOD + ",a", SUSPENDED + ",b", NOT_TOLD + ",c");
    vendor.sandbox().faults().next(2, Fault.RESET_BEFORE_REPLY);
    vendor.tenure(table).run(vendor.config());
    List<String> doubts = vendor.lines("out.csv.doubts.csv");
    assertThat(doubts).hasSize(3);

    BulkReport cut = vendor.tenure(table).askAgainInDoubt().budget(4).run(vendor.config());
    assertThat(cut.stop().orElseThrow().kind()).isEqualTo(Kind.BUDGET);
    assertThat(cut.waiting()).isOne();
    assertThat(cut.totals().doubtful()).isZero();
    assertThat(vendor.output(2)).containsExactly("4,c", "2,a");
    assertThat(vendor.lines("out.csv.doubts.csv")).containsExactly(doubts.get(0), doubts.get(2));

    BulkReport none = vendor.tenure(table).budget(4).run(vendor.config());
    assertThat(none.waiting()).as("the budget is still spent").isOne();
    assertThat(vendor.lines("out.csv.doubts.csv")).containsExactly(doubts.get(0), doubts.get(2));

    vendor.sandbox().faults().next(Fault.RESET_BEFORE_REPLY);
    BulkReport lost = vendor.tenure(table).budget(5).run(vendor.config());
    assertThat(lost.waiting()).isZero();
    assertThat(lost.totals().doubtful()).isOne();
    assertThat(vendor.lines("out.csv.doubts.csv"))
        .satisfiesExactly(
            header -> assertThat(header).isEqualTo(doubts.get(0)),
            again -> assertThat(again).startsWith("2,3,b,").isNotEqualTo(doubts.get(2)));

    BulkReport done = vendor.tenure(table).askAgainInDoubt().run(vendor.config());
    assertThat(done.totals().known() + done.totals().unknown()).isEqualTo(3);
    assertThat(vendor.lines("out.csv.doubts.csv")).containsExactly(doubts.get(0));
    assertThat(vendor.output(2)).containsExactly("4,c", "2,a", "3,b");
  }

  @Test
  void a_process_that_is_killed_while_it_asks_again_leaves_the_rows_among_the_doubts()
      throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED);
    vendor.sandbox().faults().next(2, Fault.RESET_BEFORE_REPLY);
    vendor.tenure(table).run(vendor.config());
    List<String> doubts = vendor.lines("out.csv.doubts.csv");
    List<List<String>> seen = new ArrayList<>();
    vendor
        .tenure(table)
        .askAgainInDoubt()
        .numbers(
            "E.164",
            text -> {
              try {
                seen.add(vendor.lines("out.csv.doubts.csv"));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
              return PhoneNumber.of(text);
            })
        .run(vendor.config());
    assertThat(seen).as("as a kill would leave it").containsExactly(doubts, doubts);
    assertThat(vendor.lines("out.csv.doubts.csv")).hasSize(1);
  }

  @Test
  void a_column_of_the_table_may_have_a_name_of_the_list_of_doubts() throws Exception {
    InputTable table = vendor.table("row,number", "x," + GOOD);
    vendor.sandbox().faults().next(2, Fault.RESET_BEFORE_REPLY);
    vendor.tenure(table).run(vendor.config());
    vendor.tenure(table).askAgainInDoubt().run(vendor.config());
    assertThat(vendor.lines("out.csv.doubts.csv"))
        .satisfiesExactly(
            header -> assertThat(header).startsWith("row,line,kept.row,asked_at,"),
            doubt -> assertThat(doubt).startsWith("1,2,x,"));
    vendor.tenure(table).askAgainInDoubt().run(vendor.config());
    assertThat(vendor.lines("out.csv").get(0)).startsWith("line,row,answer,");
    assertThat(vendor.output(3)).containsExactly("2,x,known");
  }

  @Test
  void why_a_row_is_in_doubt_is_told_in_words_for_who_runs_it() throws Exception {
    InputTable table = vendor.table("number", GOOD, GOOD);
    vendor.sandbox().faults().next(Fault.RESET_BEFORE_REPLY);
    vendor.tenure(table).run(vendor.config());
    assertThat(vendor.lines("out.csv.doubts.csv"))
        .satisfiesExactly(
            header -> assertThat(header).endsWith(",reason"),
            sent ->
                assertThat(sent)
                    .endsWith(
                        ",\"It was sent, and no reply came back that says what came of it. It may"
                            + " have been charged. Look for its time on the vendor's bill; to ask"
                            + " it again (--ask-again-in-doubt) may be charged once more.\""),
            same ->
                assertThat(same)
                    .endsWith(
                        ",\"It asks the same as another row, whose answer is not known. Nothing was"
                            + " sent for it, and it cost nothing. It is asked again together with"
                            + " that row.\""));
  }
}
