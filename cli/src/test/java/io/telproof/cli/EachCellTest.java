package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a vendor offers is asked of it by the command, by the vendor's name. */
final class EachCellTest {
  private static final String CHINA = Scenario.PLAIN_GOOD.phoneNumber(0);
  private static final String OPERATOR = Scenario.PLAIN_GOOD.camaraNumber(0);
  private static final String US = Scenario.PLAIN_GOOD.usNumber(0);

  private static final String BOTH = "{'name':'Ana','idNumber':'110101199003070000'}";
  private static final String NAME = "{'name':'Ana','idNumber':null}";
  private static final String PARTS =
      "{'name':'Ana Garcia','idNumber':'078051120','givenName':'Ana','familyName':'Garcia'}";
  private static final String CODE = "{'code':'123456'}";

  private static final List<Cell> TABLE =
      List.of(
          cell("tencent", "phone-status", CHINA, "", "{'state':'ACTIVE','carrier':'unknown'}"),
          cell("tencent", "tenure", CHINA, "", "{'from':24,'to':null}"),
          cell("tencent", "identity-match", CHINA, BOTH, match("'china-mobile'")),
          // The operation has the identity number among what it needs: not asked.
          new Cell("tencent", "identity-match", CHINA, NAME, 3, "'gap':'NOT_COVERED'"),
          cell("tencent", "code-delivery", CHINA, "", "{'handle':null,'expiresAt':null}"),
          cell("tencent", "code-verification", CHINA, CODE, "{'verdict':'ACCEPTED'}"),
          cell("alibaba", "phone-status", CHINA, "", "{'state':'ACTIVE','carrier':'china-mobile'}"),
          cell("alibaba", "tenure", CHINA, "", "{'from':24,'to':null}"),
          cell("alibaba", "identity-match", CHINA, BOTH, match("'china-mobile'")),
          cell("alibaba", "identity-match", CHINA, NAME, match("'china-mobile'")),
          cell("alibaba", "code-delivery", CHINA, "", "{'handle':null,'expiresAt':'"),
          cell("alibaba", "code-verification", CHINA, CODE, "{'verdict':'ACCEPTED'}"),
          cell("alibaba", "pre-validated-number", CHINA, CODE, "{'id':'"),
          cell("alibaba", "recycled-number", CHINA, "", "{'recycling':'SAME_HOLDER'}"),
          cell("camara", "phone-status", OPERATOR, "", "{'state':'ACTIVE','carrier':'unknown'}"),
          cell("camara", "tenure", OPERATOR, "", "{'from':6,'to':null}"),
          cell("camara", "identity-match", OPERATOR, BOTH, match("'unknown'")),
          cell("camara", "identity-match", OPERATOR, NAME, match("'unknown'")),
          cell("camara", "code-delivery", OPERATOR, "", "{'handle':'1."),
          // Of another sandbox, which is over.
          cell("camara", "code-verification", OPERATOR, "HANDLE", "{'verdict':'EXPIRED'}"),
          cell("camara", "recycled-number", OPERATOR, "", "{'recycling':'SAME_HOLDER'}"),
          cell("camara", "sim-swap", OPERATOR, "", "{'swapped':false,'lastSwap':null"),
          cell("twilio", "phone-status", US, "", "{'state':'ACTIVE','carrier':'unknown'}"),
          cell("twilio", "identity-match", US, PARTS, "{'outcome':'MATCH',"),
          // Asked by given and family name alone.
          new Cell("twilio", "identity-match", US, NAME, 3, "'gap':'NOT_COVERED'"),
          cell("twilio", "code-delivery", US, "", "{'handle':'1."),
          cell("twilio", "code-verification", US, "HANDLE", "{'verdict':'EXPIRED'}"),
          cell("twilio", "recycled-number", US, "", "{'recycling':'SAME_HOLDER'}"),
          cell("twilio", "sim-swap", US, "", "{'swapped':false,'lastSwap':'"),
          cell("meta", "pre-validated-number", US, "", "{'id':'"));

  private static final Pattern GIVEN = Pattern.compile("\"handle\":\"([^\"]+)\"");

  @TempDir private Path directory;

  /**
   * One question.
   *
   * @param typed the object on standard input, in single quotes; HANDLE for a code with a handle
   * @param says a part of the answer, in single quotes
   */
  private record Cell(
      String provider, String check, String number, String typed, int status, String says) {
    List<String> words() {
      List<String> words = new ArrayList<>(List.of("check", check, number));
      switch (check) {
        case "recycled-number" -> words.addAll(List.of("--since", "2024-05-01"));
        case "pre-validated-number" -> {
          if (typed.isEmpty()) {
            words.add("--without-code");
          }
        }
        default -> {
          // Nothing besides the number.
        }
      }
      if (!typed.isEmpty()) {
        words.add("--stdin");
      }
      if (typed.equals(NAME)) {
        words.add("--name-only");
      }
      return words;
    }
  }

