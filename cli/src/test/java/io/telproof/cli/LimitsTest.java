package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits in force, as a person and a program are told of them. */
final class LimitsTest {
  private static final String ACCOUNTS =
      """
      telproof.providers {
        main {
          type = tencent, secret-id = a, secret-key = b
          limits { tenure = [25/s, 10000/day], MobileStatus { travel = 50ms } }
        }
        ali { type = alibaba, access-key-id = a, access-key-secret = b }
      }
      """;

  @TempDir private Path folder;

  private Outcome run(String... words) {
    return Session.PLAIN.run(words);
  }

  private String file(String text) {
    return Session.file(folder, text);
  }

  @Test
  void providers_lists_the_limits_in_force_and_marks_those_that_the_configuration_says() {
    Outcome outcome = run("providers", "--config", file(ACCOUNTS));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .containsPattern(
            "main +tenure +\\+86 +MobileNetworkTimeVerification +25/s, 10000/day \\* +Result")
        .containsPattern(
            "main +phone-status +\\+86 +MobileStatus +20/s \\(travel 50 ms\\) \\* +Result")
        .containsPattern(
            "main +identity-match +\\+86, with id number +PhoneVerification +20/s +Result")
        .containsPattern("ali +tenure +\\+86 +MobileOnlineTime +50/s +BizCode")
        .contains("\n* by the configuration, for this account\n");
  }

  @Test
  void a_program_reads_them_too() {
    assertThat(run("providers", "--config", file(ACCOUNTS), "--json").out())
        .contains(
            "\"operation\":\"MobileNetworkTimeVerification\",\"limit\":\"25/s, 10000/day\","
                + "\"configured\":true,",
            "\"operation\":\"PhoneVerification\",\"limit\":\"20/s\",\"configured\":false,");
  }

  @Test
  void config_check_prints_what_the_file_says_before_what_the_modules_take_for_granted() {
    Outcome outcome = run("config", "check", file(ACCOUNTS));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .containsPattern(
            "telproof.providers.main.limits.tenure +25/s, 10000/day +.*telproof.conf: 4\n")
        .containsPattern("telproof.providers.main.limits.MobileStatus.travel +50ms +.*conf: 4\n")
        .containsPattern("telproof.providers.main.limits.MobileStatus.rate +20/s +module tencent\n")
        .containsPattern(
            "telproof.providers.ali.limits.pre-validated-number +10/s +module alibaba\n")
        .containsPattern("telproof.providers.main.limits.\\*.travel +20ms +default\n")
        .containsPattern("telproof.providers.ali.limits.\\*.travel +20ms +default\n")
        .containsPattern("telproof.limits.kept +local +default\n")
        .containsPattern("(?s)ali.access-key-id.*main.limits.identity-match +20/s");
  }

  @Test
  void config_check_prints_how_limits_are_shared_and_notes_a_share_that_leaves_nothing() {
    Outcome outcome =
        run(
            "config",
            "check",
            file(
                """
                telproof.limits {
                  kept = redis, url = "redis://cache.example:6379/2", away = share, share = 30
                  user = CanaryUser, password = CanaryPassword, hold = 3s
                }
                telproof.providers.main {
                  type = tencent, secret-id = a, secret-key = b
                  limits {
                    tenure = 25/s
                    identity-match = [50/s, 10000/day]
                  }
                }
                """));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .doesNotContain("Canary")
        .containsPattern("telproof.limits.kept +redis +.*telproof.conf: 2\n")
        .containsPattern("telproof.limits.url +redis://cache.example:6379/2 +.*conf: 2\n")
        .containsPattern("telproof.limits.user +\\*\\*\\* +.*telproof.conf: 3\n")
        .containsPattern("telproof.limits.away +share +.*telproof.conf: 2\n")
        .containsPattern("telproof.limits.share +30 +.*telproof.conf: 2\n")
        .containsPattern("telproof.limits.hold +3s +.*telproof.conf: 3\n")
        .containsPattern("telproof.limits.prefix +telproof +module redis\n")
        .containsPattern("telproof.limits.command-timeout +1s +module redis\n")
        .containsPattern(
            "main.limits.tenure: share = 30 leaves each process nothing of 25/s: while Redis is away"
                + " nothing is asked under this limit, .* \\(.*telproof.conf: 8\\)\n")
        .containsPattern(
            "main.limits.phone-status: share = 30 .* of 20/s: .* \\(module tencent\\)\n")
        .doesNotContain("main.limits.identity-match: ")
        .endsWith("No problems; see the notes.\n");
  }

  @Test
  void limits_under_the_words_of_checks_outlive_a_swap_and_those_of_operations_are_told() {
    String limits = "limits { tenure = 30/s } }\n";
    for (String account :
        List.of(
            "type = tencent, secret-id = a, secret-key = b\n",
            "type = alibaba, access-key-id = a, access-key-secret = b\n")) {
      String file = file("telproof.providers.main { " + account + limits);
      assertThat(run("providers", "--config", file).out())
          .containsPattern("main +tenure +\\+86 +\\w+ +30/s \\*");
    }
    String swapped =
        "telproof.providers.main { type = alibaba, access-key-id = a, access-key-secret = b\n"
            + "limits { MobileStatus = 30/s } }";
    assertThat(run("config", "check", file(swapped)).out())
        .contains("\n1 problem\n")
        .contains("main.limits.MobileStatus: unknown key; ");
  }

  @Test
  void config_check_tells_what_a_limit_has_to_be_and_who_is_limited_twice() {
    Outcome outcome =
        run(
            "config",
            "check",
            file(
                """
                telproof.providers {
                  main { type = tencent, secret-id = a, secret-key = b
                    limits { tenure = 50/s } }
                  same { type = tencent, secret-id = a, secret-key = b
                    limits { MobileNetworkTimeVerification = 25/s } }
                  ali { type = alibaba, access-key-id = a, access-key-secret = b
                    cams-per-second = 50 }
                  other { type = alibaba, access-key-id = c, access-key-secret = d
                    limits { MobileOnlineTme = 50/s, code-delivery = 50/s } }
                }
                """));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("\n4 problems\n")
        .containsPattern(
            "same.limits.MobileNetworkTimeVerification: MobileNetworkTimeVerification is limited to"
                + " 25/s here and to 50/s by main \\(.*telproof.conf: 3\\), and the vendor counts"
                + " both together; say the same in both \\(.*telproof.conf: 5\\)")
        .containsPattern(
            "ali.cams-per-second: cams-per-second is called limits \\{ pre-validated-number = 50/s"
                + " } now; rename it \\(.*telproof.conf: 7\\)")
        .contains("other.limits.MobileOnlineTme: unknown key; did you mean MobileOnlineTime?")
        .contains(
            "other.limits.code-delivery: other does not offer code-delivery; it"
                + " offers phone-status (MobileOnlineStatus), ");
  }
}
