package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import io.telproof.bulk.BulkProgress;
import io.telproof.bulk.Totals;
import io.telproof.cli.Session.Outcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BulkCommandTest {
  @TempDir private Path directory;

  private String file(String name, String... lines) throws IOException {
    return Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n").toString();
  }

  private String out() {
    return directory.resolve("out.csv").toString();
  }

  @Test
  void a_table_is_asked_about_and_what_came_of_it_is_printed() throws Exception {
    String in = file("in.csv", "id,phone", "a,13800138000", "b,12", "c,13800138070");
    Outcome outcome = Session.PLAIN.run("bulk", "tenure", in, out(), "--column", "number=phone");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "rows 3",
            "known 1",
            "unknown 1",
            "failed 0",
            "rejected 1",
            "in doubt 0",
            "cost: charged 2",
            "cost: free 0",
            "cost: perhaps charged 0",
            "cost: not stated by the vendor 0");
    assertThat(outcome.err()).contains("out.csv.rejected.csv says which rows were rejected");
    assertThat(Files.readAllLines(Path.of(out()))).hasSize(3);
    assertThat(outcome.out() + outcome.err()).doesNotContain("13800138");
  }

  @Test
  void a_program_reads_one_object() throws Exception {
    String in = file("in.csv", "number", "13800138000");
    assertThat(Session.PLAIN.run("bulk", "tenure", in, out(), "--json").out())
        .isEqualTo(
            """
            {"finished":true,"stop":null,"message":null,"rows":1,"known":1,"unknown":0,"failed":0,\
            "rejected":0,"inDoubt":0,"toAskAgain":0,"charged":1,"free":0,"possible":0,"unstated":0}
            """);
  }

  @Test
  void a_budget_that_is_spent_is_told_and_a_larger_one_goes_on() throws Exception {
    String in = file("in.csv", "number", "13800138000", "13900000001");
    Outcome first = Session.PLAIN.run("bulk", "tenure", in, out(), "--budget", "1");
    assertThat(first.status()).isEqualTo(4);
    assertThat(first.err()).contains("telproof: stopped before the end: one question more might");
    Outcome second = Session.PLAIN.run("bulk", "tenure", in, out(), "--budget", "2");
    assertThat(second.status()).isZero();
    assertThat(second.err().lines().skip(1).findFirst().orElse(""))
        .as("behind the line that says whom it asks")
        .matches(
            "telproof: going on with the run that was begun at 20\\d\\d-[-\\d]+T[:\\d]+Z; rows done 1");
    Outcome third = Session.PLAIN.run("bulk", "tenure", in, out());
    assertThat(third.status()).isZero();
    assertThat(third.err())
        .contains("telproof: nothing is left to do: the run that was begun at ")
        .contains(" has ended; rows done 2");
    assertThat(first.err()).doesNotContain("rows done");
  }

  @Test
  void a_dry_run_of_a_run_that_was_begun_tells_what_is_left() throws Exception {
    String in =
        file("in.csv", "number", "13800138000", "13900000001", "13900000002", "13800138000");
    Session.PLAIN.run("bulk", "tenure", in, out(), "--budget", "1");
    Outcome left = Session.PLAIN.run("bulk", "tenure", in, out(), "--dry-run");
    assertThat(left.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains("rows 4", "done 1", "answered already 1", "questions 2")
        .contains("charged 2 at most for each provider asked");
    assertThat(Session.PLAIN.run("bulk", "tenure", in, out(), "--dry-run", "--json").out())
        .contains("\"answered\":1,\"questions\":2,\"most\":2,");
    Session.PLAIN.run("bulk", "tenure", in, out());
    Outcome ended = Session.PLAIN.run("bulk", "tenure", in, out(), "--dry-run");
    assertThat(ended.out().lines().map(line -> line.replaceAll("  +", " ")))
        .as("and no zeros")
        .hasSize(5)
        .startsWith("rows 4")
        .endsWith("done 4", "in doubt 0", "Nothing is left to do: all rows are done.");
  }

  @Test
  void a_table_that_is_read_wrongly_is_told_with_the_option_to_try() throws Exception {
    String semicolons = file("in.csv", "number;city", "13800138000;X");
    Outcome separator = Session.PLAIN.run("bulk", "tenure", semicolons, out());
    assertThat(separator.status()).isEqualTo(2);
    assertThat(separator.err()).contains("try --separator ';'");
    Path gbk = directory.resolve("gbk.csv");
    Files.writeString(gbk, "number,city\n13800138000,\u5317\u4eac\n", Charset.forName("GBK"));
    Outcome charset = Session.PLAIN.run("bulk", "tenure", gbk.toString(), out());
    assertThat(charset.status()).isEqualTo(2);
    assertThat(charset.err()).contains("try --charset GBK");
    assertThat(Path.of(out())).doesNotExist();
  }

  @Test
  void a_row_in_json_has_the_receipt_of_a_single_question() throws Exception {
    String in = file("in.csv", "number", "13800138000");
    Session.PLAIN.run("bulk", "tenure", in, out(), "--format", "jsonl");
    String single = Session.PLAIN.run("check", "tenure", "13800138000", "--json").out();
    assertThat(receiptNames(Files.readString(Path.of(out())))).isEqualTo(receiptNames(single));
  }

  private static List<String> receiptNames(String json) {
    return Pattern.compile("\"(\\w+)\":")
        .matcher(json.substring(json.indexOf("\"receipt\"")))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  @Test
  void a_row_with_a_number_that_could_be_of_another_country_is_not_asked() throws Exception {
    String in = file("in.csv", "number", "2015550100", "13800138000");
    Session.PLAIN.run("bulk", "tenure", in, out());
    assertThat(Files.readAllLines(Path.of(out())))
        .hasSize(2)
        .element(1)
        .asString()
        .startsWith("3,known,");
    assertThat(Files.readString(Path.of(out() + ".rejected.csv")))
        .contains("number: not a number of one country alone", "or say --region")
        .doesNotContain("2015550100");
  }

  @Test
  void a_dry_run_counts_and_writes_nothing() throws Exception {
    String in = file("in.csv", "number", "13800138000", "13800138000", "12");
    Outcome outcome = Session.PLAIN.run("bulk", "tenure", in, out(), "--dry-run");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines().map(line -> line.replaceAll(" +", " ")))
        .startsWith("rows 3", "rejected 1")
        .contains(
            "questions 1",
            "limits 20/s",
            "takes as long as the replies take; the limits add less than 1 s");
    assertThat(Path.of(out())).doesNotExist();
    assertThat(Session.PLAIN.run("bulk", "tenure", in, out(), "--dry-run", "--json").out())
        .startsWith(
            "{\"rows\":3,\"done\":0,\"inDoubt\":0,\"toAskAgain\":0,\"rejected\":1,\"reasons\":[\"line 4: number: not a phone number: ")
        .contains("\"answered\":0,");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void what_cannot_be_used_is_told_before_anything_is_asked(String arguments, String says)
      throws Exception {
    file("in.csv", "number", "13800138000");
    List<String> line = new ArrayList<>(List.of("bulk"));
    for (String word : List.of(arguments.split(" ", -1))) {
      line.add(
          word.replace("IN", directory.resolve("in.csv").toString())
              .replace("OUT", directory.resolve("out.csv").toString()));
    }
    Outcome outcome = Session.PLAIN.run(line.toArray(String[]::new));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("telproof: " + says);
    assertThat(directory.resolve("out.csv")).doesNotExist();
  }

  static List<Arguments> mistakes() {
    return List.of(
        mistake(
            "nothing IN OUT",
            "CHECK: not a check that a table can be asked about; expected one of phone-status, tenure, identity-match, recycled-number"),
        mistake(
            "code-delivery IN OUT",
            "CHECK: not a check that a table can be asked about; expected one of phone-status"),
        mistake("tenure nowhere.csv OUT", "IN: there is no such file, or it cannot be read"),
        mistake("tenure IN", "OUT is missing"),
        mistake(
            "phone-status IN OUT --months 6",
            "--months: only tenure has a threshold; leave it out"),
        mistake(
            "phone-status IN OUT --compare name",
            "--compare: only identity-match compares a person's data; leave it out"),
        mistake(
            "identity-match IN OUT --compare name,idnumber",
            "--compare: not a part to compare; did you mean id-number? expected one of name,"
                + " id-number, name-parts, birth-date"),
        mistake(
            "identity-match IN OUT --compare name --column idNumber=id",
            "a column is said for a part that this question does not have; its parts are number,"
                + " name"),
        mistake("tenure IN OUT --order any", "--order: not an order; expected input or answered"),
        mistake("tenure IN OUT --format xml", "--format: not a format; expected csv or jsonl"),
        mistake("tenure IN OUT --in-flight 0", "expected 1 to 256 questions under way at a time"),
        mistake(
            "tenure IN OUT --budget -1",
            "--budget: not a whole number; expected digits alone, as in 1000"),
        mistake(
            "identity-match IN OUT",
            "none of the 1 columns of the table has the name of name, idNumber: say"),
        mistake("tenure IN OUT --keep city", "column 1 of those to keep is not in the table"),
        mistake("tenure IN OUT --provider x", "no provider of that name is configured"));
  }

  private static Arguments mistake(String line, String says) {
    return Arguments.of(line, says);
  }

  /** Every command of the page, in its order, as a reader runs them one after the other. */
  @Test
  void the_commands_of_the_page_run() throws Exception {
    file("customers.csv", "id,phone", "a,13800138000", "b,13800138010");
    file("kunden.csv", "Telefon;Ort", "13800138000;Ulm");
    file("people.csv", "number,name,idNumber,ref", "13800138000,\u674e\u56db,110101199003070000,r");
    file(
        "americans.csv",
        "number,name,givenName,familyName,birthDate",
        "+12015550100,Ann Lee,Ann,Lee,1990-01-31");
    List<String> commands =
        Files.readAllLines(Path.of("..", "docs", "bulk.md")).stream()
            .filter(line -> line.startsWith("./telproof bulk "))
            .toList();
    assertThat(commands).hasSizeGreaterThan(5);
    for (String command : commands) {
      List<String> words = List.of(command.split(" ", -1));
      String[] line =
          words.subList(1, words.size()).stream()
              .map(
                  word ->
                      word.matches("\\w+\\.(csv|jsonl)")
                          ? directory.resolve(word).toString()
                          // As a shell takes it.
                          : word.replace("'", ""))
              .toArray(String[]::new);
      Outcome outcome = Session.PLAIN.run(line);
      assertThat(outcome.status()).as(command + "\n" + outcome.err()).isZero();
    }
    assertThat(Files.readAllLines(directory.resolve("states.jsonl"))).hasSize(2);
    assertThat(Files.readString(directory.resolve("antworten.csv"))).contains(",Ulm,known,");
    assertThat(Files.readString(directory.resolve("verdicts.csv"))).contains(",r,known,MATCH,");
    assertThat(Files.readString(directory.resolve("names.csv")))
        .startsWith("line,ref,answer,")
        .contains(",r,known,MATCH,");
    assertThat(Files.readString(directory.resolve("parts.csv")))
        .contains(",known,MATCH,", ",identity_match,");
  }

  @Test
  void a_line_of_progress_tells_rate_time_left_and_money() {
    Map<Charge, Long> charges =
        Map.of(Charge.CHARGED, 40L, Charge.FREE, 0L, Charge.POSSIBLE, 1L, Charge.UNSTATED, 0L);
    BulkProgress progress =
        new BulkProgress(
            new Totals(40, 0, 0, 9, 1, charges),
            200,
            19.96,
            Optional.of(Duration.ofSeconds(8000)),
            8,
            Optional.of("UNAVAILABLE: busy"));
    assertThat(BulkLine.text(progress))
        .isEqualTo(
            "[#####---------------] 50 of 200, 20.0/s, 2 h 13 min left at most, charged 40,"
                + " possible 1, in doubt 1, waiting: UNAVAILABLE: busy");
    BulkProgress hardly =
        new BulkProgress(
            progress.totals(), 51, 19.96, Optional.of(Duration.ZERO), 1, Optional.empty());
    assertThat(BulkLine.text(hardly)).contains("50 of 51, 20.0/s, charged 40,");
  }
}