  private static Cell cell(
      String provider, String check, String number, String typed, String value) {
    return new Cell(provider, check, number, typed, 0, "'value':" + value);
  }

  private static String match(String carrier) {
    return "{'outcome':'MATCH','differing':null,'carrier':" + carrier + ",'score':null}";
  }

  static Stream<Cell> every_cell() {
    return TABLE.stream();
  }

  private static Map<String, Set<CheckType>> offered() {
    try (Telproof telproof = Telproof.open(SimulatedVendor.all(URI.create("http://127.0.0.1:9")))) {
      Map<String, Set<CheckType>> offered = new TreeMap<>();
      telproof
          .offers()
          .forEach(
              (provider, offers) ->
                  offered.put(
                      provider,
                      offers.stream()
                          .map(Offer::check)
                          .collect(
                              Collectors.toCollection(() -> EnumSet.noneOf(CheckType.class)))));
      return offered;
    }
  }

  private static String handle(Cell cell, String... more) {
    List<String> words = new ArrayList<>(List.of("code", "send", cell.number(), "--json"));
    words.addAll(List.of("--provider", cell.provider()));
    words.addAll(List.of(more));
    Outcome sent = Session.PLAIN.run(words.toArray(String[]::new));
    Matcher given = GIVEN.matcher(sent.out());
    return given.find() ? "'%s'".formatted(given.group(1)) : "null";
  }

  private static Outcome ask(Cell cell, String... more) {
    String typed =
        cell.typed().equals("HANDLE")
            ? "{'code':'123456','handle':" + handle(cell, more) + "}"
            : cell.typed();
    List<String> words = new ArrayList<>(cell.words());
    words.addAll(List.of("--json", "--provider", cell.provider()));
    words.addAll(List.of(more));
    return Session.PLAIN.stdin(typed.replace('\'', '"')).run(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("every_cell")
  void is_asked_and_answered(Cell cell) {
    Outcome outcome = ask(cell);
    assertThat(outcome.out())
        .contains("\"check\":\"" + cell.check() + "\"", cell.says().replace('\'', '"'))
        .contains("\"receipt\":{\"provider\":\"" + cell.provider() + "\",");
    assertThat(outcome.status()).isEqualTo(cell.status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tencent", "alibaba", "camara", "twilio"})
  void a_code_that_was_sent_is_accepted_where_the_sandbox_stays(String provider) {
    Cell verification =
        TABLE.stream()
            .filter(cell -> cell.provider().equals(provider))
            .filter(cell -> cell.check().equals("code-verification"))
            .map(cell -> new Cell(provider, cell.check(), cell.number(), "HANDLE", 0, ""))
            .findFirst()
            .orElseThrow();
    try (Sandbox sandbox = Sandbox.start(SimulatedVendor.openAll())) {
      String file = Session.file(directory, SandboxPage.configuration(sandbox.endpoint()));
      assertThat(ask(verification, "--config", file).out())
          .contains("\"value\":{\"verdict\":\"ACCEPTED\"}");
    }
  }

  @Test
  void whatever_a_vendor_offers_is_in_the_table_and_nothing_else() {
    Map<String, Set<CheckType>> asked = new TreeMap<>();
    TABLE.forEach(
        cell ->
            asked
                .computeIfAbsent(cell.provider(), provider -> EnumSet.noneOf(CheckType.class))
                .add(CheckType.of(cell.check()).orElseThrow()));
    assertThat(asked).isEqualTo(offered());
  }

  @Test
  void each_vendor_offers_so_many_checks() {
    Map<String, Integer> counts = new TreeMap<>();
    offered().forEach((provider, checks) -> counts.put(provider, checks.size()));
    assertThat(counts)
        .isEqualTo(Map.of("tencent", 5, "alibaba", 7, "camara", 7, "twilio", 6, "meta", 1));
  }

  @ParameterizedTest
  @EnumSource
  void every_check_is_offered_by_at_least_two_vendors(CheckType check) {
    Collection<Set<CheckType>> all = offered().values();
    assertThat(all.stream().filter(checks -> checks.contains(check)).count())
        .isGreaterThanOrEqualTo(2);
  }
}
