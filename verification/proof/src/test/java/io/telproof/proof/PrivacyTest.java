package io.telproof.proof;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.AnswerOrigin;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.client.BreakerState;
import io.telproof.client.ClientListener;
import io.telproof.proof.Tally.Outcome;
import io.telproof.sandbox.Scenario;
import io.telproof.spi.CheckType;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.time.HandTime;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No number, name, identity number, code or key gets out of a client by itself: whatever is asked
 * of whichever vendor, whatever comes of it, and whoever listens. What an application asked for, as
 * the id of a number, is its own: only what prints by itself counts.
 */
final class PrivacyTest {
  private static final Map<String, Set<CheckType>> CHECKS =
      Map.of(
          "tencent",
          EnumSet.complementOf(
              EnumSet.of(
                  CheckType.PRE_VALIDATED_NUMBER, CheckType.RECYCLED_NUMBER, CheckType.SIM_SWAP)),
          "alibaba",
          EnumSet.complementOf(EnumSet.of(CheckType.SIM_SWAP)),
          "camara",
          EnumSet.complementOf(EnumSet.of(CheckType.PRE_VALIDATED_NUMBER)),
          "twilio",
          EnumSet.complementOf(EnumSet.of(CheckType.TENURE, CheckType.PRE_VALIDATED_NUMBER)),
          "meta",
          EnumSet.of(CheckType.PRE_VALIDATED_NUMBER));

  private static final List<Canary> CANARIES = new ArrayList<>();
  private static final Map<Channel, Collection<String>> EVIDENCE = new EnumMap<>(Channel.class);
  private static final Map<String, Integer> HEARD = new HashMap<>();
  private static final Map<String, Double> METERS = new HashMap<>();
  private static final List<String> SAID = new ArrayList<>();
  private static final Set<Outcome> OUTCOMES = new LinkedHashSet<>();
  private static final Map<String, Set<CheckType>> OFFERED = new HashMap<>();
  private static final Set<AnswerOrigin> SERVED = EnumSet.noneOf(AnswerOrigin.class);
  private static final Set<BreakerState> BREAKERS = EnumSet.noneOf(BreakerState.class);

  @BeforeAll
  @Timeout(300)
  static void everything_is_asked_of_everybody(@TempDir Path directory) throws Exception {
    HandTime time = new HandTime("2026-03-01T02:00:00Z");
    try (Capture capture = Capture.open();
        Vendors vendors = new Vendors(time, capture)) {
      Tally tally = new Tally(capture);
      new EachVendorAlone(capture, tally, time).run(vendors);
      new EverythingSwitchedOn(capture, tally, time, vendors, directory).run();
      new WhoeverListensBreaks(capture, tally, time).run(vendors);
      new NoRedis(capture, tally, time).run(vendors);
      new WrongConfigurations(capture, directory).run();

      OFFERED.putAll(tally.offered());
      EVIDENCE.putAll(capture.evidence());
      HEARD.putAll(capture.heard());
      METERS.putAll(capture.measured());
      SAID.addAll(vendors.said());
      OUTCOMES.addAll(tally.outcomes());
      SERVED.addAll(tally.served());
      BREAKERS.addAll(tally.breakers());
      CANARIES.addAll(tally.numbers());
      CANARIES.addAll(vendors.tokens());
    }
    CANARIES.addAll(Person.canaries());
    CANARIES.addAll(Accounts.canaries());
    CANARIES.addAll(WrongConfigurations.canaries());
  }

  private static Collection<String> evidence(Channel channel) {
    return EVIDENCE.getOrDefault(channel, List.of());
  }

  @Test
  void nothing_of_a_person_and_no_key_is_found_anywhere() {
    // The sandbox's own server logs in this process too, and its lines are searched like all
    // others: the sandbox takes out what is personal. To leave them out would leave a hole.
    List<Finding> findings = new Search(CANARIES).in(EVIDENCE);

    assertThat(findings.stream().limit(20)).as("%d findings", findings.size()).isEmpty();
  }

  @Test
  void no_vendor_is_left_out() {
    Set<String> types = new TreeSet<>();
    ServiceLoader.load(VerificationProviderFactory.class)
        .forEach(factory -> types.add(factory.type()));
    assertThat(types).isEqualTo(CHECKS.keySet());
  }

  @Test
  void no_vendor_offers_more_than_is_asked_here() {
    assertThat(OFFERED).containsAllEntriesOf(CHECKS);
    assertThat(OFFERED.keySet())
        .as("they, and what they are called on the routes and for themselves")
        .isSubsetOf(
            "tencent", "alibaba", "camara", "twilio", "meta", "operator", "lookups", "pool");
  }

