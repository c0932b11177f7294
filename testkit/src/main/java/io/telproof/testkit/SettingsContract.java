package io.telproof.testkit;

import com.typesafe.config.ConfigFactory;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Problem;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.MultilineSecret;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.TestBench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/** What every provider promises of its settings, as an application meets them. */
@Clause.Prefix("SE")
@DisplayNameGeneration(ClauseNames.class)
public abstract class SettingsContract {
  private static final String PATH = "telproof.providers.main.";
  private static final Endpoint NOWHERE = Endpoint.of("http://127.0.0.1:9");

  /** For contract tests. */
  protected SettingsContract() {}

  /** {@return the provider to be tested} */
  protected abstract ProviderHarness harness();

  private String settings() {
    return harness().settings(NOWHERE, NOWHERE);
  }

  private Map<String, String> block() {
    Map<String, String> block = new LinkedHashMap<>();
    settings()
        .lines()
        .filter(line -> line.contains("="))
        .forEach(
            line -> {
              int at = line.indexOf('=');
              block.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
            });
    return block;
  }

  /** The problems that the application is told; none where it starts. */
  private List<Problem> problems(Map<String, String> block) {
    StringBuilder text = new StringBuilder("telproof.providers.main {\n  type = ");
    text.append(harness().factory().type());
    block.forEach((key, value) -> text.append("\n  ").append(key).append(" = ").append(value));
    try {
      Telproof.open(ConfigFactory.parseString(text.append("\n}").toString())).close();
      return List.of();
    } catch (ConfigurationException e) {
      return e.problems();
    }
  }

  private static boolean names(List<Problem> problems, String key) {
    return problems.stream().anyMatch(problem -> problem.path().equals(PATH + key));
  }

  /**
   * Proves that ServiceLoader finds the factory. When it fails, look at {@code
   * META-INF/services/io.telproof.spi.VerificationProviderFactory}: the class's whole name, and a
   * public constructor without parameters.
   */
  @Clause(1)
  @Test
  final void the_factory_is_found_by_ServiceLoader_under_its_type() {
    Findings findings = new Findings("The factory is found by ServiceLoader under its type");
    List<String> found = new ArrayList<>();
    for (VerificationProviderFactory<?> factory :
        ServiceLoader.load(VerificationProviderFactory.class)) {
      if (factory.type().equals(harness().factory().type())) {
        found.add(factory.getClass().getName());
      }
    }
    findings.unless(
        found.equals(List.of(harness().factory().getClass().getName())),
        "under the type %s ServiceLoader finds %s, expected %s: see META-INF/services"
            .formatted(
                harness().factory().type(), found, harness().factory().getClass().getName()));
    findings.report();
  }

  /**
   * Proves that the harness's block opens the provider from a configuration. When it fails, the
   * message has what the application would be told.
   */
  @Clause(2)
  @Test
  final void the_settings_of_the_harness_open_the_provider() {
    Findings findings = new Findings("The settings of the harness open the provider");
    problems(block()).forEach(problem -> findings.add(problem.toString()));
    findings.report();
  }

  /**
   * Proves that each setting which is left out is named, and all of them at once. When it fails,
   * look for an {@code Optional} component that is needed after all.
   */
  @Clause(3)
  @Test
  final void settings_left_out_are_named_all_at_once() {
    Findings findings = new Findings("Settings that are left out are named, all at once");
    List<String> needed = new ArrayList<>();
    Map<String, String> rest = new LinkedHashMap<>();
    for (String key : block().keySet()) {
      Map<String, String> without = block();
      without.remove(key);
      Optional<List<Problem>> told = told(without, findings, "without " + key);
      if (told.filter(problems -> names(problems, key)).isPresent()) {
        needed.add(key);
      } else {
        rest.put(key, block().getOrDefault(key, ""));
        // What two settings make together is said of the block, and names both.
        findings.unless(
            told.isEmpty() || told.get().stream().allMatch(problem -> problem.says().contains(key)),
            "without "
                + key
                + " the application is told "
                + told.orElse(List.of())
                + ", but not its name");
      }
    }
    Optional<List<Problem>> all = told(rest, findings, "without " + needed);
    for (String key : needed) {
      findings.unless(
          all.isEmpty() || names(all.get(), key),
          "without " + needed + " the application is not told of " + key);
    }
    findings.unless(
        !needed.isEmpty() || harness().secrets().isEmpty(),
        "nothing is needed, not even a key: components that are needed must not be Optional");
    findings.report();
  }

