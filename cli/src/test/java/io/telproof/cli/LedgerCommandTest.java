package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.cli.Session.Outcome;
import io.telproof.client.Ledgers;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.Settlement;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger of an application, as people look at it. */
final class LedgerCommandTest {
  private static final String KEY = "%032x%032x".formatted(1, 2);
  private static final String DOUBT = "%032x".formatted(4);

  @TempDir private Path directory;
  private String file = "";

  private Outcome ledger(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "ledger";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--config";
    all[all.length - 1] = file;
    return Session.PLAIN.run(all);
  }

  /** What an application has asked: four questions, of the last of which nobody knows the end. */
  @BeforeEach
  void asked() throws Exception {
    // Keys of vendors are not set where people look at a bill.
    file =
        Session.file(
            directory,
            """
            telproof {
              providers.main { type = tencent, secret-id = ${CANARY_ID}, secret-key = ${CANARY_KEY} }
              ledger { kept = file, directory = "%s", hash-key = ${CANARY_HASH_KEY} }
            }
            """
                .formatted(directory.resolve("ledger")));
    try (Ledger ledger = write()) {
      ask(ledger, 1, "2026-01-01T01:00:00Z", Optional.of(Charge.CHARGED));
      ask(ledger, 2, "2026-01-01T02:00:00Z", Optional.of(Charge.FREE));
      ask(ledger, 3, "2026-01-01T16:00:00Z", Optional.of(Charge.CHARGED));
      ask(ledger, 4, "2026-01-01T17:00:00Z", Optional.empty());
    }
  }

  private Ledger write() throws Exception {
    return Ledgers.open(Telproof.loadConfig(Path.of(file)));
  }

  private static Intent intent(int number, String at) {
    return Intent.of(
        "%032x".formatted(number),
        Instant.parse(at),
        CheckType.TENURE,
        "main",
        "Months",
        "%032x".formatted(9),
        new CallContext(
            Duration.ofSeconds(1), "call-" + number, Optional.of("yearly \u001b[31mcheck")));
  }

  private static void ask(Ledger ledger, int number, String at, Optional<Charge> charge)
      throws Exception {
    Intent intent = intent(number, at);
    ledger.intend(charge.isPresent() ? intent : intent.withKey(KEY));
    if (charge.isPresent()) {
      ledger.settle(
          new Settlement(
              intent.id(),
              intent.at(),
              Settlement.KNOWN,
              charge.get(),
              Optional.empty(),
              Optional.of("request-" + number),
              Duration.ofMillis(120)));
    }
  }

  @Test
  void doubts_are_listed_with_what_a_person_needs_to_look_into_them() {
    Outcome outcome = ledger("doubts");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .hasLineCount(2)
        .startsWith("ID ")
        .endsWith(
            DOUBT
                + "  2026-01-01T17:00:00Z  main      Months     tenure  call-4  yearly"
                + " \\u001B[31mcheck\n");
    assertThat(ledger("doubts", "--json").out())
        .isEqualTo(
            "{\"doubts\":[{\"id\":\""
                + DOUBT
                + "\",\"at\":\"2026-01-01T17:00:00Z\",\"check\":\"tenure\",\"provider\":\"main\","
                + "\"operation\":\"Months\",\"correlationId\":\"call-4\","
                + "\"purpose\":\"yearly \\u001B[31mcheck\",\"keyed\":true}]}\n");
  }

  @Test
  void a_bill_counts_by_day_and_charge_in_the_zone_that_is_said() {
    assertThat(ledger("bill").out())
        .isEqualTo(
            """
            DAY         PROVIDER  OPERATION  CHARGED  FREE  POSSIBLE  UNSTATED  IN DOUBT  UNDER WAY
            2026-01-01  main      Months     1        1     0         0         0         0
            2026-01-02  main      Months     1        0     0         0         1         0
            all                              2        1     0         0         1         0
            """);
    assertThat(ledger("bill", "--from", "2026-01-01", "--to", "2026-01-01", "--json").out())
        .isEqualTo(
            "{\"zone\":\"Asia/Shanghai\",\"lines\":[{\"day\":\"2026-01-01\",\"provider\":\"main\","
                + "\"operation\":\"Months\",\"charged\":1,\"free\":1,\"possible\":0,"
                + "\"unstated\":0,\"inDoubt\":0,\"underWay\":0}]}\n");
    assertThat(ledger("bill", "--zone", "UTC").out()).contains("2026-01-01").doesNotContain("-02");
    assertThat(ledger("bill", "--to", "2025-12-31").out()).isEqualTo("Nothing was asked.\n");
  }

