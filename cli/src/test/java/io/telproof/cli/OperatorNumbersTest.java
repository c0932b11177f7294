package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test numbers that an operator serves, and no vendor of China. */
final class OperatorNumbersTest {
  private static final String NUMBER = Scenario.PLAIN_GOOD.camaraNumber(0);
  private static final Pattern HANDLE = Pattern.compile("\"handle\":\"([^\"]+)\"");

  @TempDir private Path directory;

  /** What a run that sends a code prints of its handle. */
  private static String handle(Outcome sent) {
    Matcher handle = HANDLE.matcher(sent.out());
    assertThat(handle.find()).as(sent.out()).isTrue();
    return handle.group(1);
  }

  private static Session typing(String code, String handle) {
    return Session.PLAIN.stdin("{\"code\":\"%s\",\"handle\":\"%s\"}".formatted(code, handle));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check | phone-status | 000 | 0 |"
            + " 'answer':'known','check':'phone-status','value':{'state':'ACTIVE','carrier':'unknown'},",
        "check | phone-status | 010 | 0 |"
            + " 'answer':'known','check':'phone-status','value':{'state':'SUSPENDED','carrier':'unknown'},",
        "check | phone-status | 090 | 3 |"
            + " 'answer':'unknown','check':'phone-status','gap':'NOT_COVERED',",
        "check | tenure | 000 | 0 |"
            + " 'answer':'known','check':'tenure','value':{'from':6,'to':null},",
        "check | tenure | 040 | 0 | 'answer':'known','check':'tenure','value':{'from':0,'to':6},",
        "check | identity | 000 | 0 |"
            + " 'answer':'known','check':'identity-match','value':{'outcome':'MATCH','differing':null,",
        "check | identity | 020 | 0 |"
            + " 'answer':'known','check':'identity-match','value':{'outcome':'MISMATCH','differing':['NAME'],",
        "check | identity | 420 | 4 |"
            + " 'answer':'failed','check':'identity-match','kind':'UNAUTHORIZED','provider':'camara',",
        "code | send | 000 | 0 | 'answer':'known','check':'code-delivery','value':{'handle':",
        "code | send | 840 | 4 |"
            + " 'answer':'failed','check':'code-delivery','kind':'QUOTA','provider':'camara',"
      })
  void the_operator_answers_without_a_configuration_behind_the_vendors_of_China(
      String group, String command, String magic, int status, String start) {
    Outcome outcome =
        Session.PLAIN
            .typing("\u5f20\u4e09", "110101199003070000")
            .run(group, command, "+990123400" + magic, "--json");
    assertThat(outcome.err()).startsWith("telproof: no --config: ").hasLineCount(1);
    assertThat(outcome.out()).startsWith("{" + start.replace('\'', '"')).hasLineCount(1);
    assertThat(outcome.out())
        .contains("\"provider\":\"camara\"")
        .containsPattern("\"reason\":\"not asked: \\w+ serves \\+86 alone");
    assertThat(outcome.status()).isEqualTo(status);
  }

  /** The sandbox of one run knows nothing of another's, as an operator that has forgotten. */
  @Test
  void a_code_is_known_to_the_run_that_sent_it_and_is_over_in_another_without_a_configuration() {
    Outcome sent = Session.PLAIN.run("code", "send", NUMBER, "--json");
    Outcome verified =
        typing("123456", handle(sent)).run("code", "verify", NUMBER, "--stdin", "--json");
    assertThat(verified.out())
        .startsWith(
            "{\"answer\":\"known\",\"check\":\"code-verification\",\"value\":{\"verdict\":\"EXPIRED\"},"
                + "\"receipt\":{\"provider\":\"camara\",\"operation\":\"validateCode\",");
  }

  @Test
  void a_code_without_its_handle_is_refused_and_why_is_told() {
    Outcome verified = Session.PLAIN.typing("123456").run("code", "verify", NUMBER);
    assertThat(verified.out())
        .startsWith("code-verification     failed: INVALID_REQUEST\nwhy  ")
        .contains("by the handle of its sending alone, and the claim has none; nothing was sent");
    assertThat(verified.status()).isEqualTo(4);
  }

  @Test
  void a_code_is_sent_and_checked_by_its_handle_where_the_sandbox_stays() {
    try (Sandbox sandbox = Sandbox.start(SimulatedVendor.openAll())) {
      String file = Session.file(directory, configuration(sandbox));
      Outcome sent = Session.PLAIN.run("code", "send", NUMBER, "--json", "--config", file);
      Outcome wrong = verify(typing("654321", handle(sent)), file);
      Outcome right = verify(typing("123456", handle(sent)), file);
      assertThat(wrong.out()).startsWith("code-verification     REJECTED\n");
      assertThat(right.out()).startsWith("code-verification     ACCEPTED\n");
      assertThat(sandbox.bill().lines())
          .extracting(Bill.Line::operation)
          .containsExactly("sendCode", "validateCode", "validateCode");
    }
  }

  private static Outcome verify(Session session, String file) {
    return session.run("code", "verify", NUMBER, "--stdin", "--config", file);
  }

  /** As a person copies it from what the sandbox prints. */
  private static String configuration(Sandbox sandbox) {
    Map<String, String> settings = SimulatedVendor.CAMARA.settings(sandbox.endpoint());
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + " = \"" + setting.getValue() + "\"\n")
        .collect(Collectors.joining("", "telproof.providers.operator {\n", "}\n"));
  }
}
