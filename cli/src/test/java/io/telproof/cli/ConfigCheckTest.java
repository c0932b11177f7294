package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration, looked at before it is used. */
final class ConfigCheckTest {
  @TempDir private Path folder;

  private Outcome check(String hocon) {
    return Session.PLAIN.run("config", "check", Session.file(folder, hocon));
  }

  @Test
  void it_prints_what_is_in_force_who_is_asked_and_that_nothing_is_wrong() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "CanaryKey0815\n");
    Outcome outcome =
        check(
            """
            telproof {
              providers {
                main { type = tencent, secret-id = CanaryId, secret-key = { file = "%s" } }
                ali  { type = alibaba, access-key-id = CanaryId, access-key-secret = CanarySecret }
              }
              routes {
                tenure { primary = [main, ali] }
                phone-status { primary = main, shadow = ali, sample = 5%%, budget = 100/day }
              }
              retry.attempts = 2
            }
            """
                .formatted(key));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .doesNotContain("Canary")
        .containsPattern("telproof.providers.main.secret-id +\\*\\*\\* +.*telproof.conf: 3")
        .containsPattern("telproof.providers.main.secret-key +\\*\\*\\* from .*/key +")
        .containsPattern("telproof.retry.attempts +2 +.*telproof.conf: 10")
        .containsPattern("telproof.retry.first-backoff +100ms +default")
        .containsPattern("tenure +main, then ali \\(.*telproof.conf: 7\\)")
        .containsPattern("phone-status +main; beside them ali for 5%, at most 100/day")
        .containsPattern("identity-match +nobody; more than one provider offers it: ")
        .containsPattern("pre-validated-number +ali \\(the only provider that offers it\\)")
        .endsWith("\nNo problems.\n");
  }

  @Test
  void everything_that_is_wrong_is_said_and_the_status_tells_it() {
    Outcome outcome =
        check(
            """
            telproof.providers.main { type = tencent, secret-id = a, secert-key = CanarySecret }
            telproof.providers.ali { type = alibaba, access-key-id = a, access-key-secret = b }
            telproof.routes.tenure = [main, ali]
            telproof.retry.atempts = 2
            """);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out())
        .doesNotContain("CanarySecret")
        .containsPattern(
            "tenure +nobody; its route \\(main, then ali\\) cannot be used, see the problems")
        .contains("\n3 problems\n")
        .contains("telproof.providers.main.secret-key: is missing")
        .contains("secert-key: unknown key; did you mean secret-key?")
        .contains("atempts: unknown key; did you mean attempts?");
  }

  @Test
  void a_mistake_in_the_block_of_a_provider_leaves_the_routes_to_be_seen() {
    String wrong = "telproof.providers.main { type = tencent, secret-id = a, secert-key = b }\n";
    assertThat(check(wrong + "telproof.routes { tenure = main }").out())
        .containsPattern("tenure +nobody; its route \\(main\\) cannot be used, see the problems")
        .containsPattern(
            "phone-status +nobody; no configured provider offers it, as far as is known without"
                + " main, see the problems");
    String ali =
        "telproof.providers.ali { type = alibaba, access-key-id = a, access-key-secret = b }";
    assertThat(
            check(
                    wrong
                        + ali
                        + "\ntelproof.routes.tenure { primary = ali, shadow = main,"
                        + " sample = 5%, budget = 9/day }")
                .out())
        .containsPattern("tenure +nobody; its route \\(ali; beside them main\\) cannot be used")
        .containsPattern(
            "phone-status +ali \\(the only provider that offers it, as far as is known without"
                + " main, see the problems\\)");
  }

  @Test
  void a_check_that_is_not_for_end_users_is_asked_of_nobody_unless_a_route_says_so() {
    String one = "telproof.providers.main { type = tencent, secret-id = a, secret-key = b }\n";
    assertThat(check(one).out())
        .containsPattern(
            "code-delivery +nobody; it is offered by main, and not for end users:"
                + " SendIntlPhoneEmailCode sends codes for contacts of the account's owner, who"
                + " registers domain names; to ask it all the same, add routes \\{ code-delivery ="
                + " main }\n")
        .containsPattern(
            "code-verification +nobody; it is offered by main, and not for end users: Create")
        .endsWith("\nNo problems.\n");
    String ali =
        "telproof.providers.ali { type = alibaba, access-key-id = a, access-key-secret = b"
            + ", sign-name = a, template-code = b }\n";
    assertThat(check(one + ali).out())
        .containsPattern(
            "code-delivery +ali \\(the only provider that offers it to end users\\)\n");
    String routed = "telproof.routes { code-delivery = main, code-verification = main }";
    assertThat(check(one + ali + routed).out())
        .containsPattern(
            "code-delivery +main \\(.*telproof.conf: 3\\); not for end users:"
                + " SendIntlPhoneEmailCode sends codes for contacts of the account's owner");
  }

  @Test
  void a_program_reads_what_is_in_force_who_is_asked_and_what_is_wrong() {
    String file =
        Session.file(
            folder,
            "telproof.providers.main { type = tencent, secret-id = Canary, secret-key = Canary }");
    Outcome right = Session.PLAIN.run("config", "check", file, "--json");
    assertThat(right.status()).isZero();
    assertThat(right.out())
        .hasLineCount(1)
        .doesNotContain("Canary")
        .startsWith("{\"settings\":[{\"path\":\"telproof.")
        .contains("{\"path\":\"telproof.providers.main.secret-id\",\"value\":\"***\",\"where\":\"")
        .contains("\"routes\":{\"phone-status\":\"main (the only provider that offers it)\",")
        .endsWith(",\"problems\":[]}\n");
    Outcome wrong =
        Session.PLAIN.run(
            "config", "check", "--json", Session.file(folder, "telproof.retry.atempts = 2"));
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.out())
        .hasLineCount(1)
        .contains("{\"path\":\"telproof.retry.atempts\",\"where\":\"")
        .contains("\"says\":\"unknown key; did you mean attempts?\"}");
  }

  @Test
  void a_file_that_is_not_there_is_said_in_a_sentence() {
    Outcome outcome = Session.PLAIN.run("config", "check", folder.resolve("none").toString());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("there is no such file, or it cannot be read");
  }
}
