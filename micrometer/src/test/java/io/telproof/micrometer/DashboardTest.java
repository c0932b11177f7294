package io.telproof.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.client.ScriptedProvider;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the dashboard and the page of alerts to what a registry shows. */
class DashboardTest {
  private static final Path DASHBOARD = Path.of("..", "docs", "grafana", "telproof.json");
  private static final Path ALERTS = Path.of("..", "docs", "alerts.md");
  private static final Pattern IN_LEGEND = Pattern.compile("\\{\\{([a-z_]+)}}");
  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\(([a-z_]+), ([a-z_]+)\\)");
  private static final Scrape SCRAPE = scrape();

  private final Config dashboard = dashboard();

  private static Stream<Config> targets() {
    return dashboard().getConfigList("panels").stream()
        .flatMap(panel -> panel.getConfigList("targets").stream().map(Config.class::cast));
  }

  static Stream<Arguments> expressions() {
    return targets()
        .map(target -> Arguments.of(target.getString("expr"), target.getString("legendFormat")));
  }

  static Stream<Arguments> alerts() throws IOException {
    return Files.readString(ALERTS)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| what |"))
        .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
        .map(row -> Arguments.of(row.get(0), row));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expressions")
  void every_name_in_a_panel_is_in_the_scrape(String expression, String legend) {
    new Expression(expression).holdsIn(SCRAPE);
    List<String> shown = IN_LEGEND.matcher(legend).results().map(label -> label.group(1)).toList();
    assertThat(new Expression(expression).grouping()).containsAll(shown);
  }

  static Stream<String> everyExpression() throws IOException {
    return Stream.concat(
        targets().map(target -> target.getString("expr")),
        alerts().map(alert -> ((List<?>) alert.get()[1]).get(1).toString()));
  }

  /** A provider that is skipped for an hour must not thin out a share of what was asked of it. */
  @ParameterizedTest
  @MethodSource("everyExpression")
  void what_counts_attempts_leaves_out_the_questions_that_were_skipped(String expression) {
    Map<String, String> skipped =
        Map.of("check", "tenure", "provider", "main", "outcome", "skipped", "charge", "free");
    assertThat(new Expression(expression).counts("telproof_attempt_total", skipped)).isFalse();
  }

  @Test
  void every_variable_is_declared_and_reads_a_label_that_is_there() {
    List<? extends Config> declared = dashboard.getConfigList("templating.list");
    Set<String> used =
        targets()
            .flatMap(target -> new Expression(target.getString("expr")).variables().stream())
            .collect(Collectors.toSet());
    assertThat(declared)
        .extracting(variable -> variable.getString("name"))
        .containsAll(used)
        .contains("datasource");
    for (Config variable : declared) {
      if (variable.getString("type").equals("query")) {
        MatchResult read =
            LABEL_VALUES
                .matcher(variable.getString("query.query"))
                .results()
                .findFirst()
                .orElseThrow();
        assertThat(read.group(2)).isEqualTo(variable.getString("name"));
        assertThat(SCRAPE.labelsOf(read.group(1))).contains(read.group(2));
        assertThat(variable.getString("definition")).isEqualTo(variable.getString("query.query"));
      }
    }
  }

  @Test
  void the_dashboard_is_json_and_says_nothing_twice() throws Exception {
    JsonFactory strict =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = strict.createParser(DASHBOARD.toFile())) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      parser.skipChildren();
      assertThat(parser.nextToken()).as("after the object").isNull();
    }
  }

  @Test
  void the_dashboard_can_be_imported_anywhere() throws Exception {
    assertThat(dashboard.getString("uid")).isEqualTo("telproof");
    assertThat(dashboard.getInt("schemaVersion")).isEqualTo(39);
    assertThat(targets())
        .allSatisfy(
            target -> assertThat(target.getString("datasource.uid")).isEqualTo("${datasource}"));
    assertThat(Files.readString(DASHBOARD)).doesNotContain("//", "localhost", "127.0.0.1");
  }

  @Test
  void each_panel_has_an_id_and_a_place_of_its_own_and_says_what_it_shows() {
    List<? extends Config> panels = dashboard.getConfigList("panels");
    assertThat(panels).extracting(panel -> panel.getInt("id")).doesNotHaveDuplicates();
    assertThat(panels)
        .extracting(panel -> panel.getInt("gridPos.x") + "," + panel.getInt("gridPos.y"))
        .doesNotHaveDuplicates();
    assertThat(panels)
        .allSatisfy(panel -> assertThat(panel.getString("title")).isNotBlank())
        .allSatisfy(panel -> assertThat(panel.getString("description")).isNotBlank());
  }

  @Test
  void every_meter_is_drawn() {
    assertThat(targets().map(target -> target.getString("expr")).collect(Collectors.joining("\n")))
        .contains(
            "telproof_question_seconds_count",
            "telproof_question_seconds_bucket",
            "telproof_attempt_total",
            "telproof_permit_wait_seconds_bucket",
            "telproof_exchange_seconds_bucket",
            "telproof_breaker_state",
            "telproof_limit_available",
            "telproof_limit_permits",
            "telproof_limit_store_available",
            "telproof_shadow_total");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("alerts")
  void an_alert_says_what_why_and_what_to_do_and_names_what_is_in_the_scrape(
      String what, List<String> row) {
    assertThat(row).hasSize(4).allSatisfy(cell -> assertThat(cell).isNotEmpty());
    assertThat(row.get(1)).startsWith("`").endsWith("`");
    String expression = row.get(1).substring(1, row.get(1).length() - 1);
    new Expression(expression).holdsIn(SCRAPE);
    assertThat(expression).containsPattern("(>|==) [0-9.]+$");
  }

  /** A quantile is read from a bucket, so that the whole of it has to lie below the alarm. */
  @Test
  void what_a_question_waits_for_a_permit_beside_an_idle_provider_raises_no_alarm()
      throws IOException {
    HandTime time = new HandTime("2026-01-01T00:00:00Z");
    ScriptedProvider first =
        new ScriptedProvider("main", time, time::advance, CheckType.PHONE_STATUS);
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString("telproof.routes.phone-status = [main, ali]"))
            .time(time)
            .provider(first)
            .provider(new ScriptedProvider("ali", time, time::advance, CheckType.PHONE_STATUS))
            .open()) {
      telproof
          .phoneStatus()
          .check(PhoneNumber.of("+8613800138000"), CallContext.within(Duration.ofHours(1)));
    }
    double longest = first.asked.get(0).longestWait().toNanos() / 1e9;
    double bucket =
        SCRAPE.valuesOf("telproof_permit_wait_seconds_bucket", "le").stream()
            .mapToDouble(bound -> bound.equals("+Inf") ? Double.MAX_VALUE : Double.valueOf(bound))
            .filter(bound -> bound >= longest)
            .min()
            .orElseThrow();
    String queueing =
        alerts()
            .map(alert -> ((List<?>) alert.get()[1]).get(1).toString())
            .filter(expression -> expression.contains("telproof_permit_wait_seconds_bucket"))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(queueing.replaceAll(".*> |`", "")))
        .isGreaterThanOrEqualTo(bucket);
  }

  private static Config dashboard() {
    return ConfigFactory.parseFile(
        DASHBOARD.toFile(),
        ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON).setAllowMissing(false));
  }

  private static Scrape scrape() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    ListenerEvents.everything(new TelproofMeters(registry));
    return new Scrape(registry.scrape());
  }
}
