package io.telproof.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.RecycledQuery;
import io.telproof.Sensitive;
import io.telproof.SimSwapQuery;
import io.telproof.VerificationException;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Twilio can say of a number, and what we make of it, from the question to the bill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwilioScenariosTest {
  /** Before both numbers of the table were given to somebody else, by whatever clock. */
  private static final LocalDate HELD_SINCE = LocalDate.of(2024, 1, 31);

  private final Sandbox sandbox =
      Sandbox.start(
          new TwilioVendor(
              io.telproof.sandbox.twilio.TwilioSettings.defaults().limits(1_000_000, 1_000_000)));
  private final VerificationProvider provider =
      new TwilioProviderFactory()
          .open(
              "main",
              Settings.at(sandbox.endpoint().toString(), Map.of()),
              new ProviderEnvironment(
                  Time.system(), (key, limits) -> RateLimiter.none(), Optional.empty()));

  @AfterAll
  void stop() {
    provider.close();
    sandbox.close();
  }

  private Map<String, Supplier<Answer<?>>> questions(PhoneNumber number) {
    Map<String, Supplier<Answer<?>>> all = new LinkedHashMap<>();
    all.put("line_status", () -> provider.phoneStatus().orElseThrow().check(number));
    all.put(
        "identity_match",
        () ->
            provider
                .identityMatch()
                .orElseThrow()
                .check(
                    IdentityClaim.of(number, "Ana García", "078051120")
                        .withNameParts("Ana", "García")));
    all.put(
        "reassigned_number",
        () -> provider.recycledNumber().orElseThrow().check(RecycledQuery.of(number, HELD_SINCE)));
    all.put(
        "sim_swap",
        () ->
            provider.simSwap().orElseThrow().check(SimSwapQuery.of(number, Duration.ofHours(24))));
    all.put("CreateVerification", () -> provider.codeDelivery().orElseThrow().check(number));
    return all;
  }

  @ParameterizedTest(name = "SS, n = {0}, {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "0 | 1 | ACTIVE CHARGED reachable | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "1 | 0 | UNREACHABLE CHARGED unreachable | MISMATCH[NAME,ID_NUMBER]~20 CHARGED no_match/no_match/no_match | RECYCLED UNSTATED yes | SWAPPED@ CHARGED true | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "1 | 1 | UNREACHABLE CHARGED unreachable | MISMATCH[NAME,ID_NUMBER] CHARGED no_match/no_match/no_match | RECYCLED UNSTATED yes | SWAPPED CHARGED true | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "2 | 0 | CANCELLED FREE 60625 | MISMATCH[NAME]~20 CHARGED no_match/no_match/exact_match | RECYCLED UNSTATED yes | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "3 | 0 | VACANT CHARGED inactive | MISMATCH[ID_NUMBER]~20 CHARGED exact_match/exact_match/no_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "3 | 1 | VACANT CHARGED inactive | MISMATCH[ID_NUMBER] CHARGED exact_match/exact_match/no_match | SAME_HOLDER UNSTATED no | NOT_COVERED FREE null | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "4 | 0 | UNREACHABLE CHARGED unreachable | MISMATCH[NAME,ID_NUMBER]~20 CHARGED no_match/no_match/no_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "5 | 0 | UNREACHABLE CHARGED unreachable | MISMATCH[NAME]~90 CHARGED high_partial_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "5 | 1 | UNREACHABLE CHARGED unreachable | MISMATCH[NAME] CHARGED partial_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "6 | 0 | VACANT CHARGED inactive | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "7 | 0 | UNDISCLOSED CHARGED unknown | UNDISCLOSED CHARGED exact_match/no_data_available/no_data_available | NO_RECORD UNSTATED no_data_available | UNDISCLOSED UNSTATED null | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "7 | 1 | UNDISCLOSED CHARGED unknown | UNDISCLOSED CHARGED exact_match/no_data_available/no_data_available | NO_RECORD UNSTATED no_data_available | UNDISCLOSED CHARGED 60620 | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "8 | 0 | NO_RECORD FREE 60600 | NO_RECORD FREE 60600 | NO_RECORD UNSTATED 60600 | NO_RECORD UNSTATED 60600 | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "9 | 0 | NOT_COVERED FREE 60607 | NOT_COVERED FREE 60607 | NOT_COVERED UNSTATED 60607 | NOT_COVERED FREE 60607 | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "9 | 1 | NOT_COVERED FREE 60610 | NOT_COVERED FREE 60610 | NOT_COVERED UNSTATED 60610 | NOT_COVERED FREE 60610 | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "9 | 9 | NOT_COVERED FREE 60612 | NOT_COVERED FREE 60612 | NOT_COVERED UNSTATED 60612 | NOT_COVERED UNSTATED 60612 | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "10 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "11 | 0 | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "15 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "16 | 0 | ACTIVE CHARGED active | MISMATCH[NAME,ID_NUMBER]~20 CHARGED no_match/no_match/no_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "20 | 0 | NO_SUCH_NUMBER FREE false | NO_SUCH_NUMBER FREE false | NO_SUCH_NUMBER FREE false | NO_SUCH_NUMBER FREE false | INVALID_REQUEST FREE 60200 | -",
        "21 | 0 | ACTIVE CHARGED active | INVALID_REQUEST FREE 60618 | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "22 | 0 | ACTIVE CHARGED active | INVALID_REQUEST FREE 60618 | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "23 | 0 | UNAVAILABLE FREE 60608 | UNAVAILABLE FREE 60608 | UNAVAILABLE UNSTATED 60608 | UNAVAILABLE UNSTATED 60608 | THROTTLED FREE 20429 | -",
        "23 | 1 | UNAVAILABLE UNSTATED 60613 | UNAVAILABLE UNSTATED 60613 | UNAVAILABLE UNSTATED 60613 | UNAVAILABLE UNSTATED 60613 | THROTTLED FREE 20429 | -",
        "24 | 0 | UNAVAILABLE FREE 60608 | UNAVAILABLE FREE 60608 | UNAVAILABLE UNSTATED 60608 | UNAVAILABLE UNSTATED 60608 | THROTTLED FREE 20429 | THROTTLED FREE 20429",
        "24 | 1 | UNAVAILABLE UNSTATED 60613 | UNAVAILABLE UNSTATED 60613 | UNAVAILABLE UNSTATED 60613 | UNAVAILABLE UNSTATED 60613 | THROTTLED FREE 20429 | THROTTLED FREE 20429",
        "25 | 0 | QUOTA FREE 60626 | QUOTA FREE 60626 | QUOTA FREE 60626 | QUOTA FREE 60626 | QUOTA FREE 60203 | -",
        "25 | 1 | QUOTA FREE 60611 | QUOTA FREE 60611 | QUOTA FREE 60611 | QUOTA FREE 60611 | QUOTA FREE 60203 | -",
        "26 | 0 | THROTTLED FREE 20429 | THROTTLED FREE 20429 | THROTTLED FREE 20429 | THROTTLED FREE 20429 | THROTTLED FREE 20429 | -",
        "26 | 1 | THROTTLED FREE 60616 | THROTTLED FREE 60616 | THROTTLED FREE 60616 | THROTTLED FREE 60616 | THROTTLED FREE 60212 | -",
        "27 | 0 | THROTTLED FREE 20429 | THROTTLED FREE 20429 | THROTTLED FREE 20429 | THROTTLED FREE 20429 | THROTTLED FREE 20429 | THROTTLED FREE 20429",
        "27 | 1 | THROTTLED FREE 60616 | THROTTLED FREE 60616 | THROTTLED FREE 60616 | THROTTLED FREE 60616 | THROTTLED FREE 60212 | THROTTLED FREE 20429",
        "28 | 0 | UNDISCLOSED CHARGED dormant | PROTOCOL POSSIBLE perhaps | PROTOCOL POSSIBLE perhaps | PROTOCOL POSSIBLE perhaps | sent UNSTATED - | PROTOCOL POSSIBLE perhaps",
        "28 | 1 | UNDISCLOSED CHARGED dormant | PROTOCOL POSSIBLE perhaps | PROTOCOL POSSIBLE perhaps | PROTOCOL POSSIBLE perhaps | sent UNSTATED - | PROTOCOL POSSIBLE perhaps",
        "29 | 0 | PROTOCOL POSSIBLE - | MATCH CHARGED exact_match/exact_match/exact_match | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "30 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED 60621/false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "33 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "40 | 0 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | -",
        "41 | 0 | ACCOUNT FREE 60606 | ACCOUNT FREE 60606 | ACCOUNT FREE 60606 | ACCOUNT FREE 60606 | ACCOUNT FREE 60223 | -",
        "41 | 1 | ACCOUNT FREE 60609 | ACCOUNT FREE 60609 | ACCOUNT FREE 60609 | ACCOUNT FREE 60609 | ACCOUNT FREE 60223 | -",
        "42 | 0 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | -",
        "43 | 0 | PROTOCOL POSSIBLE 60998 | PROTOCOL POSSIBLE 60998 | PROTOCOL POSSIBLE 60998 | PROTOCOL POSSIBLE 60998 | PROTOCOL POSSIBLE 60998 | -",
        "44 | 0 | INDETERMINATE POSSIBLE 20500 | INDETERMINATE POSSIBLE 20500 | INDETERMINATE POSSIBLE 20500 | INDETERMINATE POSSIBLE 20500 | INDETERMINATE POSSIBLE 20500 | -",
        "45 | 0 | INDETERMINATE POSSIBLE 20500 | INDETERMINATE POSSIBLE 20500 | INDETERMINATE POSSIBLE 20500 | INDETERMINATE POSSIBLE 20500 | INDETERMINATE POSSIBLE 20500 | -",
        "46 | 0 | QUOTA FREE 60624 | QUOTA FREE 60624 | QUOTA FREE 60624 | QUOTA FREE 60624 | ACCOUNT FREE - | -",
        "47 | 0 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | UNAUTHORIZED FREE 20003 | -",
        "60 | 0 | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | -",
        "63 | 0 | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | -",
        "64 | 0 | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | -",
        "65 | 0 | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | -",
        "66 | 0 | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | -",
        "67 | 0 | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | -",
        "68 | 0 | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | -",
        "69 | 0 | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | -",
        "70 | 0 | THROTTLED FREE - | THROTTLED FREE - | THROTTLED FREE - | THROTTLED FREE - | THROTTLED FREE - | -",
        "71 | 0 | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | -",
        "72 | 0 | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | INDETERMINATE POSSIBLE - | -",
        "73 | 0 | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | PROTOCOL POSSIBLE - | -",
        "80 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | REJECTED UNSTATED pending",
        "81 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | EXPIRED UNSTATED 20404",
        "81 | 1 | ACTIVE CHARGED reachable | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED CHARGED false | sent UNSTATED - | EXPIRED UNSTATED expired",
        "82 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ATTEMPTS_EXHAUSTED UNSTATED 60202",
        "82 | 1 | ACTIVE CHARGED reachable | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED CHARGED false | sent UNSTATED - | ATTEMPTS_EXHAUSTED UNSTATED max_attempts_reached",
        "83 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | EXPIRED UNSTATED 20404",
        "84 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | QUOTA FREE 60203 | -",
        "85 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | ACCEPTED UNSTATED approved",
        "86 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | sent UNSTATED - | INDETERMINATE POSSIBLE 20500",
        "87 | 0 | ACTIVE CHARGED active | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED@ CHARGED false | UNDISCLOSED UNSTATED 60410 | -",
        "87 | 1 | ACTIVE CHARGED reachable | MATCH CHARGED exact_match/exact_match/exact_match | SAME_HOLDER UNSTATED no | NOT_SWAPPED CHARGED false | NOT_COVERED UNSTATED 60205 | -",
      })
  void each_scenario_is_told_as_it_is_in_exactly_one_request(
      int scenario,
      int digit,
      String line,
      String identity,
      String reassigned,
      String swap,
      String sending,
      String code) {
    PhoneNumber number = PhoneNumber.of(numbered(scenario).usNumber(digit));
    Iterator<String> expected = List.of(line, identity, reassigned, swap, sending).iterator();
    questions(number)
        .forEach(
            (operation, question) ->
                assertThat(seen(operation, question)).as(operation).isEqualTo(expected.next()));
    assertThat(checked(number)).as("CreateVerificationCheck").isEqualTo(code);
  }

  private static Scenario numbered(int number) {
    for (Scenario scenario : Scenario.values()) {
      if (scenario.number() == number) {
        return scenario;
      }
    }
    throw new AssertionError("there is no scenario " + number);
  }

  /** What the right code comes to; a dash where none was sent. */
  private String checked(PhoneNumber number) {
    Optional<String> handle = handle(number);
    return handle.isEmpty()
        ? "-"
        : seen(
            "CreateVerificationCheck",
            () ->
                provider
                    .codeVerification()
                    .orElseThrow()
                    .check(new CodeClaim(number, Sensitive.of("123456"), handle)));
  }

  private Optional<String> handle(PhoneNumber number) {
    try {
      return provider.codeDelivery().orElseThrow().check(number)
              instanceof Answer.Known<CodeDispatch> sent
          ? sent.value().handle()
          : Optional.empty();
    } catch (VerificationException e) {
      return Optional.empty();
    }
  }

  /**
   * What was told, without moment and handle; and meanwhile Twilio read one request, billed none
   * that we call free, and billed each that we call charged.
   */
  private String seen(String operation, Supplier<? extends Answer<?>> question) {
    long requests = sandbox.bill().requests(operation);
    long charged = sandbox.bill().charged(operation);
    String outcome = Outcome.of(question);
    assertThat(sandbox.bill().requests(operation)).as(outcome).isEqualTo(requests + 1);
    if (outcome.contains(" " + Charge.FREE + " ")) {
      assertThat(sandbox.bill().charged(operation)).as(outcome).isEqualTo(charged);
    }
    if (outcome.contains(" " + Charge.CHARGED + " ")) {
      assertThat(sandbox.bill().charged(operation)).as(outcome).isEqualTo(charged + 1);
    }
    return outcome.replaceFirst("^sent:\\S+", "sent").replaceFirst("@\\S+", "@");
  }
}
