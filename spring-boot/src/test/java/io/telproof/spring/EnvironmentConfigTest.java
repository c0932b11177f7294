package io.telproof.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.client.Problem;
import io.telproof.client.Setting;
import io.telproof.client.Telproof;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Spring knows is read as HOCON is: as strictly, and in the same words. */
final class EnvironmentConfigTest {
  private static final String ACCOUNTS =
      """
      telproof:
        providers:
          main:
            type: tencent
            secret-id: an-id
            secret-key: a-key
          ali:
            type: alibaba
            access-key-id: an-id
            access-key-secret: a-key
      """;

  private static Sources yaml(String text) {
    return new Sources().yaml("application.yml", text);
  }

  private static List<Problem> problems(Sources sources) {
    EnvironmentConfig.Reading reading = sources.read();
    return Stream.concat(
            reading.problems().stream(), Telproof.examine(reading.config()).problems().stream())
        .toList();
  }

  private static String value(Sources sources, String path) {
    return sources.read().config().getString(path);
  }

  private static Map<String, String> inForce(Sources sources) {
    return Telproof.examine(sources.read().config()).settings().stream()
        .collect(Collectors.toMap(Setting::path, Setting::value));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_with_the_file_and_the_line() {
    assertThat(
            problems(
                yaml(
                    """
                    telproof:
                      providers:
                        main:
                          type: tencent
                          secret-id: an-id
                          secret-ky: a-key
                      routes:
                        tenure: mian
                      breaker:
                        open-for: 30
                    """)))
        .extracting(Problem::toString)
        .containsExactlyInAnyOrder(
            "telproof.providers.main.secret-key: is missing"
                + " (Byte array resource [application.yml]: 4)",
            "telproof.providers.main.secret-ky: unknown key; did you mean secret-key?"
                + " (Byte array resource [application.yml]: 6)",
            "telproof.routes.tenure: there is no provider mian; configured: main; did you mean main?"
                + " (Byte array resource [application.yml]: 8)",
            "telproof.breaker.open-for: has no unit; write 30s for seconds or 30ms for"
                + " milliseconds (Byte array resource [application.yml]: 10)");
  }

  @Test
  void a_key_in_the_letters_of_java_is_told_once() {
    assertThat(
            problems(
                yaml(
                    """
                    telproof:
                      providers:
                        main:
                          type: tencent
                          secretId: an-id
                          secretKey: a-key
                    """)))
        .extracting(Problem::toString)
        .containsExactly(
            "telproof.providers.main.secretId: unknown key; did you mean secret-id?"
                + " (Byte array resource [application.yml]: 5)",
            "telproof.providers.main.secretKey: unknown key; did you mean secret-key?"
                + " (Byte array resource [application.yml]: 6)");
  }

  @Test
  void the_words_are_those_of_hocon() {
    Config hocon =
        ConfigFactory.parseString(
            """
            telproof {
              providers { main { type = tencnt, secret-id = an-id }, Bad { type = alibaba } }
              routes { tenure = [main, main], phone-status { shadow = main } }
              retry { attempts = many, first-backof = 1s }
              budgets { tenure = 5000 }
              cache { size = -1 }
              coalesce = [code-delivery]
              caches { }
            }
            """);
    Sources yaml =
        yaml(
            """
            telproof:
              providers:
                main: {type: tencnt, secret-id: an-id}
                Bad: {type: alibaba}
              routes:
                tenure: [main, main]
                phone-status: {shadow: main}
              retry: {attempts: many, first-backof: 1s}
              budgets: {tenure: 5000}
              cache: {size: -1}
              coalesce: [code-delivery]
              caches: {some: thing}
            """);
    List<String> expected = says(Telproof.examine(hocon).problems());
    assertThat(expected).hasSizeGreaterThan(8);
    assertThat(says(problems(yaml))).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> says(List<Problem> problems) {
    return problems.stream().map(problem -> problem.path() + ": " + problem.says()).toList();
  }

  @Test
  void a_placeholder_is_filled_in_as_everywhere_in_spring() {
    Sources sources =
        yaml(
            """
            shop.zone: Asia/Singapore
            telproof.budgets.zone: ${shop.zone}
            telproof.audit.hash-key: ${NOT_SET:a-key-of-16-letters}
            """);
    assertThat(value(sources, "telproof.budgets.zone")).isEqualTo("Asia/Singapore");
    assertThat(value(sources, "telproof.audit.hash-key")).isEqualTo("a-key-of-16-letters");
  }

  @Test
  void a_placeholder_that_is_not_set_is_named_and_nothing_of_what_stands_around_it() {
    assertThat(
            problems(
                yaml(
                    """
                    telproof:
                      providers:
                        main:
                          type: tencent
                          secret-id: ${TENCENT_SECRET_ID}
                          secret-key: CanaryKey0815${tencent.secret-key}
                    """)))
        .extracting(Problem::toString)
        .containsExactly(
            "telproof.providers.main.secret-id: refers to ${TENCENT_SECRET_ID}, which is not set"
                + " (Byte array resource [application.yml]: 5)",
            "telproof.providers.main.secret-key: refers to ${tencent.secret-key}, which is not set"
                + " (Byte array resource [application.yml]: 6)");
  }

  @Test
  void placeholders_that_refer_to_one_another_in_a_circle_are_named() {
    assertThat(problems(yaml(ACCOUNTS + "  budgets: {zone: '${one}'}\none: ${two}\ntwo: ${one}\n")))
        .extracting(Problem::toString)
        .containsExactly(
            "telproof.budgets.zone: refers to ${one}, which is not set"
                + " (Byte array resource [application.yml]: 11)");
  }

  @Test
  void a_list_is_one_in_yaml_in_places_and_with_commas() {
    for (Sources sources :
        List.of(
            yaml(ACCOUNTS + "  routes: {tenure: [main, ali]}\n"),
            yaml(ACCOUNTS + "  routes: {tenure: 'main, ali'}\n"),
            new Sources().commandLine("--telproof.routes.tenure=main,ali").yaml("a.yml", ACCOUNTS),
            new Sources()
                .properties(
                    "a.properties",
                    "telproof.routes.tenure[1]=ali\ntelproof.routes.tenure[0]=main\n")
                .yaml("a.yml", ACCOUNTS))) {
      assertThat(problems(sources)).isEmpty();
      assertThat(Telproof.examine(sources.read().config()).routes())
          .anyMatch(line -> line.startsWith("tenure: main, then ali"));
    }
  }

  @Test
  void a_secret_with_a_comma_is_no_list() {
    Sources sources = yaml("telproof.providers.main.secret-key: one,two");
    assertThat(value(sources, "telproof.providers.main.secret-key")).isEqualTo("one,two");
  }

  @Test
  void an_empty_list_is_empty_and_an_empty_block_is_as_if_it_were_not_there() {
    assertThat(
            problems(
                new Sources()
                    .yaml("a.yml", "telproof: {coalesce: [], routes: , budgets: {}}")
                    .yaml("b.yml", ACCOUNTS + "  coalesce: [tenure]\n")))
        .isEmpty();
    assertThat(problems(yaml(ACCOUNTS + "  audit: {hash-key: }\n")))
        .extracting(Problem::path)
        .containsExactly("telproof.audit.hash-key");
  }

  @Test
  void a_key_keeps_its_letters_and_signs_in_brackets_and_in_quotes() {
    Config config =
        yaml("""
                telproof:
                  providers:
                    main:
                      limits: {CheckSmsVerifyCode: 50/s}
                      coverage:
                        "[+86]": mainland
                        "+852": Hong Kong
                        "[a.b]": dotted
                """)
            .read()
            .config();
    assertThat(config.getConfig("telproof.providers.main.limits").root())
        .containsKey("CheckSmsVerifyCode");
    assertThat(config.getConfig("telproof.providers.main.coverage").root().unwrapped())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("+86", "mainland", "+852", "Hong Kong", "a.b", "dotted"));
  }

  @Test
  void a_source_adds_to_the_blocks_of_another_and_replaces_its_lists_and_texts() {
    Sources sources =
        new Sources()
            .yaml("application-eu.yml", "telproof.routes: {tenure: [ali], phone-status: ali}")
            .yaml(
                "application.yml",
                ACCOUNTS + "  routes: {tenure: [main, ali], identity-match: main}\n");
    assertThat(sources.read().config().getConfig("telproof.routes").root().unwrapped())
        .isEqualTo(
            Map.of("tenure", List.of("ali"), "phone-status", "ali", "identity-match", "main"));
  }

  @Test
  void a_block_replaces_a_text_of_a_source_behind_and_not_of_its_own() {
    String block = "telproof.routes.tenure.primary=ali\n";
    String text = "telproof.routes.tenure=main\n";
    assertThat(
            problems(
                new Sources()
                    .properties("a.properties", block)
                    .properties("b.properties", text)
                    .yaml("c.yml", ACCOUNTS)))
        .isEmpty();
    assertThat(
            problems(
                new Sources().properties("a.properties", block + text).yaml("c.yml", ACCOUNTS)))
        .extracting(Problem::toString)
        .containsExactly(
            "telproof.routes.tenure: is a text here, and a block in other lines of the same source;"
                + " have one of the two (Byte array resource [a.properties]: 2)");
  }

  @Test
  void a_key_is_written_as_it_is_called() {
    assertThat(
            problems(yaml("telproof.providers.main: {type: tencent, secretId: x, secret_key: y}")))
        .extracting(Problem::says)
        .contains("unknown key; did you mean secret-id?", "unknown key; did you mean secret-key?");
  }

  @Test
  void a_block_that_is_called_nearly_as_ours_is_told() {
    assertThat(problems(yaml("telprof.providers.main: {type: tencent}")))
        .extracting(Problem::toString)
        .containsExactly(
            "telprof: unknown key; did you mean telproof?"
                + " (Byte array resource [application.yml]: 1)");
  }

  @Test
  void an_application_that_says_nothing_is_told_what_to_add() {
    assertThat(problems(new Sources()))
        .extracting(Problem::toString)
        .containsExactly(
            "telproof.providers: no provider is configured: add providers { main { type = … } }"
                + " (the environment of the application)");
  }

  @Test
  void a_secret_is_not_told_where_it_is_wrong() {
    assertThat(
            problems(
                yaml(
                    """
                    telproof.providers:
                      main:
                        type: tencent
                        secret-id: [CanaryKey0815, CanaryKey0815]
                        secret-key: "CanaryKey0815 "
                        token: {CanaryKey0815: CanaryKey0815}
                    """)))
        .hasSize(3)
        .extracting(Problem::says)
        .noneMatch(says -> says.contains("Canary"));
  }

  @Test
  void a_variable_of_the_environment_is_a_key_of_ours() {
    Sources sources =
        new Sources()
            .variables(
                Map.of(
                    "TELPROOF_PROVIDERS_MAIN_SECRET_ID", "another-id",
                    "TELPROOF_PROVIDERS_MAIN_EU_TYPE", "tencent",
                    "TELPROOF_PROVIDERS_MAIN_NETWORK_CONNECT_TIMEOUT", "1s",
                    "TELPROOF_PROVIDERS_MAIN_LIMITS_PHONE_STATUS", "5/s,100/day",
                    "TELPROOF_PROVIDERS_BACKUP_TYPE", "tencent",
                    "TELPROOF_PROVIDERS_BACKUP_SECRET_ID", "an-id",
                    "TELPROOF_PROVIDERS_BACKUP_SECRET_KEY", "a-key",
                    "TELPROOF_ROUTES_TENURE", "main,backup",
                    "TELPROOF_RETRY_FIRST_BACKOFF", "2s",
                    "TELPROOF_BREAKER_OPENFOR", "9s"))
            .yaml("application.yml", ACCOUNTS)
            .yaml("eu.yml", "telproof.providers.main-eu: {secret-id: an-id, secret-key: a-key}");
    assertThat(problems(sources)).isEmpty();
    assertThat(inForce(sources))
        .containsEntry("telproof.providers.main-eu.type", "tencent")
        .containsEntry("telproof.providers.main.network.connect-timeout", "1s")
        .containsEntry("telproof.providers.backup.type", "tencent")
        .containsEntry("telproof.routes.tenure", "main, backup")
        .containsEntry("telproof.retry.first-backoff", "2s")
        .containsEntry("telproof.breaker.open-for", "9s");
    assertThat(value(sources, "telproof.providers.main.secret-id")).isEqualTo("another-id");
    assertThat(sources.read().config().getStringList("telproof.providers.main.limits.phone-status"))
        .containsExactly("5/s", "100/day");
  }

  @Test
  void a_variable_for_a_provider_is_held_as_strictly_as_a_line() {
    assertThat(
            problems(
                new Sources()
                    .variables(
                        Map.of(
                            "TELPROOF_PROVIDERS_MAIN_SECRE_ID", "an-id",
                            "TELPROOF_PROVIDERS_MIAN_SECRET_ID", "an-id"))
                    .yaml("application.yml", ACCOUNTS)))
        .extracting(Problem::toString)
        .containsExactly(
            "telproof.providers: no provider is called so; a variable can be for: ali, main"
                + " (environment variable TELPROOF_PROVIDERS_MIAN_SECRET_ID)",
            "telproof.providers.main.secre-id: unknown key; did you mean secret-id?"
                + " (environment variable TELPROOF_PROVIDERS_MAIN_SECRE_ID)");
  }

  @Test
  void a_variable_that_is_no_key_is_the_applications_own() {
    Sources sources =
        new Sources()
            .variables(
                Map.of(
                    "TELPROOF_AUDIT_KEY", "a-key-of-16-letters",
                    "TELPROOF_SERVICE_HOST", "10.0.0.1"))
            .yaml("application.yml", ACCOUNTS + "  audit: {hash-key: '${TELPROOF_AUDIT_KEY}'}\n");
    assertThat(problems(sources)).isEmpty();
    assertThat(value(sources, "telproof.audit.hash-key")).isEqualTo("a-key-of-16-letters");
  }

  @Test
  void what_stands_in_no_file_is_told_by_its_own_name() {
    assertThat(
            problems(
                new Sources()
                    .commandLine("--telproof.retry.atempts=3")
                    .system(Map.of("telproof.retry.first-backof", "1s"))
                    .variables(Map.of("TELPROOF_RETRY_ATTEMPTS", "many"))
                    .yaml("application.yml", ACCOUNTS)))
        .extracting(Problem::where)
        .containsExactlyInAnyOrder(
            "command line, --telproof.retry.atempts",
            "system property telproof.retry.first-backof",
            "environment variable TELPROOF_RETRY_ATTEMPTS");
  }
}
