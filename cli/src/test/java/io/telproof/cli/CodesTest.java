package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodesTest {
  @TempDir private Path directory;

  private Outcome ask(Session session, String says, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--config");
    all.add(Session.scripted(directory, says));
    return session.run(all.toArray(String[]::new));
  }

  private String first(Session session, String says, String... arguments) {
    return ask(session, says, arguments).out().lines().findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "known | accepted for sending, handle h-1, can be used until 2026-11-21T08:05:00Z",
        "wide  | accepted for sending"
      })
  void a_person_reads_that_a_code_was_sent(String says, String words) {
    assertThat(first(Session.PLAIN, says, "code", "send", "138 0013 8000"))
        .isEqualTo("code-delivery         " + words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "known | {'handle':'h-1','expiresAt':'2026-11-21T08:05:00Z'}",
        "wide  | {'handle':null,'expiresAt':null}"
      })
  void a_program_reads_the_handle(String says, String value) {
    assertThat(ask(Session.PLAIN, says, "code", "send", "a@example.com", "--json").out())
        .startsWith(
            "{\"answer\":\"known\",\"check\":\"code-delivery\",\"value\":"
                + value.replace('\'', '"')
                + ",\"receipt\":");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'code':'123456','handle':'h-1'} | ACCEPTED",
        "{'code':'123456','handle':null}  | REJECTED",
        "{'code':'123456'}                | REJECTED",
        "{'code':'654321','handle':'h-1'} | REJECTED"
      })
  void a_code_and_its_handle_come_from_standard_input(String json, String verdict) {
    Session session = Session.PLAIN.stdin(json.replace('\'', '"'));
    assertThat(first(session, "known", "code", "verify", "a@example.com", "--stdin"))
        .isEqualTo("code-verification     " + verdict);
    assertThat(ask(session, "known", "code", "verify", "138001380", "--stdin", "--json").out())
        .contains(",\"value\":{\"verdict\":\"" + verdict + "\"},");
  }

  @Test
  void a_code_comes_from_the_prompt() {
    assertThat(first(Session.PLAIN.typing("1"), "known", "code", "verify", "a@example.com"))
        .isEqualTo("code-verification     REJECTED");
  }

  @Test
  void an_empty_handle_is_refused() {
    Session session = Session.PLAIN.stdin("{\"code\":\"1\",\"handle\":\"\"}");
    assertThat(ask(session, "known", "code", "verify", "a@example.com", "--stdin").err())
        .isEqualTo(
            "telproof: standard input has nothing in handle; expected one JSON object with the"
                + " text code, perhaps handle, as UTF-8, and nothing else\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "known | id-77, number 8613800138000 | {'id':'id-77','number':'8613800138000'}",
        "wide  | id-77                       | {'id':'id-77','number':null}"
      })
  void a_pre_validated_number_has_an_id(String says, String words, String value) {
    Session typed = Session.PLAIN.typing("77");
    assertThat(first(typed, says, "check", "pre-validated", "13800138000"))
        .isEqualTo("pre-validated-number  " + words);
    Session piped = Session.PLAIN.stdin("{\"code\":\"77\"}");
    assertThat(ask(piped, says, "check", "pre-validated", "13800138000", "--stdin", "--json").out())
        .contains(",\"value\":" + value.replace('\'', '"') + ",");
  }

  @Test
  void what_providers_sell_is_listed_from_the_providers_themselves() {
    assertThat(ask(Session.PLAIN, "known", "providers"))
        .isEqualTo(
            new Outcome(
                0,
                """
                PROVIDER  CHECK                 OPERATION  LIMIT  BILLED
                main      phone-status          Status     20/s   Result 0
                main      pre-validated-number  Id         5/s    not stated
                """,
                ""));
  }

  @Test
  void without_configuration_the_simulated_vendors_are_listed() {
    Outcome outcome = Session.PLAIN.run("providers");
    assertThat(outcome.out())
        .contains("tencent   phone-status          MobileStatus ")
        .contains("alibaba   pre-validated-number  GetPreValidatePhoneId ")
        .hasLineCount(1 + 5 + 6);
    assertThat(outcome.status()).isZero();
  }
}