  @Test
  void every_check_of_every_vendor_was_answered_and_failed_in_every_kind() {
    Set<Outcome> expected = new LinkedHashSet<>();
    CHECKS.forEach(
        (vendor, checks) -> {
          for (CheckType check : checks) {
            expected.add(new Outcome(vendor, check, "KNOWN"));
            for (FailureKind kind : FailureKind.values()) {
              expected.add(new Outcome(vendor, check, kind.name()));
            }
          }
        });
    // The product that sends Tencent's codes has no code for a trouble with the account.
    expected.remove(new Outcome("tencent", CheckType.CODE_DELIVERY, FailureKind.ACCOUNT.name()));
    expected.remove(
        new Outcome("tencent", CheckType.CODE_VERIFICATION, FailureKind.ACCOUNT.name()));
    // Nor has an operator's, which matches nobody where its path is wrong, and gives no code to a
    // number whose day is used up.
    expected.remove(new Outcome("camara", CheckType.IDENTITY_MATCH, FailureKind.ACCOUNT.name()));
    expected.remove(new Outcome("camara", CheckType.RECYCLED_NUMBER, FailureKind.ACCOUNT.name()));
    expected.remove(new Outcome("camara", CheckType.SIM_SWAP, FailureKind.ACCOUNT.name()));
    expected.remove(new Outcome("camara", CheckType.CODE_DELIVERY, FailureKind.ACCOUNT.name()));
    expected.remove(new Outcome("camara", CheckType.CODE_VERIFICATION, FailureKind.ACCOUNT.name()));
    expected.remove(new Outcome("camara", CheckType.CODE_VERIFICATION, FailureKind.QUOTA.name()));

    // Twilio says in a good reply that a number is none. Of a number that it sent no code to it
    // says that there is no code, and wrong codes use up the code alone. Meta counts no day.
    expected.remove(
        new Outcome("twilio", CheckType.PHONE_STATUS, FailureKind.INVALID_REQUEST.name()));
    expected.remove(
        new Outcome("twilio", CheckType.CODE_VERIFICATION, FailureKind.INVALID_REQUEST.name()));
    expected.remove(new Outcome("twilio", CheckType.CODE_VERIFICATION, FailureKind.QUOTA.name()));
    expected.remove(new Outcome("meta", CheckType.PRE_VALIDATED_NUMBER, FailureKind.QUOTA.name()));

    assertThat(OUTCOMES).containsAll(expected);
  }

  @Test
  void an_operator_on_the_routes_refused_a_stranger_and_then_answered_all_that_it_offers() {
    assertThat(OUTCOMES)
        .contains(
            new Outcome("operator", CheckType.PHONE_STATUS, FailureKind.UNAUTHORIZED.name()),
            new Outcome("operator", CheckType.PHONE_STATUS, "KNOWN"),
            new Outcome("operator", CheckType.TENURE, "KNOWN"),
            new Outcome("operator", CheckType.IDENTITY_MATCH, "KNOWN"),
            new Outcome("operator", CheckType.CODE_DELIVERY, "KNOWN"),
            new Outcome("operator", CheckType.CODE_VERIFICATION, "KNOWN"));
  }

  @Test
  void twilio_and_meta_refused_a_stranger_and_then_answered_all_that_they_offer() {
    Set<Outcome> expected = new LinkedHashSet<>();
    for (CheckType check : CHECKS.getOrDefault("twilio", Set.of())) {
      expected.add(new Outcome("lookups", check, FailureKind.UNAUTHORIZED.name()));
      expected.add(new Outcome("lookups", check, "KNOWN"));
    }
    for (String word : List.of(FailureKind.UNAUTHORIZED.name(), "KNOWN")) {
      expected.add(new Outcome("pool", CheckType.PRE_VALIDATED_NUMBER, word));
    }
    assertThat(OUTCOMES).containsAll(expected);
  }

  @Test
  void every_gap_and_every_way_to_be_served_occurred_and_a_breaker_was_in_every_state() {
    assertThat(OUTCOMES.stream().map(Outcome::word))
        .containsAll(Arrays.stream(Gap.values()).map(Gap::name).toList());
    assertThat(SERVED).containsExactlyInAnyOrder(AnswerOrigin.values());
    assertThat(BREAKERS).contains(BreakerState.OPEN, BreakerState.CLOSED);
    assertThat(evidence(Channel.LISTENER))
        .as("half open is over before anybody can look")
        .anyMatch(heard -> heard.startsWith("breaker") && heard.contains("HALF_OPEN"));
  }

  @Test
  void a_number_that_a_vendor_refuses_for_the_day_was_not_sent_again() {
    assertThat(evidence(Channel.PRINTED))
        .anyMatch(
            printed -> printed.contains("SKIPPED, QUOTA: the vendor has refused to be asked"));
  }

  @Test
  void every_method_of_a_listener_was_called() {
    assertThat(HEARD.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ClientListener.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .collect(toSet()));
  }

  @Test
  void every_meter_counted_something() {
    for (String meter :
        List.of(
            "telproof.question",
            "telproof.attempt",
            "telproof.permit.wait",
            "telproof.exchange",
            "telproof.breaker.state",
            "telproof.breaker.transitions",
            "telproof.limit.available",
            "telproof.limit.permits",
            "telproof.shadow",
            // What an application's registry makes of the observations.
            "telproof.check")) {
      assertThat(METERS.getOrDefault(meter, 0.0)).as(meter).isPositive();
    }
  }

