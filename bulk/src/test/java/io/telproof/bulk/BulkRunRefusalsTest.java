package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.PhoneNumber;
import io.telproof.bulk.internal.file.RunDirectory;
import io.telproof.spi.CheckType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run refuses, and that nothing is asked then. */
final class BulkRunRefusalsTest {
  private static final String GOOD = "+8613800138000";
  private static final String SUSPENDED = "+8613800138010";

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
  void what_was_begun_otherwise_is_refused_before_anything_is_asked() throws Exception {
    InputTable table = vendor.table("number,id", GOOD + ",a");
    vendor.tenure(table).run(vendor.config());
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).keep(List.of("id")).run(vendor.config()))
        .withMessageStartingWith("this run was begun with other columns to keep: ");
    InputTable other = vendor.table("number,id", SUSPENDED + ",a");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(other).run(vendor.config()))
        .withMessageStartingWith("this run was begun with another table: ");
    assertThat(charged()).isOne();
  }

  @Test
  void whatever_is_another_one_than_before_is_named_in_plain_words() throws Exception {
    InputTable table = vendor.table("number", GOOD);
    vendor.tenure(table).run(vendor.config());
    Map<String, BulkRun> others = new LinkedHashMap<>();
    others.put(
        "for another check", BulkRun.of(CheckType.PHONE_STATUS, table, vendor.file("out.csv")));
    others.put("with another charset", vendor.tenure(table.withCharset(gbk())));
    others.put("with another separator", vendor.tenure(table.withSeparator('|')));
    others.put(
        "with the first row of the table taken otherwise (--no-header)",
        vendor.tenure(table.withoutHeader().withColumn("number", "1")));
    others.put(
        "with other columns to ask about", vendor.tenure(table.withColumn("number", "number")));
    others.put("with another number of months", vendor.tenure(table).monthsOfInterest(6));
    others.put("with another order of the rows", vendor.tenure(table).order(OutputOrder.ANSWERED));
    others.put(
        "with another format of the output", vendor.tenure(table).format(OutputFormat.JSON_LINES));
    others.put("with other columns to keep", vendor.tenure(table).keep(List.of("number")));
    others.put("with another provider", vendor.tenure(table).provider("main"));
    others.forEach(
        (words, run) ->
            assertThatExceptionOfType(BulkException.class)
                .isThrownBy(() -> run.plan(vendor.config()))
                .withMessage(
                    "this run was begun "
                        + words
                        + ": start it as it was, or name another output, where all is asked anew"));
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
        .withMessageStartingWith(
            "this run was begun with another ledger, or with other keys of it: ");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).numbers("US", PhoneNumber::of).run(vendor.config()))
        .withMessageStartingWith(
            "this run was begun with another way of reading numbers (--region): ");
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
  void what_sends_something_to_a_person_cannot_be_asked_of_a_table() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                BulkRun.of(
                    CheckType.CODE_DELIVERY, InputTable.of(Path.of("in.csv")), Path.of("out.csv")))
        .withMessageContaining("code-delivery");
  }

  private static Charset gbk() {
    return Charset.forName("GBK");
  }
}
