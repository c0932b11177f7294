package io.telproof.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.testkit.CapturedLogs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShopTest {
  private static final Pattern NUMBER = Pattern.compile("1380013\\d{4}");
  // Not inside a hash or a request's id.
  private static final Pattern CODE = Pattern.compile("(?<![0-9a-zA-Z-])123456(?![0-9a-zA-Z-])");

  @TempDir private Path directory;

  private record Run(int status, String out, String err, String log) {
    String all() {
      return out + err + log;
    }
  }

  private static Run run(String typed, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (CapturedLogs logs = CapturedLogs.open();
        PrintStream toOut = new PrintStream(out, true, UTF_8);
        PrintStream toErr = new PrintStream(err, true, UTF_8)) {
      int status =
          Shop.run(
              List.of(arguments), new ByteArrayInputStream(typed.getBytes(UTF_8)), toOut, toErr);
      return new Run(
          status, out.toString(UTF_8), err.toString(UTF_8), String.join("\n", logs.lines()));
    }
  }

  private static void isSilentAboutPeople(Run run) {
    assertThat(run.all()).doesNotContainPattern(NUMBER).doesNotContainPattern(CODE);
    Stream.of(TencentVendor.CREDENTIALS.secretKey(), AlibabaVendor.CREDENTIALS.accessKeySecret())
        .forEach(key -> assertThat(run.all()).doesNotContain(key));
  }

  @Test
  void a_rehearsal_prints_decisions_audit_explanation_and_bill_and_no_number_nor_code() {
    Run run = run("");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.log()).contains("tenure: KNOWN").contains("fine");
    assertThat(run.out())
        .contains(
            """
            SIGN-UP     NUMBER          DECISION   BECAUSE
            fine        +86138****8003  ACCEPTED
            too-young   +86138****8043  DECLINED   the number is not known to be 6 months old
            suspended   +86138****8013  DECLINED   the line is suspended
            busy-once   +86138****8243  ACCEPTED
            lost-reply  +86138****8603  UNDECIDED  the outcome was lost, and the request has no id
            used-up     +86138****8253  REFUSED    QUOTA
            """)
        .containsPattern(
            "(?m)^lost-reply  sign-up  tenure {13}INDETERMINATE  POSSIBLE  main  [0-9a-f]{32}$")
        .containsPattern("(?m)^  main: FAILED, UNAVAILABLE: .*, charge FREE$")
        .containsPattern("(?m)^  main: ANSWERED, .*, charge CHARGED$")
        // Two codes that were sent: an SMS is billed once it is delivered.
        .containsPattern("(?m)^POSSIBLE  3$")
        .containsPattern("(?m)^tencent  MobileStatus +\\{CHARGED=3, FREE=1}$");
    isSilentAboutPeople(run);
  }

  @Test
  void accounts_of_a_file_are_asked_about_the_numbers_that_are_typed() throws IOException {
    try (Sandbox sandbox = Sandbox.start(new AlibabaVendor())) {
      Path file =
          Files.writeString(
              directory.resolve("my.conf"),
              """
              telproof.providers.mine {
                type = alibaba, access-key-id = "%s", access-key-secret = "%s", endpoint = "%s"
                sign-name = Shop, template-code = SMS_1
              }
              """
                  .formatted(
                      AlibabaVendor.CREDENTIALS.accessKeyId(),
                      AlibabaVendor.CREDENTIALS.accessKeySecret(),
                      sandbox.endpoint()));
      String fine = Scenario.PLAIN_GOOD.phoneNumber(3);
      Run run =
          run(
              "not a number\n%s\n123456\n%s\n654321\n%s\n\n".formatted(fine, fine, fine),
              "--config",
              file.toString());
      assertThat(run.status()).isZero();
      assertThat(run.err()).contains("not an E.164 number");
      assertThat(run.out())
          .containsPattern("(?m)^sign-up-1 .* ACCEPTED$")
          .containsPattern("(?m)^sign-up-2 .* the code is wrong$")
          .containsPattern("(?m)^sign-up-3 .* no code was typed$");
      assertThat(run.all()).doesNotContain("654321");
      isSilentAboutPeople(run);
    }
  }

  @Test
  void an_account_whose_codes_are_not_for_end_users_sends_none_unless_the_file_says_so()
      throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("my.conf"),
            "telproof.providers.mine { type = tencent, secret-id = an-id, secret-key = a-key }");
    Run run = run("", "--config", file.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("telproof.routes.code-delivery", "not for end users: SendIntlPhoneEmailCode");
  }

  @Test
  void what_is_wrong_with_a_file_is_said_and_no_stack_is_printed() throws IOException {
    Path file = Files.writeString(directory.resolve("my.conf"), "telproof.providers.mine.type = x");
    Run run = run("", "--config", file.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("telproof.providers.mine.type").doesNotContain("\tat ");
    assertThat(run("", "--config", directory.resolve("none.conf").toString()).err())
        .contains("none.conf");
    assertThat(run("", "--confug", "my.conf").err()).contains("usage: run [--config FILE]");
  }
}
