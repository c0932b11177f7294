package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import io.telproof.sandbox.Scenario;
import io.telproof.spi.CheckType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

  /** What a run that sends a code prints of its handle. */
  private String sent(String contact) {
    Matcher handle =
        Pattern.compile("\"handle\":\"([^\"]+)\"")
            .matcher(ask(Session.PLAIN, "known", "code", "send", contact, "--json").out());
    assertThat(handle.find()).isTrue();
    return handle.group(1);
  }

  private String verified(String contact, String json) {
    return first(Session.PLAIN.stdin(json), "known", "code", "verify", contact, "--stdin");
  }

  @Test
  void a_person_reads_that_a_code_was_sent() {
    assertThat(first(Session.PLAIN, "known", "code", "send", "138 0013 8000"))
        .isEqualTo(
            "code-delivery         accepted for sending, handle "
                + sent("13800138000")
                + ", can be used until 2026-11-21T08:05:00Z");
    assertThat(first(Session.PLAIN, "wide", "code", "send", "138 0013 8000"))
        .isEqualTo("code-delivery         accepted for sending");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "known | {'handle':'1\\.[\\w-]{22}\\.h-1','expiresAt':'2026-11-21T08:05:00Z'}",
        "wide  | {'handle':null,'expiresAt':null}"
      })
  void a_program_reads_the_handle(String says, String value) {
    assertThat(ask(Session.PLAIN, says, "code", "send", "a@example.com", "--json").out())
        .containsPattern(
            "^\\{\"answer\":\"known\",\"check\":\"code-delivery\",\"value\":"
                + value.replace('\'', '"').replaceAll("^\\{|}$", "[$0]")
                + ",\"receipt\":");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'code':'123456','handle':'%s'} | ACCEPTED",
        "{'code':'123456','handle':null} | REJECTED",
        "{'code':'123456'}               | REJECTED",
        "{'code':'654321','handle':'%s'} | REJECTED"
      })
  void a_code_and_its_handle_come_from_standard_input(String json, String verdict) {
    for (String contact : List.of("a@example.com", "13800138001")) {
      String typed = json.replace('\'', '"').replace("%s", sent(contact));
      assertThat(verified(contact, typed)).isEqualTo("code-verification     " + verdict);
      assertThat(
              ask(
                      Session.PLAIN.stdin(typed),
                      "known",
                      "code",
                      "verify",
                      contact,
                      "--stdin",
                      "--json")
                  .out())
          .contains(",\"value\":{\"verdict\":\"" + verdict + "\"},");
    }
  }

  @Test
  void a_handle_of_one_run_is_good_in_another_for_its_own_contact_alone() {
    String typed = "{\"code\":\"123456\",\"handle\":\"" + sent("a@example.com") + "\"}";
    assertThat(verified("a@example.com", typed)).isEqualTo("code-verification     ACCEPTED");
    assertThat(verified("b@example.com", typed)).isEqualTo("code-verification     REJECTED");
    assertThat(verified("13800138000", typed)).isEqualTo("code-verification     REJECTED");
  }

  @Test
  void a_code_comes_from_the_prompt() {
    assertThat(first(Session.PLAIN.typing("1"), "known", "code", "verify", "a@example.com"))
        .isEqualTo("code-verification     REJECTED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "code verify a@example.com         | {'code':'\\ud800'}                  | code",
        "code verify a@example.com         | {'code':'1','handle':'h\\udc00'}    | handle",
        "check pre-validated 13800138000   | {'code':'7\\udfff'}                 | code",
      })
  void half_a_character_in_a_code_or_a_handle_is_refused(
      String command, String json, String field) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.add("--stdin");
    Session session = Session.PLAIN.stdin(json.replace('\'', '"'));
    Outcome outcome = ask(session, "known", arguments.toArray(String[]::new));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("telproof: standard input has half a character in " + field + ";");
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

  @ParameterizedTest
  @CsvSource({"10d, 240", "72h, 72", "1h, 1"})
  void how_far_back_was_looked_for_a_swap_is_said_beside_it(String within, int hours) {
    String[] words = {"check", "sim-swap", "13800138000", "--within", within};
    assertThat(first(Session.PLAIN, "known", words))
        .isEqualTo("sim-swap              not swapped in the last " + hours + " h");
    String[] json = {"check", "sim-swap", "13800138000", "--json", "--within", within};
    assertThat(ask(Session.PLAIN, "known", json).out())
        .contains("\"value\":{\"swapped\":false,\"lastSwap\":null,\"withinHours\":" + hours + "},");
  }

  @Test
  void the_time_of_a_swap_is_told_to_the_second() {
    String number = Scenario.PLAIN_GOOD.usNumber(0);
    assertThat(Session.PLAIN.run("check", "sim-swap", number).out())
        .containsPattern(
            "not swapped in the last 240 h; last swap [0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\n");
    assertThat(Session.PLAIN.run("check", "sim-swap", number, "--json").out())
        .containsPattern("\"lastSwap\":\"[0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\"");
  }

  @ParameterizedTest
  @EnumSource(CheckType.class)
  void each_check_has_the_word_that_the_routes_have_for_it(CheckType check) {
    Session session = Session.PLAIN.typing("77", "77");
    List<String> words = new ArrayList<>(List.of("check", check.key(), "13800138000", "--json"));
    if (check == CheckType.RECYCLED_NUMBER) {
      words.addAll(List.of("--since", "2024-05-01"));
    }
    String out = ask(session, "known", words.toArray(String[]::new)).out();
    assertThat(out).startsWith("{\"answer\":\"known\",\"check\":\"" + check.key() + "\",");
  }

  @Test
  void a_program_reads_what_providers_sell() {
    assertThat(ask(Session.PLAIN, "known", "providers", "--json"))
        .isEqualTo(
            new Outcome(
                0,
                """
                {"offers":[\
                {"provider":"main","check":"phone-status","callingCodes":[],"addresses":false,\
                "operation":"Status","limit":"20/s",\
                "configured":false,"billed":"Result 0","restriction":null},\
                {"provider":"main","check":"pre-validated-number","callingCodes":[],\
                "addresses":false,"operation":"Id","limit":"5/s",\
                "configured":false,"billed":"not stated","restriction":null}]}
                """,
                ""));
    assertThat(Session.PLAIN.run("providers", "--json").out())
        .contains("\"restriction\":\"registers a contact of the account's owner");
  }

  @Test
  void what_providers_sell_is_listed_from_the_providers_themselves() {
    assertThat(ask(Session.PLAIN, "known", "providers"))
        .isEqualTo(
            new Outcome(
                0,
                """
                PROVIDER  CHECK                 COUNTRIES    OPERATION  LIMIT  BILLED
                main      phone-status          any country  Status     20/s   Result 0
                main      pre-validated-number  any country  Id         5/s    not stated
                """,
                ""));
  }

  @Test
  void without_configuration_the_simulated_vendors_are_listed() {
    Outcome outcome = Session.PLAIN.run("providers");
    assertThat(outcome.out())
        .containsPattern("tencent   phone-status          \\+86 +MobileStatus ")
        .containsPattern(
            "alibaba   pre-validated-number  any country, with purchase code +GetPreValidatePhoneId ")
        .containsPattern(
            "alibaba   identity-match        \\+86, with id number +Mobile3MetaDetailVerify ")
        .containsPattern("alibaba   identity-match        \\+86 +Mobile2MetaVerify ")
        .contains(
            "twilio    identity-match        +1 +31 +33 +34 +39 +44 +49 +55, with name parts  identity_match ")
        .containsPattern("camara    tenure                any country +checkTenure ")
        .hasLineCount(1 + 5 + 8 + 7 + 6 + 1 + 1 + 3)
        .endsWith(
"""

Not for end users; asked only where a route or --provider names it:
  tencent code-delivery, SendIntlPhoneEmailCode: it sends codes for contacts of the account's owner, who registers domain names
  tencent code-verification, CreateIntlPhoneEmail: it registers a contact of the account's owner, for domain names
""");
    assertThat(outcome.status()).isZero();
  }
}
