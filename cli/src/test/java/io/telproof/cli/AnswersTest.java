package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Sensitive;
import io.telproof.cli.Session.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswersTest {
  private static final String NUMBER = "+8613800138000";

  @TempDir private Path directory;

  private Outcome ask(String says, String... arguments) {
    return ask(Session.PLAIN, says, arguments);
  }

  private Outcome ask(Session session, String says, String... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = NUMBER;
    all[arguments.length + 2] = "--config";
    all[arguments.length + 3] = Session.scripted(directory, says);
    return session.run(all);
  }

  @Test
  void a_person_reads_the_value_and_who_answered_what_it_cost_and_how_long_it_took() {
    assertThat(ask("known", "phone-status"))
        .isEqualTo(
            new Outcome(
                0,
                """
                phone-status          ACTIVE, carrier china-mobile
                answered by           main Status
                vendor code           0/0
                request id            r-10000
                cost                  charged
                took                  38 ms
                """,
                ""));
  }

  @Test
  void a_person_reads_why_there_is_no_value() {
    assertThat(ask("unknown", "tenure"))
        .isEqualTo(
            new Outcome(
                3,
"""
tenure                unknown: NOT_COVERED, the vendor does not serve this kind of number, contact or claim
not asked             main Months
vendor code           none
request id            none
cost                  free
took                  0 ms
""",
                ""));
  }

  @Test
  void a_person_reads_why_there_is_no_answer_and_when_to_ask_again() {
    assertThat(ask("throttled", "phone-status"))
        .isEqualTo(
            new Outcome(
                4,
"""
phone-status          failed: QUOTA
why                   the reply was lost
asked                 main Status
vendor code           none
request id            none
cost                  free
ask again             in 2000 ms
before that           main Status: THROTTLED, free, 7 ms: too fast
before that           main Status: not covered, not stated by the vendor, 8 ms: not covered
""",
                ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "known | tenure   | at least 1 month, less than 3 months",
        "wide  | tenure   | 24 months or more",
        "known | identity | MISMATCH in name and id number, score 87, carrier china-unicom",
        "wide  | identity | MISMATCH"
      })
  void each_value_is_put_in_words(String says, String check, String words) {
    Session session = Session.PLAIN.typing("\u5f20\u4e09", "110101199003070000");
    assertThat(ask(session, says, check).out().lines().findFirst().orElseThrow())
        .isEqualTo("%-22s%s".formatted(check.equals("tenure") ? check : "identity-match", words));
  }

  @Test
  void colour_is_for_terminals() {
    assertThat(ask("known", "phone-status").out()).doesNotContain("\u001b");
    assertThat(ask(Session.PLAIN.coloured(), "known", "phone-status").out())
        .contains("\u001b[1mACTIVE, carrier china-mobile\u001b[0m\n");
    assertThat(ask(Session.PLAIN.coloured(), "known", "phone-status", "--json").out())
        .doesNotContain("\u001b");
  }

  @Test
  void a_program_reads_one_object() {
    assertThat(ask("known-late", "phone-status", "--json"))
        .isEqualTo(
            new Outcome(
                0,
                """
                {"answer":"known","check":"phone-status",\
                "value":{"state":"ACTIVE","carrier":"china-mobile"},\
                "receipt":{"provider":"main","operation":"Status","requestId":"r-10000",\
                "vendorCode":"0/0","charge":"CHARGED","at":"2026-11-21T08:00:00Z",\
                "elapsedMillis":38,"earlier":[\
                {"provider":"main","operation":"Status","failure":"THROTTLED","charge":"FREE",\
                "elapsedMillis":7,"reason":"too fast"},\
                {"provider":"main","operation":"Status","failure":null,"charge":"UNSTATED",\
                "elapsedMillis":8,"reason":"not covered"}]}}
                """,
                ""));
  }

  @Test
  void a_program_reads_an_unknown_answer_with_null_where_there_is_nothing_to_say() {
    Outcome nobody = ask("unknown", "identity", "--json");
    assertThat(nobody.status()).isEqualTo(2);
    assertThat(nobody.out())
        .isEqualTo(
            "{\"answer\":\"unusable\",\"message\":\"nobody is there; ask later\",\"problems\":[]}\n");
    assertThat(ask(Session.PLAIN.typing("n", "i"), "unknown", "identity", "--json"))
        .isEqualTo(
            new Outcome(
                3,
                """
                {"answer":"unknown","check":"identity-match","gap":"NOT_COVERED","reason":null,\
                "receipt":{"provider":"main","operation":"Identity","requestId":null,\
                "vendorCode":null,"charge":"FREE","at":"2026-11-21T08:00:00Z",\
                "elapsedMillis":0,"earlier":[]}}
                """,
                ""));
  }

  @Test
  void a_program_reads_a_failure() {
    assertThat(ask("failed", "tenure", "--json"))
        .isEqualTo(
            new Outcome(
                4,
                """
                {"answer":"failed","check":"tenure","kind":"INDETERMINATE","provider":"main",\
                "operation":"Months","vendorCode":"E-1","requestId":"r-E-1",\
                "charge":"POSSIBLE","retryAfterMillis":null,"message":"the reply was lost",\
                "earlier":[]}
                """,
                ""));
  }

  @Test
  void a_program_reads_when_to_ask_again() {
    assertThat(ask("throttled", "tenure", "--json").out())
        .contains(",\"charge\":\"FREE\",\"retryAfterMillis\":2000,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "known | tenure   | {'from':1,'to':3}",
        "wide  | tenure   | {'from':24,'to':null}",
        "known | identity |"
            + " {'outcome':'MISMATCH','differing':['NAME','ID_NUMBER'],'carrier':'china-unicom',"
            + "'score':87}",
        "wide  | identity |"
            + " {'outcome':'MISMATCH','differing':null,'carrier':'unknown','score':null}"
      })
  void each_value_is_an_object_of_its_components(String says, String check, String value) {
    Session session = Session.PLAIN.typing("\u5f20\u4e09", "110101199003070000");
    assertThat(ask(session, says, check, "--json").out())
        .contains("\"value\":" + value.replace('\'', '"') + ",\"receipt\"");
  }

  @ParameterizedTest
  @CsvSource({"2s, 2000", "500ms, 500", "1m, 60000", "1 s, 1000", "60m, 3600000"})
  void the_time_given_goes_along_with_the_question(String within, long millis) {
    assertThat(ask("known", "tenure", "--timeout", within).out())
        .contains("request id            r-" + millis + "\n");
  }

  @Test
  void a_defect_is_told_by_its_place_and_without_its_message() {
    Outcome outcome = ask("broken", "tenure", "--json");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .isEqualTo("{\"answer\":\"defect\",\"message\":\"java.lang.IllegalStateException\"}\n");
    assertThat(outcome.err())
        .startsWith("telproof: a defect of this command, please report it:")
        .contains("java.lang.IllegalStateException", "ScriptedProvider")
        .doesNotContain("13800138000", "\u5f20\u4e09");
  }

  @Test
  void an_answer_that_cannot_be_written_is_no_success() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("no space left");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    IoStreams surroundings =
        new IoStreams(
            InputStream.nullInputStream(),
            new PrintStream(full, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            what -> Sensitive.of("n"));
    String config = Session.scripted(directory, "known");
    assertThat(Cli.run(surroundings, "check", "tenure", NUMBER, "--config", config)).isEqualTo(4);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "telproof: the vendor was asked, and what it said could not be written to standard"
                + " output; cost: charged\n");
  }
}
