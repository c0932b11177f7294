package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that is typed in these tests and must not be repeated has canary in it. */
final class UsageErrorsTest {
  @TempDir private Path directory;

  private static String mistake(String... arguments) {
    Outcome outcome = Session.PLAIN.run(arguments);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).doesNotContain("canary");
    // What is wrong, and behind it what to do. Lines of a configuration stand below.
    assertThat(outcome.err().lines().findFirst().orElse("")).matches("telproof: [^;]+(; .+|:)");
    assertThat(outcome.err().lines().skip(1)).allMatch(line -> line.startsWith("  "));
    return outcome.err();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "canary                             | argument 1 is not a command; expected one of check, explain, bulk, code, config, ledger, providers, sandbox, completion, man | telproof",
        "`check canary`                     | argument 2 is not a check; expected one of phone-status, tenure, identity-match, code-delivery, code-verification, pre-validated-number, recycled-number, sim-swap | telproof check",
        "check                              | a command is missing; expected one of phone-status, tenure, identity-match, code-delivery, code-verification, pre-validated-number, recycled-number, sim-swap | telproof check",
        "`check tenure`                     | NUMBER is missing | telproof check tenure",
        "`check tenure 1 --canary`          | argument 4 is not an option of this command | telproof check tenure",
        "`check tenure 1 --canary=canary`   | argument 4 is not an option of this command | telproof check tenure",
        "`check recycled-number 1`          | --since is missing; give it as in --since YYYY-MM-DD | telproof check recycled-number",
        "`check recycled-number 1 --since`  | --since has no value; give it as in --since YYYY-MM-DD | telproof check recycled-number",
        "`check recycled-number 1 --since canary` | --since: not a day; expected one as in 2026-01-31 | telproof check recycled-number",
        "`sandbox --prot 8080`              | argument 2 is not an option of this command; did you mean --port? | telproof sandbox",
        "`sandbox --prot=8080`              | argument 2 is not an option of this command; did you mean --port? | telproof sandbox",
        "`check tenure 1 --provdier canary` | argument 4 is not an option of this command; did you mean --provider? | telproof check tenure",
        "`check recycled-number 1 --sinec canary` | argument 4 is not an option of this command; did you mean --since? | telproof check recycled-number",
        "`--verison`                        | argument 1 is not an option of this command; did you mean --version? | telproof",
        "`check tenure 1 --jso`             | argument 4 is not an option of this command; did you mean --json? | telproof check tenure",
        "`check tenure 1 --json=canary`     | --json: this cannot be its value | telproof check tenure",
        "`check tenure 1 --timeout canary`   | --timeout: not a time; expected up to an hour, as in 2s, 500ms or 1m | telproof check tenure",
        "`check tenure 1 --timeout 5`        | --timeout: not a time; expected up to an hour, as in 2s, 500ms or 1m | telproof check tenure",
        "`check tenure 1 --timeout 0s`       | --timeout: not a time; expected up to an hour, as in 2s, 500ms or 1m | telproof check tenure",
        "`check tenure 1 --timeout 61m`      | --timeout: not a time; expected up to an hour, as in 2s, 500ms or 1m | telproof check tenure",
        "`check tenure 1 --timeout -2s`      | --timeout: not a time; expected up to an hour, as in 2s, 500ms or 1m | telproof check tenure",
        "`check tenure 1 --timeout`          | --timeout has no value; give it as in --timeout TIME | telproof check tenure",
        "`check tenure 1 --region CN --region canary` | --region is given twice; give it once | telproof check tenure",
        "`check identity 1 --stdin=canary`  | --stdin: this cannot be its value | telproof check identity-match",
        "`check identity 1 --nickname canary`   | argument 4 is not an option of this command | telproof check identity-match",
        "code                               | a command is missing; expected one of send, verify | telproof code",
        "`code send`                        | CONTACT is missing | telproof code send",
        "`code verify 1 --code canary`      | argument 4 is not an option of this command | telproof code verify",
        "ledger                             | a command is missing; expected one of bill, doubts, reconcile, dismiss | telproof ledger",
        "`ledger bill`                      | --config is missing; give it as in --config FILE | telproof ledger bill",
        "`ledger bill --config x --from canary` | --from: not a day; expected one as in 2026-01-31 | telproof ledger bill",
        "`ledger bill --config x --zone canary` | --zone: no time zone of that name; expected one as in Asia/Shanghai or UTC | telproof ledger bill",
        "`ledger dismiss --config x`        | ID is missing | telproof ledger dismiss",
        "`ledger reconcile x --config x`    | --time is missing; give it as in --time COLUMN | telproof ledger reconcile",
        "`ledger reconcile x --config x --time t --charset canary` | --charset: no charset of that name; expected one as in UTF-8 or GBK | telproof ledger reconcile",
        "chekc | argument 1 is not a command; did you mean check? expected one of check, explain, bulk, code, config, ledger, providers, sandbox, completion, man | telproof",
        "`check tenur 1` | argument 2 is not a check; did you mean tenure? expected one of phone-status, tenure, identity-match, code-delivery, code-verification, pre-validated-number, recycled-number, sim-swap | telproof check",
        "explain | CHECK is missing | telproof explain",
        "`explain canary` | CHECK: no such check; expected one of phone-status, tenure, identity-match, code-delivery, code-verification, pre-validated-number, recycled-number, sim-swap | telproof explain",
        "`explain tenur` | CHECK: no such check; did you mean tenure? expected one of phone-status, tenure, identity-match, code-delivery, code-verification, pre-validated-number, recycled-number, sim-swap | telproof explain",
        "`explain 13800138000` | CHECK: no such check; expected one of phone-status, tenure, identity-match, code-delivery, code-verification, pre-validated-number, recycled-number, sim-swap | telproof explain",
        "bulk | CHECK is missing | telproof bulk",
        "`bulk tenure` | IN is missing | telproof bulk",
        "`bulk canary a b` | CHECK: not a check that a table can be asked about; expected one of phone-status, tenure, identity-match, recycled-number | telproof bulk",
        "`bulk code-delivery a b` | CHECK: not a check that a table can be asked about; expected one of phone-status, tenure, identity-match, recycled-number | telproof bulk",
        "`bulk tenur a b` | CHECK: not a check that a table can be asked about; did you mean tenure? expected one of phone-status, tenure, identity-match, recycled-number | telproof bulk",
        "`bulk tenure a b --months canary` | --months: not a whole number; expected digits alone, as in 1000 | telproof bulk",
        "`bulk tenure a b --order canary` | --order: not an order; expected input or answered | telproof bulk",
        "`bulk tenure a b --format canary` | --format: not a format; expected csv or jsonl | telproof bulk",
        "`bulk tenure a b --separator canary` | --separator: not a separator; expected a comma, a semicolon, a bar or the word tab | telproof bulk",
        "`bulk tenure a b --column canary` | --column: this cannot be its value | telproof bulk",
        "`bulk tenure a b --patience canary` | --patience: not a time; expected up to an hour, as in 2s, 500ms or 1m | telproof bulk",
        "completion | SHELL is missing | telproof completion",
        "`completion canary` | SHELL: no script for that; expected bash, zsh or fish | telproof completion",
        "`man canary` | argument 2 is not expected | telproof man",
        "config | a command is missing; expected one of check | telproof config",
        "`config check` | FILE is missing | telproof config check",
        "`providers canary` | argument 2 is not expected | telproof providers",
        "`sandbox canary`                   | argument 2 is not expected | telproof sandbox",
        "`sandbox --port canary`            | --port: not a port; expected a whole number from 0 to 65535 | telproof sandbox",
        "`sandbox --port 65536`             | --port: not a port; expected a whole number from 0 to 65535 | telproof sandbox",
        "`sandbox --port -1`                | --port: not a port; expected a whole number from 0 to 65535 | telproof sandbox"
      })
  void a_wrong_command_line_is_explained_without_repeating_it(
      String line, String sentence, String command) {
    assertThat(mistake(line.split(" ")))
        .isEqualTo("telproof: " + advised(sentence, command) + "\n");
  }

  /** Behind what is wrong stands what to do: to read the help, where nothing else is said. */
  private static String advised(String sentence, String command) {
    return sentence.contains("; ") ? sentence : sentence + "; see " + command + " --help";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check tenure \ud800",
        "check tenure 138001380\udc00",
        "check tenure 13800138000 --region \ud800",
        "check tenure 13800138000 --provider \ud800",
        "check tenure 13800138000 --config \ud800",
        "check tenure 13800138000 --timeout \ud800",
        "check tenure 13800138000 --\ud800",
        "code send \ud800@example.com",
        "code send a@\udc00.com",
        "config check \ud800",
        "providers --config \ud800",
        "sandbox --port \ud800",
        "\ud800"
      })
  void half_a_character_is_a_mistake_wherever_it_is_typed(String line) {
    assertThat(mistake(line.split(" "))).startsWith("telproof: ").doesNotContain("defect");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check tenure --json | NUMBER is missing; see telproof check tenure --help",
        "check tenure --json 13800canary | not a phone number: it has a letter or a sign that no number has; expected one as in +8613800138000 or 138 0013 8000",
        "check tenure --canary --json 1 | argument 3 is not an option of this command; see telproof check tenure --help",
        "check canary --json | argument 2 is not a check; expected one of phone-status, tenure, identity-match, code-delivery, code-verification, pre-validated-number, recycled-number, sim-swap",
        "providers --json --config canary | --config: there is no such file, or it cannot be read; check its name and its rights",
        "config check --json canary | FILE: there is no such file, or it cannot be read; check its name and its rights",
        "check tenure 13800138000 --json --provider canary | --provider: no provider of that name is configured; expected one of tencent, alibaba, camara, twilio, meta"
      })
  void a_program_reads_one_object_about_a_mistake_too(String line, String sentence) {
    Outcome outcome = Session.PLAIN.run(line.split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out())
        .isEqualTo("{\"answer\":\"unusable\",\"message\":\"" + sentence + "\",\"problems\":[]}\n");
    assertThat(outcome.err()).startsWith("telproof: " + sentence + "\n");
  }

  @Test
  void a_program_reads_every_problem_of_a_configuration() {
    String file = Session.file(directory, "telproof.providers.main { type = scripted, sais = x }");
    Outcome outcome =
        Session.PLAIN.run("check", "tenure", "13800138000", "--json", "--config", file);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out())
        .hasLineCount(1)
        .startsWith(
            "{\"answer\":\"unusable\",\"message\":\"the configuration has 2 problems\",\"problems\":[{")
        .contains("\"path\":\"telproof.providers.main.says\",\"where\":\"")
        .contains("\"says\":\"is missing");
  }

  @Test
  void nothing_to_do_is_a_mistake() {
    assertThat(mistake())
        .isEqualTo(
            "telproof: a command is missing; expected one of check, explain, bulk, code, config,"
                + " ledger, providers, sandbox, completion, man\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check tenure 13800canary | not a phone number: it has a letter or a sign that no number has; expected one as in +8613800138000 or 138 0013 8000",
        "check tenure @canary | not a phone number: it has a letter or a sign that no number has; expected one as in +8613800138000 or 138 0013 8000",
        "code send canary@ | not an e-mail address: expected a local part of 1 to 64 characters, one at sign and a domain, without spaces; give it as in name@example.com",
        "code send canary @example.com | not an e-mail address: expected a local part of 1 to 64 characters, one at sign and a domain, without spaces; give it as in name@example.com",
        "providers --config canary | --config: there is no such file, or it cannot be read; check its name and its rights",
        "check tenure 13800138000 --provider canary | --provider: no provider of that name is configured; expected one of tencent, alibaba, camara, twilio, meta",
        "bulk phone-status a b --months 6 | --months: only tenure has a threshold; leave it out",
        "ledger reconcile canary --config x --time t --time-form canary | STATEMENT: there is no such file, or it cannot be read; check its name and its rights",
        "config check canary | FILE: there is no such file, or it cannot be read; check its name and its rights",
        "explain tenure --config canary | --config: there is no such file, or it cannot be read; check its name and its rights",
        "check tenure +8613800138000canary | not a phone number: it has a letter or a sign that no number has; expected one as in +8613800138000 or 138 0013 8000",
        "check tenure +86138001380001 | not a phone number: a mobile number of China has 11 digits; expected one as in +8613800138000 or 138 0013 8000",
        "code send 138 0013 800 | not a phone number: a mobile number of China has 11 digits; expected one as in +8613800138000 or 138 0013 8000",
        "check recycled-number 13800138000 --since 2026-11-22 | --since: that day is still to come; give a day on which the person held the number",
        "check tenure 12 | not a phone number: it has too few digits for its country; expected one as in +8613800138000 or 138 0013 8000",
        "ledger bill --config canary | --config: there is no such file, or it cannot be read; check its name and its rights",
        "ledger dismiss canary --config x | ID: not an id; expected the 32 digits and letters that telproof ledger doubts prints",
        "ledger bill --config x --from 2026-01-02 --to 2026-01-01 | --to: the last day is before the first; give a later day",
        "ledger reconcile canary --config x --time t | STATEMENT: there is no such file, or it cannot be read; check its name and its rights",
        "check tenure 1 --region canary | --region: no region has these letters; expected two, as in CN",
        "check tenure 13800138000 --config canary | --config: there is no such file, or it cannot be read; check its name and its rights"
      })
  void what_cannot_be_used_is_explained_without_repeating_it(String line, String sentence) {
    assertThat(mistake(line.split(" "))).isEqualTo("telproof: " + sentence + "\n");
  }

  private String configured(String hocon, String... more) {
    String[] first = {"check", "tenure", "13800138000", "--config", Session.file(directory, hocon)};
    String[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return mistake(all);
  }

  @Test
  void a_configuration_is_refused_with_everything_that_is_wrong_with_it() {
    assertThat(configured("telproof.providers.main { type = scripted, sais = known }"))
        .startsWith("telproof: the configuration has 2 problems; correct these:\n")
        .contains("telproof.providers.main.says: is missing")
        .contains("did you mean says?")
        .contains("telproof.conf: 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret-key canary }", "include canary", "\"canary\" b"})
  void a_file_that_is_not_hocon_is_refused_without_what_stands_in_it(String line) {
    assertThat(configured("telproof {\n" + line))
        .startsWith("telproof: %s: 2: is not HOCON".formatted(directory.resolve("telproof.conf")))
        .hasLineCount(1);
  }

  @Test
  void an_included_file_that_is_missing_is_not_blamed_on_the_file_that_includes_it() {
    Path none = directory.resolve("none.conf");
    String text = "telproof { include required(file(\"%s\")) }".formatted(none);
    Outcome outcome =
        Session.PLAIN.run(
            "check", "tenure", "13800138000", "--config", Session.file(directory, text));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("telproof: " + directory)
        .contains("none.conf")
        .doesNotContain("there is no such file, or it cannot be read");
  }

  @Test
  void an_argument_is_no_file_of_arguments() {
    String file = Session.file(directory, "13800138000");
    assertThat(mistake("check", "tenure", "@" + file))
        .isEqualTo(
            "telproof: not a phone number: it has a letter or a sign that no number has; expected one as in +8613800138000 or 138 0013 8000\n");
  }

  @Test
  void a_provider_that_is_not_configured_is_refused() {
    assertThat(
            configured(
                "telproof.providers.main { type = scripted, says = known }",
                "--provider",
                "canary"))
        .isEqualTo(
            "telproof: --provider: no provider of that name is configured; expected one of main\n");
    assertThat(configured("telproof = canary", "--provider", "main"))
        .startsWith("telproof: the configuration has a problem; correct this:\n  telproof: ");
  }

  @Test
  void a_provider_is_chosen_where_the_configuration_leaves_it_open() {
    String two =
        """
        telproof.providers {
          one { type = scripted, says = known }
          two { type = scripted, says = wide }
        }
        """;
    assertThat(configured(two)).contains("more than one provider offers it: one, two");
    String file = Session.file(directory, two);
    Outcome outcome =
        Session.PLAIN.run("check", "tenure", "13800138000", "--config", file, "--provider", "two");
    assertThat(outcome.out()).startsWith("tenure                24 months or more\n");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void a_provider_is_asked_whatever_the_routes_say() {
    String routed =
        """
        telproof {
          providers {
            one { type = scripted, says = known }
            two { type = scripted, says = wide }
          }
          routes { code-delivery = one, code-verification = one, tenure { primary = one } }
        }
        """;
    String file = Session.file(directory, routed);
    String[] send = {"code", "send", "13800138000", "--config", file, "--provider", "two"};
    assertThat(Session.PLAIN.run(send).out()).contains("answered by           two Send\n");
    String[] verify = {"code", "verify", "13800138000", "--config", file, "--provider", "two"};
    assertThat(Session.PLAIN.typing("1").run(verify).out())
        .contains("answered by           two Verify\n");
    String[] tenure = {"check", "tenure", "13800138000", "--config", file, "--provider", "two"};
    assertThat(Session.PLAIN.run(tenure).out()).contains("answered by           two Months\n");
  }

  @Test
  void help_is_an_answer() {
    Outcome outcome = Session.PLAIN.run("check", "identity", "--help");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith("Usage: telproof check identity-match ")
        .contains("--json", "--config=FILE", "--timeout=TIME", "--region=REGION", "--stdin");
  }
}
