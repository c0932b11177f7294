package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody listens where these configurations lead: whoever asked would fail. */
final class ExplainCommandTest {
  private static final String TWO =
      """
      telproof {
        providers {
          main { type = tencent, secret-id = CanaryId, secret-key = CanaryKey
                 endpoint = "http://127.0.0.1:1", limits { tenure = [25/s, 10000/day] } }
          ali  { type = alibaba, access-key-id = CanaryId, access-key-secret = CanaryKey
                 endpoint = "http://127.0.0.1:1" }
        }
        routes {
          tenure = [main, ali]
          phone-status { primary = ali, shadow = main, sample = 5%, budget = 100/day }
        }
        budgets { tenure = 5000/day }
        coalesce = [tenure]
      }
      """;

  @TempDir private Path directory;

  private Outcome explain(String check, String hocon, String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "explain";
    arguments[1] = check;
    arguments[2] = "--config";
    arguments[3] = Session.file(directory, hocon);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Session.PLAIN.run(arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "+12015550100, twilio, alibaba",
    "+8613800138000, alibaba, twilio",
    "138 0013 8000, alibaba, twilio",
  })
  void who_does_not_serve_the_number_is_not_asked_about_it(
      String number, String asked, String skipped) {
    Outcome outcome = Session.PLAIN.run("explain", "recycled-number", number);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .containsPattern("[0-9]\\. " + asked + " +asked ")
        .containsPattern("[0-9]\\. " + skipped + " +not asked, does not serve it\n")
        .contains("does not serve")
        .doesNotContain("2015550100", "138000", "138 000");
  }

  @Test
  void a_contact_that_can_be_none_is_refused_and_not_said() {
    assertThat(Session.PLAIN.run("explain", "tenure", "canary"))
        .satisfies(
            outcome -> {
              assertThat(outcome.status()).isEqualTo(2);
              assertThat(outcome.err()).contains("not a phone number").doesNotContain("canary");
            });
  }

  @Test
  void without_a_configuration_the_sandbox_is_explained() {
    Outcome outcome = Session.PLAIN.run("explain", "pre-validated");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err())
        .isEqualTo("telproof: no --config: this is about the sandbox of this command\n");
    assertThat(outcome.out())
        .isEqualTo(
            """
            check                 pre-validated-number
            route                 alibaba, then meta (the sandbox in this process)

            1. alibaba            asked first
            operation             GetPreValidatePhoneId
            billed                not stated
            breaker               closed
            why                   it is asked first, by the sandbox in this process
                                  it serves any country, with purchase code
                                  its limit is 10/s, left now: 10 of 10/s

            2. meta               asked if those before it have no answer
            operation             preverified_numbers
            billed                not stated
            breaker               closed
            why                   somebody before it is asked first
                                  its limit is 5/s, left now: 5 of 5/s

            camara                left out: it does not offer pre-validated-number
            tencent               left out: it does not offer pre-validated-number
            twilio                left out: it does not offer pre-validated-number
            budget                none: there is no end to what this check may cost
            cache                 none: every question is sent
            retry                 3 attempts for each provider
            breaker               opens for 30s when 50% of the last 20 questions have failed, once there were 10; every process has its own
            """);
  }

  @Test
  void the_providers_of_the_route_are_told_in_their_order_with_limits_and_what_is_billed() {
    Outcome outcome = explain("tenure", TWO);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .doesNotContain("Canary")
        .contains("route                 main, then ali (" + directory)
        .containsSubsequence(
            """
            1. main               asked first
            operation             MobileNetworkTimeVerification
            billed                Result 0, -0, -2, -3
            breaker               closed
            """,
            "its limit is 25/s, 10000/day, left now: 25 of 25/s, 10000 of 10000/day\n",
            "2. ali                asked if those before it have no answer\n",
            "billed                BizCode 1\n",
            "budget                5000/day, counted in Asia/Shanghai\n",
            "cache                 none: every question is sent; the same question of several"
                + " callers is sent once\n");
  }

  @Test
  void whoever_is_asked_as_well_has_no_place_in_the_order() {
    assertThat(explain("phone-status", TWO).out())
        .contains("1. ali                asked first\n")
        .contains("\nmain                  asked as well, to compare its answers\n")
        .contains("it is asked beside them, for 5%");
  }

  @Test
  void a_check_that_nobody_is_asked_for_is_told_with_the_reason() {
    Outcome outcome = explain("identity-match", TWO);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("route                 nobody; more than one provider offers it: main, ali;")
        .contains("\nali                   left out: it is not on telproof.routes.identity-match\n")
        .doesNotContain("1. ");
    assertThat(
            explain(
                    "code-delivery",
                    TWO + "telproof.routes { code-delivery = main, code-verification = main }")
                .out())
        .contains("not for end users     it sends codes for contacts of the account's owner");
  }

  @Test
  void a_program_reads_the_same() {
    String out = explain("tenure", TWO, "--json").out();
    assertThat(out)
        .hasLineCount(1)
        .doesNotContain("Canary")
        .startsWith("{\"check\":\"tenure\",\"route\":\"main, then ali (")
        .contains(
            "{\"provider\":\"main\",\"part\":\"NEXT\",\"because\":\"it is asked first, by ",
            "\"operation\":\"MobileNetworkTimeVerification\",\"limit\":\"25/s, 10000/day\","
                + "\"billed\":\"Result 0, -0, -2, -3\",\"restriction\":null,\"breaker\":\"closed\"}",
            "{\"provider\":\"ali\",\"part\":\"NOT_REACHED\",",
            "{\"path\":\"telproof.budgets.tenure\",\"value\":\"5000/day\",\"where\":\"")
        .doesNotContain("secret");
  }

  @Test
  void the_ledger_that_an_application_writes_at_this_moment_is_left_alone() throws Exception {
    Path ledger = directory.resolve("ledger");
    String hocon =
        TWO
            + "telproof.ledger { kept = file, hash-key = 0123456789abcdef, directory = \"%s\" }"
                .formatted(ledger);
    assertThat(explain("tenure", hocon).status()).isZero();
    assertThat(Files.exists(ledger)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "tenur, did you mean tenure?",
    "idenity-match, did you mean identity-match?",
    "phone_status, did you mean phone-status?"
  })
  void a_slip_is_told_by_the_word_that_was_meant(String typed, String says) {
    Outcome outcome = Session.PLAIN.run("explain", typed);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "telproof: CHECK: no such check; %s expected one of %s\n"
                .formatted(says, String.join(", ", CheckWords.ofRoutes())));
  }
}