  @Test
  void a_statement_that_says_the_same_is_told_and_one_that_does_not_has_another_status()
      throws Exception {
    Path same =
        Files.write(
            directory.resolve("same.csv"),
            "时间;请求\n2026/1/1 9:00:01;request-1\n2026/1/2 0:00:01;request-3\n"
                .getBytes(Charset.forName("GBK")));
    String[] columns = {"--time", "时间", "--request-id", "请求"};
    Outcome agreed =
        ledger(
            "reconcile",
            same.toString(),
            columns[0],
            columns[1],
            columns[2],
            columns[3],
            "--charset",
            "GBK",
            "--separator",
            ";",
            "--provider",
            "main");
    assertThat(agreed.err()).isEmpty();
    assertThat(agreed.status()).isZero();
    assertThat(agreed.out())
        .isEqualTo(
            """
            rows of the statement       2
            questions of the ledger     4
            the same by request id      2
            perhaps charged, not there  0
            differences                 0
            """);
    Path other =
        Files.writeString(
            directory.resolve("other.csv"),
            "id,day,fee\nrequest-2,2026-01-01,0.2\nrequest-9,2026-01-01,0.2\n,2026-01-02,0.2\n");
    String[] all = {
      "reconcile", other.toString(), "--time", "day", "--request-id", "id", "--charge", "fee"
    };
    Outcome different = ledger(all);
    assertThat(different.status()).isEqualTo(3);
    assertThat(different.out())
        .startsWith(
            """
            WHAT        DAY         OURS PERHAPS THEIRS REQUEST ID
            only ours   2026-01-01     1       0      0 request-1
            different   2026-01-01     0       0      1 request-2
            only ours   2026-01-02     1       0      0 request-3
            only theirs 2026-01-01     0       0      1 request-9

            rows of the statement       3
            """);
    Outcome json =
        ledger(
            "reconcile",
            other.toString(),
            "--time",
            "day",
            "--request-id",
            "id",
            "--json",
            "--to",
            "2026-01-01");
    assertThat(json.status()).isEqualTo(3);
    assertThat(json.out())
        .startsWith(
            "{\"rows\":2,\"questions\":2,\"agreed\":0,\"open\":0,\"differences\":[{\"kind\":"
                + "\"only-ours\",\"day\":\"2026-01-01\",\"requestId\":\"request-1\",\"ours\":1,"
                + "\"perhaps\":0,\"theirs\":0},{\"kind\":\"different\"");
  }