  @Test
  void every_channel_was_listened_to() {
    for (Channel channel : Channel.values()) {
      if (channel != Channel.STANDARD_OUT && channel != Channel.STANDARD_ERROR) {
        assertThat(evidence(channel)).as(channel.name()).isNotEmpty();
      }
    }
    assertThat(evidence(Channel.LOG))
        .as("the client's own, at its lowest level, with the caller's id")
        .anyMatch(line -> line.startsWith("DEBUG io.telproof.") && line.contains("=call-1}"));
    assertThat(evidence(Channel.LOG))
        .as("what the libraries log, at their lowest level")
        .anyMatch(line -> line.startsWith("DEBUG okhttp3."))
        .anyMatch(line -> line.startsWith("DEBUG io.github.resilience4j."))
        .anyMatch(line -> line.startsWith("DEBUG mockwebserver3."));
    assertThat(evidence(Channel.LOG))
        .as("whatever breaks")
        .anyMatch(line -> line.startsWith("WARN ") && line.contains("no new keys from ["))
        .anyMatch(line -> line.startsWith("WARN ") && line.contains("no new keys from the app"))
        .anyMatch(line -> line.startsWith("WARN ") && line.contains("Listener threw "))
        .anyMatch(line -> line.startsWith("WARN ") && line.contains("an observation handler broke"))
        .anyMatch(line -> line.startsWith("WARN ") && line.contains("failed too often"));
    assertThat(evidence(Channel.THREAD))
        .anyMatch(name -> name.startsWith("telproof-gateway") || name.startsWith("OkHttp "))
        .contains("telproof-shadow", "telproof-keys");
    assertThat(evidence(Channel.METER)).anyMatch(meter -> meter.contains("given=false"));
    assertThat(evidence(Channel.AUDIT)).anyMatch(entry -> entry.contains("outcome=BROKEN"));
    assertThat(evidence(Channel.OBSERVATION))
        .anyMatch(observed -> observed.contains("telproof pre-validated-number"))
        .anyMatch(observed -> observed.contains("outcome='broken'"));
    assertThat(evidence(Channel.STANDARD_OUT)).isEmpty();
    assertThat(evidence(Channel.STANDARD_ERROR)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_let_out_on_purpose_is_found_in_every_disguise(Leak leak) {
    Person person = Person.of(Scenario.SUSPENDED, 3);
    List<Canary> canaries = new ArrayList<>(Person.canaries());
    canaries.removeIf(canary -> canary.equals(Person.abroad().canary()));
    canaries.add(person.canary());

    Set<String> found = new TreeSet<>();
    HandTime time = new HandTime("2026-03-01T02:00:00Z");
    try (Capture capture = Capture.open();
        Vendors vendors = new Vendors(time, capture)) {
      for (Disguise disguise : Disguise.values()) {
        String text = person.secrets().stream().map(disguise::of).collect(joining(" "));
        leak.happen(text, person, capture, time, vendors);
      }
      for (Finding finding : new Search(canaries).in(capture.evidence())) {
        if (finding.channel() == leak.channel()) {
          found.add(finding.canary().what() + ", " + finding.disguise());
        }
      }
    }

    Set<String> expected = new TreeSet<>();
    for (Canary canary : canaries) {
      for (Disguise disguise : Disguise.values()) {
        if (canary.texts().anyMatch(disguise::changes)) {
          expected.add(canary.what() + ", " + disguise);
        }
      }
    }
    assertThat(found).as(leak + " by " + leak.channel()).isEqualTo(expected);
  }

  @Test
  void a_vendor_was_asked_that_quotes_the_whole_question() {
    Map<Channel, List<String>> said = Map.of(Channel.PRINTED, SAID);

    assertThat(new Search(CANARIES).in(said).stream().map(finding -> finding.canary().what()))
        .contains(
            "the name",
            "the identity number",
            "the code",
            "the purchase code",
            "the number +8613800138005",
            "the number +990123400005",
            "the given name",
            "the family name",
            "the birth date",
            "the number +12075550100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+8613800138013",
        "8613800138013",
        "008613800138013",
        "13800138013",
        "00138013",
        "%2B8613800138013",
        "Mobile=13800138013&ParamType=normal",
        "{\"Mobile\":\"13800138013\"}",
        "the last eight: 00138013.",
        "as Meta writes it: +86 138-0013-8013",
      })
  void a_number_is_found_however_much_of_it_is_written(String text) {
    assertThat(found("+8613800138013", text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+86138****8013",
        "138****8013",
        "PT0.00138013S",
        "0.00138013",
        "7c00138013f2",
        "13800138014"
      })
  void what_is_masked_or_chance_is_not_found(String text) {
    assertThat(found("+8613800138013", text)).isEmpty();
  }

  @Test
  void a_key_is_found_in_base64_whatever_stands_before_it() {
    for (String before : List.of("", ":", "id", "id:", "user:")) {
      String header = Disguise.BASE64.of(before + Accounts.HASH_KEY + "/");
      assertThat(
              new Search(Accounts.canaries()).in(Map.of(Channel.LOG, List.of("Basic " + header))))
          .hasSize(1);
    }
  }

  private static List<Finding> found(String number, String text) {
    return new Search(List.of(Canary.number(number))).in(Map.of(Channel.PRINTED, List.of(text)));
  }
}