  private Optional<List<Problem>> told(Map<String, String> block, Findings findings, String how) {
    try {
      return Optional.of(problems(block));
    } catch (RuntimeException e) {
      findings.add(
          how + " the application meets " + e.getClass().getSimpleName() + ", not a problem");
      return Optional.empty();
    }
  }

  /**
   * Proves that a misspelt setting is refused and the right one named. When it fails, look for a
   * component that nothing reads.
   */
  @Clause(4)
  @Test
  final void a_misspelt_setting_is_refused_with_the_right_one_named() {
    Findings findings = new Findings("A misspelt setting is refused, and the right one named");
    for (String key : block().keySet()) {
      for (String misspelt :
          List.of(
              key.replace("-", ""), key.substring(0, key.length() - 1), key.replace('-', '_'))) {
        if (!misspelt.equals(key)) {
          Map<String, String> block = block();
          block.put(misspelt, "\"something\"");
          boolean told =
              problems(block).stream()
                  .anyMatch(
                      problem ->
                          problem.path().equals(PATH + misspelt) && problem.says().contains(key));
          findings.unless(told, misspelt + " was swallowed where " + key + " is meant");
        }
      }
    }
    findings.report();
  }

  /**
   * Proves that plain http goes nowhere but to this machine. When it fails, make the component an
   * {@link Endpoint}.
   */
  @Clause(5)
  @Test
  final void plain_http_is_refused_but_on_loopback() {
    Findings findings = new Findings("Plain http is refused but on loopback");
    String local = "http://127.0.0.1:9";
    for (Map.Entry<String, String> setting : block().entrySet()) {
      if (setting.getValue().contains(local)) {
        Map<String, String> block = block();
        block.put(setting.getKey(), setting.getValue().replace(local, "http://vendor.example"));
        findings.unless(
            names(problems(block), setting.getKey()),
            setting.getKey() + " takes http://vendor.example: keys would travel in clear");
      }
    }
    findings.report();
  }

  /**
   * Proves that a key pasted with a blank is refused when the application starts, without its value
   * in the message. When it fails, make the component a {@link io.telproof.Sensitive}. One that is
   * a {@link MultilineSecret} has blanks and is passed over.
   */
  @Clause(6)
  @Test
  final void a_key_with_white_space_is_refused_and_not_shown() {
    Findings findings = new Findings("A key with white space in it is refused, and not shown");
    for (Map.Entry<String, String> setting : block().entrySet()) {
      for (String secret : harness().secrets()) {
        if (setting.getValue().contains(secret)
            && !mayHaveLines(harness().factory().settings(), setting.getKey())) {
          Map<String, String> block = block();
          block.put(setting.getKey(), setting.getValue().replace(secret, secret + " "));
          List<Problem> problems = problems(block);
          findings.unless(
              names(problems, setting.getKey()),
              setting.getKey() + " takes a blank: is its component a String and not a Sensitive?");
          findings.unless(
              !problems.toString().contains(secret),
              "the message about " + setting.getKey() + " shows the key");
        }
      }
    }
    findings.report();
  }

  static boolean mayHaveLines(Class<? extends Record> settings, String key) {
    return Arrays.stream(settings.getRecordComponents())
        .filter(each -> each.getName().equalsIgnoreCase(key.replace("-", "")))
        .anyMatch(
            each -> each.getGenericType().getTypeName().contains(MultilineSecret.class.getName()));
  }

  /**
   * Proves that the factory, opened through the configuration's front door, offers what the harness
   * offers. When it fails, {@code open} of the harness and of the factory differ.
   */
  @Clause(7)
  @Test
  final void what_the_configuration_opens_offers_what_the_harness_opens() {
    Findings findings = new Findings("Configuration and harness open the same provider");
    String text =
        "telproof.providers.main { type = "
            + harness().factory().type()
            + "\n"
            + settings()
            + "\n}";
    List<CheckType> offered;
    try (TestBench bench = TestBench.open(harness())) {
      offered = bench.offered();
    }
    try (Telproof telproof = Telproof.open(ConfigFactory.parseString(text))) {
      // Not by its routes: what is not for end users has none unless one is written.
      Set<CheckType> configured =
          telproof.offers().getOrDefault("main", List.of()).stream()
              .map(Offer::check)
              .collect(Collectors.toSet());
      for (CheckType each : CheckType.values()) {
        findings.unless(
            configured.contains(each) == offered.contains(each),
            "%s is offered by %s alone"
                .formatted(
                    each.key(), configured.contains(each) ? "the configuration" : "the harness"));
      }
    } catch (ConfigurationException e) {
      findings.add(e.problems().stream().map(Problem::toString).collect(Collectors.joining("; ")));
    }
    findings.report();
  }
}