  @Test
  void a_statement_that_cannot_be_read_is_told_by_its_line() throws Exception {
    Path statement = Files.writeString(directory.resolve("a.csv"), "id,day\n1,canary\n");
    Outcome outcome = ledger("reconcile", statement.toString(), "--time", "day");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "telproof: line 2 of the statement: the time cannot be read; say its form, as in"
                + " yyyyMMddHHmmss\n");
    assertThat(ledger("reconcile", statement.toString(), "--time", "id", "--time-form", "{").err())
        .isEqualTo(
            "telproof: --time-form: not a form of a time; expected one as in yyyyMMddHHmmss\n");
  }

  @Test
  void what_is_dismissed_is_in_doubt_no_more_and_its_key_is_to_be_had() throws Exception {
    Outcome outcome = ledger("dismiss", DOUBT);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            "Dismissed: it stays in the bill as POSSIBLE, and may be asked again under its key.\n");
    assertThat(outcome.status()).isZero();
    assertThat(ledger("doubts").out()).isEqualTo("Nothing is in doubt.\n");
    assertThat(ledger("doubts", "--json").out()).isEqualTo("{\"doubts\":[]}\n");
    assertThat(ledger("bill").out())
        .endsWith(
            "all                              2        1     1         0         0         0\n");
    Outcome again = ledger("dismiss", DOUBT, "--json");
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.out())
        .isEqualTo(
            "{\"answer\":\"unusable\",\"message\":\"ID: no question of this id is in doubt, and nothing was changed; see telproof ledger doubts\",\"problems\":[]}\n");
    try (Ledger ledger = write()) {
      assertThat(ledger.claim(KEY)).isEqualTo(new KeyClaim.Granted());
    }
  }

  @Test
  void of_a_question_without_a_key_no_key_is_spoken() throws Exception {
    try (Ledger ledger = write()) {
      ledger.intend(intent(6, "2026-01-02T01:00:00Z"));
    }
    Outcome outcome = ledger("dismiss", "%032x".formatted(6));
    assertThat(outcome.out()).isEqualTo("Dismissed: it stays in the bill as POSSIBLE.\n");
    assertThat(ledger("doubts").out()).contains(DOUBT).doesNotContain("call-6");
  }

  @Test
  void while_the_application_writes_it_is_looked_at_and_nothing_is_dismissed() throws Exception {
    try (Ledger ledger = write()) {
      ask(ledger, 5, "2026-01-02T01:00:00Z", Optional.empty());
      assertThat(ledger("doubts").out()).contains(DOUBT).doesNotContain("call-5");
      assertThat(ledger("bill").out()).endsWith("1         1\n");
      Outcome outcome = ledger("dismiss", DOUBT);
      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err())
          .startsWith(
              "telproof: the ledger in "
                  + directory.resolve("ledger")
                  + " is open to be written in this process;");
    }
  }

  @Test
  void the_commands_of_the_page_do_what_the_page_says() throws Exception {
    Files.write(
        directory.resolve("vendor.csv"),
        "时间,请求ID,费用,day\n2026/1/1 9:00:01,request-1,0.2,2026-01-01\n"
            .getBytes(Charset.forName("GBK")));
    List<String> commands =
        Files.readString(Path.of("../docs/ledger.md"))
            .lines()
            .filter(line -> line.startsWith("./telproof ledger "))
            .toList();
    assertThat(commands).hasSizeGreaterThan(5);
    for (String command : commands) {
      String[] words =
          command
              .replace("application.conf", file)
              .replace("vendor.csv", directory.resolve("vendor.csv").toString())
              .replace(" ID ", " " + DOUBT + " ")
              .substring("./telproof ".length())
              .split(" ");
      Outcome outcome = Session.PLAIN.run(words);
      assertThat(outcome.err()).as(command).isEmpty();
      assertThat(outcome.status()).as(command).isIn(0, words[1].equals("reconcile") ? 3 : 0);
      assertThat(outcome.out()).as(command).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "telproof.providers.main { type = scripted, says = known }",
        "telproof.ledger { kept = none }",
        "shop { }"
      })
  void a_configuration_without_a_ledger_is_told(String text) {
    file = Session.file(directory, text);
    Outcome outcome = ledger("bill");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(
            "telproof: the configuration has a problem; correct this:\n  telproof.ledger: there is none;");
  }

  @Test
  void a_ledger_that_is_named_wrongly_is_told_as_everywhere() {
    file = Session.file(directory, "telproof.ledger { kept = file, dirctory = x }");
    Outcome outcome = ledger("bill");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("telproof.ledger.directory: is missing", "did you mean directory?");
    file = Session.file(directory, "telproof.ledger { kept = fil }");
    assertThat(ledger("bill").err()).contains("did you mean file?");
    Path none = directory.resolve("none");
    file = Session.file(directory, "telproof.ledger { kept = file, directory = \"" + none + "\" }");
    assertThat(ledger("bill").err())
        .isEqualTo(
            "telproof: there is no ledger in "
                + none
                + "; is it the directory of the application?\n");
    assertThat(none).as("looking makes nothing").doesNotExist();
  }
}
