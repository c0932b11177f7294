package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.cli.Session.Outcome;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityInputTest {
  private static final String NAME = "\u5f20\u4e09";
  private static final String ID = "110101199003070000";

  @TempDir private Path directory;

  private Outcome ask(Session session, String... more) {
    String config =
        Session.file(
            directory,
            "telproof.providers.main { type = scripted, says = known, name = " + NAME + " }");
    String[] all = new String[more.length + 5];
    System.arraycopy(
        new String[] {"check", "identity", "+8613800138000", "--config", config}, 0, all, 0, 5);
    System.arraycopy(more, 0, all, 5, more.length);
    return session.run(all);
  }

  private Outcome stdin(String text) {
    return ask(Session.PLAIN.stdin(text), "--stdin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"\u5f20\u4e09\",\"idNumber\":\"110101199003070000\"}",
        "{\"idNumber\":\"110101199003070000\",\"name\":\"\\u5f20\\u4e09\"}",
        "\ufeff{\"name\":\" \u5f20\u4e09 \",\n\"idNumber\":\"110101199003070000\"}\n"
      })
  void name_and_identity_number_come_from_standard_input(String json) {
    Outcome outcome = stdin(json);
    assertThat(outcome.out()).startsWith("identity-match        MATCH, carrier china-unicom\n");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void name_and_identity_number_come_from_the_prompt() {
    Outcome outcome = ask(Session.PLAIN.typing(NAME, ID));
    assertThat(outcome.out()).startsWith("identity-match        MATCH, carrier china-unicom\n");
    assertThat(outcome.status()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'canary','givenName':'canary'}     | givenName and familyName belong together;"
            + " give both or none",
        "{'name':'canary','familyName':'canary'}    | givenName and familyName belong together;"
            + " give both or none",
        "{'name':'canary','birthDate':'canary'}     | the birth date is not a day; expected one as"
            + " in 1990-01-31",
        "{'name':'canary','birthDate':'1990-02-30'} | the birth date is not a day; expected one as"
            + " in 1990-01-31",
      })
  void parts_that_cannot_be_compared_are_refused_before_anything_is_sent(
      String json, String wrong) {
    assertThat(stdin(json.replace('\'', '"')))
        .isEqualTo(new Outcome(2, "", "telproof: " + wrong + "\n"));
  }

  @Test
  void nobody_to_ask_is_said() {
    assertThat(ask(Session.PLAIN))
        .isEqualTo(new Outcome(2, "", "telproof: nobody is there; ask later\n"));
  }

  @Test
  void what_cannot_be_asked_is_said_before_anybody_types_a_name() {
    String none = "telproof.providers.main { type = scripted }";
    String file = Session.file(directory, none);
    assertThat(Session.PLAIN.run("check", "identity", "+8613800138000", "--config", file).err())
        .contains("telproof.providers.main.says: is missing")
        .doesNotContain("nobody is there; ask later");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                                            | is empty",
        "`  `                                                          | is empty",
        "canary                                                        | is not JSON",
        "{'name':'canary','idNumber':'canary'                          | is not JSON",
        "{'name':'canary','idNumber':canary}                           | is not JSON",
        "{'name':'canary','name':'canary','idNumber':'canary'}         | is not JSON",
        "['canary']                                                    | is not an object",
        "'canary'                                                      | is not an object",
        "{'idNumber':'canary'}                                         | has no name",
        "{}                                                            | has no name",
        "{'name':'canary','idNumber':''}                               | has nothing in idNumber",
        "{'name':' ','idNumber':'canary'}                              | has nothing in name",
        "{'name':null,'idNumber':'canary'}                             | has something else than a"
            + " text in name",
        "{'name':'canary','idNumber':110101199003070000}               | has something else than a"
            + " text in idNumber",
        "{'name':{'canary':1},'idNumber':'canary'}                     | has something else than a"
            + " text in name",
        "{'name':'canary','idNumber':'canary','canary':1}              | has a field that is not"
            + " expected",
        "{'name':'canary','idNumber':'canary'}{'name':'canary'}        | goes on behind the object"
      })
  void what_is_wrong_with_standard_input_is_said_without_its_content(String json, String wrong) {
    Outcome outcome = stdin(json.replace('\'', '"'));
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                2,
                "",
                "telproof: standard input "
                    + wrong
                    + "; expected one JSON object with the text name, perhaps idNumber, givenName,"
                    + " familyName and birthDate, as UTF-8, and nothing else\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'\\ud800','idNumber':'canary'}           | name",
        "{'name':'canary\\udc00','idNumber':'canary'}     | name",
        "{'name':'\\udc00\\ud800','idNumber':'canary'}    | name",
        "{'name':'canary','idNumber':'can\\ud83dary'}     | idNumber",
      })
  void half_a_character_is_refused_and_not_a_defect(String json, String field) {
    Outcome outcome = stdin(json.replace('\'', '"'));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("telproof: standard input has half a character in " + field + "; expected one")
        .doesNotContain("canary");
  }

  @Test
  void a_half_of_a_character_in_bytes_is_not_utf_8() {
    byte[] half = "{\"name\":\"???\",\"idNumber\":\"1\"}".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, 0, half, 9, 3);
    Outcome outcome = ask(Session.PLAIN.stdin(half), "--stdin");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("telproof: standard input is not UTF-8;");
  }

  @Test
  void a_name_in_another_encoding_is_refused_and_not_guessed() {
    byte[] gb =
        ("{\"name\":\"" + NAME + "\",\"idNumber\":\"" + ID + "\"}")
            .getBytes(Charset.forName("GB18030"));
    Outcome outcome = ask(Session.PLAIN.stdin(gb), "--stdin");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("telproof: standard input is not UTF-8;");
  }

  @Test
  void an_endless_standard_input_is_not_read_to_its_end() {
    byte[] endless = " ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    assertThat(ask(Session.PLAIN.stdin(endless), "--stdin").err())
        .startsWith("telproof: standard input is larger than 64 KiB;");
  }

  @Test
  void a_standard_input_that_breaks_is_told_from_one_that_is_wrong() {
    InputStream broken = new PipedInputStream();
    assertThatThrownBy(() -> ClaimInput.read(broken, List.of("name"), List.of()))
        .isExactlyInstanceOf(UsageException.class)
        .hasMessage("standard input cannot be read");
  }
}
