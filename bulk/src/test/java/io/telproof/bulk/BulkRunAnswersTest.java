package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Charge;
import io.telproof.bulk.internal.file.RunDirectory;
import io.telproof.spi.CheckType;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a table, and what is written of it. */
final class BulkRunAnswersTest {
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
            header -> assertThat(header).isEqualTo("line,id,reason"),
            first -> assertThat(first).startsWith("2,a,\"number: ").doesNotContain("12345"),
            second -> assertThat(second).isEqualTo("3,b,number is empty"));
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
  void an_object_has_what_is_kept_apart_so_that_any_name_will_do() throws Exception {
    InputTable table = vendor.table("line,number", "a," + GOOD);
    vendor.tenure(table).format(OutputFormat.JSON_LINES).run(vendor.config());
    assertThat(vendor.lines("out.csv"))
        .singleElement()
        .asString()
        .startsWith("{\"line\":2,\"kept\":{\"line\":\"a\"},");
    assertThat(vendor.lines("out.csv.rejected.csv")).containsExactly("line,kept.line,reason");
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
  void progress_tells_of_the_end() throws Exception {
    List<BulkProgress> told = new ArrayList<>();
    vendor.tenure(vendor.table("number", GOOD, "12")).progress(told::add).run(vendor.config());
    BulkProgress last = told.get(told.size() - 1);
    assertThat(last.rows()).isEqualTo(2);
    assertThat(last.totals().rows()).isEqualTo(2);
    assertThat(last.inFlight()).isZero();
  }
}
