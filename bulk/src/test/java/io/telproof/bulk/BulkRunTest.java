package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.typesafe.config.ConfigFactory;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.PhoneNumber;
import io.telproof.bulk.BulkReport.Kind;
import io.telproof.bulk.internal.file.Output;
import io.telproof.bulk.internal.file.RunDirectory;
import io.telproof.client.Ledgers;
import io.telproof.sandbox.Fault;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BulkRunTest {
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
  void each_row_has_its_answer_in_the_order_of_the_table_and_no_number() throws Exception {
    InputTable table =
        vendor.table(
            "id,number,city", "a," + GOOD + ",X", "b," + SUSPENDED + ",\"Y, Z\"", "c," + NOT_TOLD);
    BulkReport report = vendor.tenure(table).run(vendor.config());
    assertThat(report.isFinished()).isTrue();
    assertThat(vendor.lines("out.csv").get(0))
        .isEqualTo(
            "line,id,city,answer,from,to,reason,provider,operation,charge,earlier,vendor_code,"
                + "request_id,asked_at,elapsed_ms");
    assertThat(vendor.lines("out.csv").stream().skip(1))
        .satisfiesExactly(
            row ->
                assertThat(row)
                    .startsWith("2,a,X,known,24,,,main,MobileNetworkTimeVerification,CHARGED,,0,"),
            row -> assertThat(row).startsWith("3,b,\"Y, Z\",known,12,24,,main,"),
            row -> assertThat(row).startsWith("4,c,,unknown,,,UNDISCLOSED,main,"));
    assertThat(report.totals().known()).isEqualTo(2);
    assertThat(report.totals().unknown()).isOne();
    assertThat(report.totals().charges()).containsEntry(Charge.CHARGED, charged());
  }

  @Test
  void nothing_beside_the_table_holds_a_number_in_clear() throws Exception {
    vendor.tenure(vendor.table("number", GOOD, "12")).run(vendor.config());
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("in.csv")) {
          assertThat(Files.readString(file, Charset.forName("ISO-8859-1")))
              .as(file.toString())
              .doesNotContain("13800138000");
        }
      }
    }
  }

  @Test
  void a_row_that_is_no_question_is_told_with_its_line_and_why() throws Exception {
    InputTable table = vendor.table("number,id", "12345,a", ",b", GOOD + ",c", "");
    BulkReport report = vendor.tenure(table).run(vendor.config());
    assertThat(vendor.lines("out.csv.rejected.csv"))
        .satisfiesExactly(
            header -> assertThat(header).isEqualTo("line,reason"),
            first -> assertThat(first).startsWith("2,\"number: ").doesNotContain("12345"),
            second -> assertThat(second).isEqualTo("3,number is empty"));
    assertThat(vendor.output(3)).containsExactly("4,c,known");
    assertThat(report.totals().rejected()).isEqualTo(2);
  }

  @Test
  void what_is_asked_twice_is_billed_once() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED, GOOD, GOOD);
    BulkReport report = vendor.tenure(table).inFlight(4).run(vendor.config());
    assertThat(charged()).isEqualTo(2);
    assertThat(report.totals().known()).isEqualTo(4);
    assertThat(report.totals().charges())
        .containsEntry(Charge.CHARGED, 2L)
        .containsEntry(Charge.FREE, 2L);
  }

  @Test
  void a_table_in_GBK_with_other_names_and_signs_is_read() throws Exception {
    Path file = directory.resolve("in.csv");
    Files.writeString(file, "\u59d3\u540d;\u624b\u673a\u53f7\n\u674e;" + GOOD + "\n", gbk());
    InputTable table =
        InputTable.of(file)
            .withCharset(gbk())
            .withSeparator(';')
            .withColumn("number", "\u624b\u673a\u53f7");
    vendor.tenure(table).run(vendor.config());
    assertThat(vendor.lines("out.csv").get(0)).startsWith("line,\u59d3\u540d,answer,");
    assertThat(vendor.output(3)).containsExactly("2,\u674e,known");
  }

  private static Charset gbk() {
    return Charset.forName("GBK");
  }

  @Test
  void a_field_that_is_not_in_the_charset_is_rejected_and_not_asked() throws Exception {
    Path file = directory.resolve("in.csv");
    Files.write(file, new byte[] {'n', 'u', 'm', 'b', 'e', 'r', '\n', (byte) 0xff, '1', '\n'});
    vendor.tenure(InputTable.of(file)).run(vendor.config());
    assertThat(vendor.lines("out.csv.rejected.csv"))
        .containsExactly("line,reason", "2,number is not in the charset of the table");
  }

  @Test
  void a_table_without_a_header_has_columns_by_their_place() throws Exception {
    InputTable table = vendor.table("a," + GOOD).withoutHeader().withColumn("number", "2");
    vendor.tenure(table).run(vendor.config());
    assertThat(vendor.lines("out.csv").get(0)).startsWith("line,1,answer,");
    assertThat(vendor.output(3)).containsExactly("1,a,known");
  }

  @Test
  void a_person_is_asked_about_by_three_columns() throws Exception {
    InputTable table =
        vendor.table("number,name,idNumber,ref", SUSPENDED + ",\u674e\u56db,110101199003070000,r");
    BulkRun.of(CheckType.IDENTITY_MATCH, table, vendor.file("out.csv")).run(vendor.config());
    assertThat(vendor.lines("out.csv").get(0))
        .startsWith("line,ref,answer,outcome,differing,carrier,score");
    assertThat(vendor.output(6)).containsExactly("2,r,known,MISMATCH,,china-mobile");
  }

  @Test
  void the_state_of_a_line_is_asked_about() throws Exception {
    BulkRun.of(CheckType.PHONE_STATUS, vendor.table("number", SUSPENDED), vendor.file("out.csv"))
        .run(vendor.config());
    assertThat(vendor.output(3)).containsExactly("2,known,SUSPENDED");
  }

  @Test
  void JSON_Lines_have_the_words_of_the_command() throws Exception {
    InputTable table = vendor.table("id,number", "a," + SUSPENDED);
    vendor.tenure(table).format(OutputFormat.JSON_LINES).run(vendor.config());
    assertThat(vendor.lines("out.csv"))
        .singleElement()
        .asString()
        .startsWith(
            "{\"line\":2,\"kept\":{\"id\":\"a\"},\"answer\":\"known\",\"value\":{\"from\":12,"
                + "\"to\":24},\"receipt\":{\"provider\":\"main\",\"operation\":"
                + "\"MobileNetworkTimeVerification\",\"requestId\":\"")
        .endsWith("\"earlier\":[]}}");
  }

  @Test
  void the_columns_that_are_named_are_kept_in_their_order() throws Exception {
    InputTable table = vendor.table("id,number,city", "a," + GOOD + ",X");
    vendor.tenure(table).keep(List.of("city", "number")).run(vendor.config());
    assertThat(vendor.output(4)).containsExactly("2,X," + GOOD + ",known");
  }

  @Test
  void rows_may_come_as_they_are_answered() throws Exception {
    List<String> lines = new ArrayList<>(List.of("number"));
    for (int i = 0; i < 50; i++) {
      lines.add("+861390000%04d".formatted(i));
    }
    vendor
        .tenure(vendor.table(lines.toArray(String[]::new)))
        .order(OutputOrder.ANSWERED)
        .inFlight(8)
        .run(vendor.config());
    assertThat(vendor.output(1)).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void a_run_that_stopped_goes_on_and_asks_nothing_twice() throws Exception {
    for (OutputOrder order : OutputOrder.values()) {
      InputTable table = vendor.table("number", GOOD, SUSPENDED, NOT_TOLD, "12", GOOD);
      Path out = directory.resolve(order + ".csv");
      long before = charged();
      BulkReport report = stopping(table, out, order).run(vendor.config());
      assertThat(report.stop().orElseThrow().kind()).isEqualTo(Kind.ASKED);
      for (int i = 0; i < 10 && !report.isFinished(); i++) {
        report = stopping(table, out, order).run(vendor.config());
      }
      assertThat(report.totals().rows()).isEqualTo(5);
      assertThat(charged() - before).isEqualTo(3);
      assertThat(report.totals().charges()).containsEntry(Charge.CHARGED, 3L);
      assertThat(Files.readAllLines(out).stream().map(line -> line.replaceFirst(",.*", "")))
          .containsExactlyInAnyOrder("line", "2", "3", "4", "6");
      assertThat(Files.readAllLines(Output.rejected(out))).hasSize(2);
    }
  }

  /** Stops as it reads its second number. */
  private BulkRun stopping(InputTable table, Path out, OutputOrder order) {
    BulkRun run = BulkRun.of(CheckType.TENURE, table, out).inFlight(1).order(order);
    int[] read = {0};
    return run.numbers(
        "E.164",
        text -> {
          if (++read[0] == 2) {
            run.stop();
          }
          return PhoneNumber.of(text);
        });
  }

  @Test
  void a_run_that_has_ended_asks_nothing_any_more_and_has_thrown_its_keys_away() throws Exception {
    InputTable table = vendor.table("number", GOOD);
    BulkReport first = vendor.tenure(table).run(vendor.config());
    List<String> lines = vendor.lines("out.csv");
    assertThat(RunDirectory.of(vendor.file("out.csv")).resolve("keys")).doesNotExist();
    assertThat(Files.readAllLines(RunDirectory.of(vendor.file("out.csv")).resolve("progress")))
        .as("no list of rows, which would grow with the table")
        .contains("done=1", "beyond=", "finished=true");
    BulkReport second = vendor.tenure(table).run(vendor.config());
    assertThat(second).isEqualTo(first);
    assertThat(vendor.lines("out.csv")).isEqualTo(lines);
    assertThat(charged()).isOne();
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
            header -> assertThat(header).startsWith("row,line,asked_at,provider,"),
            a -> assertThat(a).startsWith("1,2,").contains(",main,").contains(",POSSIBLE,"),
            c -> assertThat(c).startsWith("3,4,").contains(",FREE,"));
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
  void a_budget_is_never_overdrawn_and_counts_the_whole_run() throws Exception {
    InputTable table =
        vendor.table("number", GOOD, SUSPENDED, NOT_TOLD, "+8613900000001", "+8613900000002");
    BulkReport report = vendor.tenure(table).inFlight(8).budget(2).run(vendor.config());
    assertThat(report.stop().orElseThrow().kind()).isEqualTo(Kind.BUDGET);
    assertThat(report.stop().orElseThrow().reason()).contains("the budget of 2");
    assertThat(charged()).isEqualTo(2);
    assertThat(vendor.tenure(table).inFlight(8).budget(3).run(vendor.config()).isFinished())
        .isFalse();
    assertThat(charged()).isEqualTo(3);
    assertThat(vendor.tenure(table).budget(5).run(vendor.config()).stop()).isEmpty();
    assertThat(charged()).isEqualTo(5);
  }

  @Test
  void a_key_that_is_refused_stops_the_run_and_no_row_is_lost() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED);
    vendor.revokeKey();
    BulkReport report = vendor.tenure(table).run(vendor.config());
    assertThat(report.stop().orElseThrow().kind()).isEqualTo(Kind.VENDOR);
    assertThat(report.stop().orElseThrow().reason())
        .startsWith("UNAUTHORIZED from main MobileNetworkTimeVerification, line 2: ");
    assertThat(report.totals().rows()).isZero();
    vendor.restoreKey();
    assertThat(vendor.tenure(table).run(vendor.config()).totals().known()).isEqualTo(2);
  }

  @Test
  void a_vendor_that_answers_nothing_is_not_paid_for_all_rows() throws Exception {
    List<String> lines = new ArrayList<>(List.of("number"));
    for (int i = 0; i < 150; i++) {
      lines.add("+861390000%04d".formatted(i));
    }
    vendor.sandbox().faults().next(150, Fault.NOT_JSON_200);
    BulkReport report =
        vendor.tenure(vendor.table(lines.toArray(String[]::new))).run(vendor.config());
    assertThat(report.stop().orElseThrow().kind()).isEqualTo(Kind.VENDOR);
    assertThat(report.stop().orElseThrow().reason()).startsWith("100 rows in a row");
    assertThat(charged()).isEqualTo(100);
  }

  @Test
  void what_a_killed_process_left_in_doubt_is_no_reason_to_stop() throws Exception {
    int rows = 120;
    List<String> lines = new ArrayList<>(List.of("number"));
    for (int i = 0; i < rows; i++) {
      lines.add("+861390000%04d".formatted(i));
    }
    InputTable table = vendor.table(lines.toArray(String[]::new));
    vendor.sandbox().faults().next(rows, Fault.STALL);
    BulkRun stalled = vendor.tenure(table).inFlight(rows);
    CompletableFuture<BulkReport> ended =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return stalled.run(vendor.config());
              } catch (BulkException e) {
                throw new IllegalStateException(e);
              }
            });
    while (vendor.sandbox().heard().size() < rows) {
      Thread.onSpinWait();
    }
    copy("killed.csv");
    vendor.close();
    assertThat(ended.join().totals().doubtful()).isEqualTo(rows);

    BulkReport report =
        BulkRun.of(CheckType.TENURE, table, vendor.file("killed.csv")).run(vendor.config());
    assertThat(report.stop()).isEmpty();
    assertThat(report.totals().doubtful()).isEqualTo(rows);
  }

  /** All that a process which was killed at this moment has left, for an output of this name. */
  private void copy(String name) throws IOException {
    // Where it stands, and then what only grows.
    copy(RunDirectory.of(vendor.file("out.csv")), name);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.getFileName().toString().startsWith("out.csv")) {
          copy(file, name);
        }
      }
    }
  }

  private static void copy(Path tree, String name) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.toList()) {
        try {
          Files.copy(file, Path.of(file.toString().replace("out.csv", name)));
        } catch (NoSuchFileException e) {
          // It was written beside the one whose place it has taken meanwhile.
        }
      }
    }
  }

  @Test
  void the_first_of_those_that_ask_the_same_is_the_one_that_is_billed() throws Exception {
    String[] lines = new String[201];
    Arrays.fill(lines, GOOD);
    lines[0] = "number";
    BulkReport report =
        vendor.tenure(vendor.table(lines)).keep(List.of()).inFlight(200).run(vendor.config());
    assertThat(report.totals().charges()).containsEntry(Charge.CHARGED, 1L);
    List<String> out = vendor.lines("out.csv");
    assertThat(out.get(1)).contains(",CHARGED,");
    assertThat(out.subList(2, out.size())).hasSize(199).allMatch(line -> line.contains(",FREE,"));
  }

  @Test
  void the_ledger_of_the_configuration_is_taken_where_it_keeps_answers() throws Exception {
    Path ledger = directory.resolve("ledger");
    Map<String, Object> kept =
        Map.of(
            "telproof.ledger.kept", "file",
            "telproof.ledger.directory", ledger.toString(),
            "telproof.ledger.hash-key", "0123456789abcdef");
    InputTable table = vendor.table("number", GOOD);
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).run(vendor.config(kept)))
        .withMessageContaining("answers { keep = 30d, key = \u2026 }");
    assertThat(charged()).isZero();
    Map<String, Object> answers =
        Map.of(
            "telproof.ledger.answers.keep", "30d",
            "telproof.ledger.answers.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    vendor.tenure(table).run(ConfigFactory.parseMap(answers).withFallback(vendor.config(kept)));
    assertThat(ledger).isDirectoryContaining("glob:**.ledger");
    assertThat(RunDirectory.of(vendor.file("out.csv")).resolve("ledger")).doesNotExist();
  }

  @Test
  void what_was_begun_otherwise_is_refused_before_anything_is_asked() throws Exception {
    InputTable table = vendor.table("number,id", GOOD + ",a");
    vendor.tenure(table).run(vendor.config());
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).keep(List.of("id")).run(vendor.config()))
        .withMessageStartingWith("this run was begun with another columns to keep: ");
    InputTable other = vendor.table("number,id", SUSPENDED + ",a");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(other).run(vendor.config()))
        .withMessageStartingWith("this run was begun with another table: ");
    assertThat(charged()).isOne();
  }

  @Test
  void a_mistake_is_not_what_a_run_was_begun_with() throws Exception {
    InputTable table = vendor.table("number,id", GOOD + ",a");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).keep(List.of("none")).run(vendor.config()))
        .withMessageStartingWith("column 1 of those to keep is not in the table");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).provider("none").run(vendor.config()))
        .withMessage("no provider of that name is configured; there is main");
    assertThat(RunDirectory.of(vendor.file("out.csv"))).doesNotExist();
    assertThat(vendor.tenure(table).run(vendor.config()).isFinished()).isTrue();
  }

  @Test
  void another_ledger_or_another_reading_of_numbers_is_refused_because_all_would_be_asked_again()
      throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED);
    vendor.tenure(table).budget(1).run(vendor.config());
    Map<String, Object> kept =
        Map.of(
            "telproof.ledger.kept", "file",
            "telproof.ledger.directory", directory.resolve("ledger").toString(),
            "telproof.ledger.hash-key", "0123456789abcdef",
            "telproof.ledger.answers.keep", "30d",
            "telproof.ledger.answers.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).run(vendor.config(kept)))
        .withMessageStartingWith("this run was begun with another ledger or other keys of it: ");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).numbers("US", PhoneNumber::of).run(vendor.config()))
        .withMessageStartingWith("this run was begun with another reading of numbers: ");
    assertThat(charged()).isOne();
  }

  @Test
  void a_table_without_the_header_that_it_should_have_is_refused_without_a_word_of_it()
      throws Exception {
    InputTable table = vendor.table("13800138000,\u738b\u4f1f", "13800138010,\u674e");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).run(vendor.config()))
        .satisfies(
            thrown ->
                assertThat(thrown.getMessage()).doesNotContain("138").doesNotContain("\u738b"));
    vendor.tenure(table.withoutHeader().withColumn("number", "1")).budget(0).run(vendor.config());
    try (Stream<Path> files = Files.walk(RunDirectory.of(vendor.file("out.csv")))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, Charset.forName("ISO-8859-1"))).doesNotContain("138001");
      }
    }
  }

  @Test
  void an_output_that_is_taken_away_is_told_before_the_keys_are_thrown_away() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED);
    Path out = vendor.file("out.csv");
    BulkRun run = vendor.tenure(table);
    run.numbers(
        "E.164",
        text -> {
          try {
            Files.deleteIfExists(out);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          return PhoneNumber.of(text);
        });
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> run.run(vendor.config()))
        .withMessageStartingWith("the output was changed or taken away");
    assertThat(RunDirectory.of(out).resolve("keys")).exists();
    BulkReport report = vendor.tenure(table).run(vendor.config());
    assertThat(report.isFinished()).isTrue();
    assertThat(charged()).as("its answers were in the ledger").isEqualTo(2);
    Files.delete(out);
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).run(vendor.config()))
        .withMessageStartingWith("this run has ended, and its output is not there any more");
  }

  @Test
  void the_table_itself_is_no_output() throws Exception {
    InputTable table = vendor.table("number", GOOD);
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(
            () -> BulkRun.of(CheckType.TENURE, table, vendor.file("in.csv")).run(vendor.config()))
        .withMessageStartingWith("the output is the table itself");
  }

  @Test
  void a_file_that_no_run_has_written_is_not_overwritten() throws Exception {
    Files.writeString(vendor.file("out.csv"), "mine");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(vendor.table("number", GOOD)).run(vendor.config()))
        .withMessageStartingWith("the output is there already");
    assertThat(vendor.lines("out.csv")).containsExactly("mine");
  }

  @Test
  void two_processes_cannot_have_one_run() throws Exception {
    InputTable table = vendor.table("number", GOOD);
    BulkRun first = vendor.tenure(table);
    List<String> told = new ArrayList<>();
    first.numbers(
        "E.164",
        text -> {
          try {
            vendor.tenure(table).run(vendor.config());
          } catch (BulkException e) {
            told.add(e.getMessage());
          }
          return PhoneNumber.of(text);
        });
    first.run(vendor.config());
    assertThat(told).singleElement().asString().startsWith("this run is under way");
  }

  @Test
  void a_column_that_is_missing_or_named_twice_is_told() throws IOException {
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(vendor.table("phone", GOOD)).run(vendor.config()))
        .withMessage(
            "none of the 1 columns of the table has the name of number: say which one is which, as"
                + " in number=phone; or is there no header, another charset or another separator?");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(vendor.table("number,number", GOOD)).plan(vendor.config()))
        .withMessageContaining("two columns of the name that is said for number");
  }

  @Test
  void what_sends_something_to_a_person_cannot_be_asked_of_a_table() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                BulkRun.of(
                    CheckType.CODE_DELIVERY, InputTable.of(Path.of("in.csv")), Path.of("out.csv")))
        .withMessageContaining("code-delivery");
  }

  @Test
  void a_plan_counts_and_asks_nobody_and_writes_nothing() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED, GOOD, "12");
    BulkPlan plan =
        vendor
            .tenure(table)
            .plan(vendor.config(Map.of("telproof.providers.main.limits.tenure", "1/s")));
    assertThat(plan.rows()).isEqualTo(4);
    assertThat(plan.rejected()).isOne();
    assertThat(plan.reasons()).singleElement().asString().startsWith("line 5: number: ");
    assertThat(plan.most()).isEqualTo(2);
    assertThat(plan.providers()).containsExactly("main");
    assertThat(plan.limits()).isEqualTo("1/s");
    assertThat(plan.shortest()).contains(Duration.ofSeconds(1));
    assertThat(vendor.sandbox().bill().requests()).isZero();
    assertThat(vendor.file("out.csv")).doesNotExist();
    assertThat(RunDirectory.of(vendor.file("out.csv"))).doesNotExist();
  }

  @Test
  void progress_tells_of_the_end() throws Exception {
    List<BulkProgress> told = new ArrayList<>();
    vendor.tenure(vendor.table("number", GOOD, "12")).progress(told::add).run(vendor.config());
    BulkProgress last = told.get(told.size() - 1);
    assertThat(last.rows()).isEqualTo(2);
    assertThat(last.totals().rows()).isEqualTo(2);
    assertThat(last.inFlight()).isZero();
  }

  @Test
  void a_column_with_a_name_of_the_output_is_refused_before_anything_is_asked() throws Exception {
    for (String name : List.of("line", "carrier", "reason", "asked_at")) {
      InputTable table = vendor.table("id,number," + name, "a," + GOOD + ",X");
      BulkRun run = BulkRun.of(CheckType.PHONE_STATUS, table, vendor.file("out.csv"));
      String told =
          "column 3 of the table has the name "
              + name
              + ", which the output has of its own: give it another name, or say which columns to"
              + " keep";
      assertThatExceptionOfType(BulkException.class)
          .isThrownBy(() -> run.run(vendor.config()))
          .withMessage(told);
      assertThatExceptionOfType(BulkException.class)
          .isThrownBy(() -> run.plan(vendor.config()))
          .withMessage(told);
    }
    assertThat(charged()).isZero();
    assertThat(RunDirectory.of(vendor.file("out.csv"))).doesNotExist();
    InputTable table = vendor.table("id,number,line", "a," + GOOD + ",X");
    vendor.tenure(table).keep(List.of("id")).run(vendor.config());
    assertThat(vendor.output(3)).containsExactly("2,a,known");
  }

  @Test
  void an_object_has_what_is_kept_apart_so_that_any_name_will_do() throws Exception {
    InputTable table = vendor.table("line,number", "a," + GOOD);
    vendor.tenure(table).format(OutputFormat.JSON_LINES).run(vendor.config());
    assertThat(vendor.lines("out.csv"))
        .singleElement()
        .asString()
        .startsWith("{\"line\":2,\"kept\":{\"line\":\"a\"},");
  }

  @Test
  void two_columns_of_one_name_are_not_taken_over_as_one() throws Exception {
    InputTable table = vendor.table("id,number,city,city", "a," + GOOD + ",X,Y");
    for (BulkRun run :
        List.of(vendor.tenure(table), vendor.tenure(table).keep(List.of("id", "city")))) {
      assertThatExceptionOfType(BulkException.class)
          .isThrownBy(() -> run.run(vendor.config()))
          .withMessage(
              "column 4 of the table has the name of column 3: give it another name, or say which"
                  + " columns to keep");
    }
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).keep(List.of("id", "id")).run(vendor.config()))
        .withMessage("column 1 of those to keep is said more than once");
    assertThat(vendor.tenure(table).keep(List.of("id")).run(vendor.config()).isFinished()).isTrue();
  }

  @Test
  void a_table_in_another_charset_is_told_with_the_one_to_try_before_anything_is_asked()
      throws Exception {
    Path file = directory.resolve("in.csv");
    Files.writeString(file, "number,city\n" + GOOD + ",\u5317\u4eac\n", gbk());
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(InputTable.of(file)).run(vendor.config()))
        .withMessageStartingWith("the table is not in UTF-8, and may be in GBK: try --charset GBK");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(InputTable.of(file)).plan(vendor.config()))
        .withMessageStartingWith("the table is not in UTF-8");
    Files.writeString(file, "number,city\n" + GOOD + ",\u4e0a\u6d77\u5e02\n");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(
            () -> vendor.tenure(InputTable.of(file).withCharset(gbk())).run(vendor.config()))
        .withMessageStartingWith("the table is not in GBK, and may be in UTF-8: try --charset");
    assertThat(charged()).isZero();
    assertThat(RunDirectory.of(vendor.file("out.csv"))).doesNotExist();
  }

  @Test
  void a_table_with_another_separator_is_told_with_the_one_to_try_before_anything_is_asked()
      throws Exception {
    InputTable semicolons = vendor.table("number;city", GOOD + ";X");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(semicolons).run(vendor.config()))
        .withMessage(
            "the first row of the table is one field, in which there is ';': try --separator ';'");
    InputTable tabs = vendor.table(GOOD + "\tX").withoutHeader().withColumn("number", "1");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(tabs).plan(vendor.config()))
        .withMessage(
            "the first row of the table is one field, in which there is a tab: try --separator tab");
    assertThat(charged()).isZero();
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
            again -> assertThat(again).startsWith("2,3,").isNotEqualTo(doubts.get(2)));

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
  void a_start_that_goes_on_says_how_far_the_run_has_come_and_a_first_one_says_nothing()
      throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED);
    List<BulkStatus> told = new ArrayList<>();
    Instant before = Instant.now();
    vendor.tenure(table).budget(1).resumed(told::add).run(vendor.config());
    assertThat(told).isEmpty();
    vendor.tenure(table).budget(2).resumed(told::add).run(vendor.config());
    assertThat(told)
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.totals().rows()).isOne();
              assertThat(status.finished()).isFalse();
              assertThat(status.begun()).isBetween(before, Instant.now());
            });
    vendor.tenure(table).budget(2).resumed(told::add).run(vendor.config());
    assertThat(told).hasSize(2).last().extracting(BulkStatus::finished).isEqualTo(true);
  }

  @Test
  void a_plan_of_a_run_that_was_begun_tells_what_is_left_and_writes_nothing() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED, NOT_TOLD, "12", NOT_TOLD);
    assertThat(vendor.tenure(table).plan(vendor.config()).begun()).isEmpty();
    vendor.tenure(table).budget(1).run(vendor.config());
    Map<Path, String> files = files();
    BulkPlan plan = vendor.tenure(table).plan(vendor.config());
    assertThat(plan.rows()).isEqualTo(5);
    assertThat(plan.done()).isOne();
    assertThat(plan.rejected()).isOne();
    assertThat(plan.most()).isEqualTo(2);
    assertThat(files()).isEqualTo(files);

    vendor.sandbox().faults().next(Fault.RESET_BEFORE_REPLY);
    vendor.tenure(table).run(vendor.config());
    files = files();
    BulkPlan ended = vendor.tenure(table).plan(vendor.config());
    assertThat(ended.begun().orElseThrow().finished()).isTrue();
    assertThat(ended.done()).isEqualTo(5);
    assertThat(ended.most()).isZero();
    BulkPlan again = vendor.tenure(table).askAgainInDoubt().plan(vendor.config());
    assertThat(again.done()).isEqualTo(4);
    assertThat(again.most()).isOne();
    assertThat(files()).isEqualTo(files);
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).order(OutputOrder.ANSWERED).plan(vendor.config()))
        .withMessageStartingWith("this run was begun with another order");
  }

  /** All files, with what is in them and when they were written. */
  private Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            file,
            Files.getLastModifiedTime(file)
                + Files.readString(file, Charset.forName("ISO-8859-1")));
      }
    }
    return files;
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

  @Test
  void a_key_that_was_mended_in_the_configuration_goes_on_with_the_row_that_was_refused()
      throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED, NOT_TOLD);
    vendor.tenure(table).budget(1).run(vendor.config());
    Map<String, Object> wrong = Map.of("telproof.providers.main.secret-key", "another");
    for (int i = 0; i < 2; i++) {
      BulkReport refused = vendor.tenure(table).run(vendor.config(wrong));
      assertThat(refused.stop().orElseThrow().reason())
          .startsWith("UNAUTHORIZED from main MobileNetworkTimeVerification, line 3: ");
      assertThat(refused.totals().rows()).isOne();
    }
    BulkReport report = vendor.tenure(table).run(vendor.config());
    assertThat(report.isFinished()).isTrue();
    assertThat(vendor.output(2)).containsExactly("2,known", "3,known", "4,unknown");
    assertThat(charged()).isEqualTo(3);
  }
}
