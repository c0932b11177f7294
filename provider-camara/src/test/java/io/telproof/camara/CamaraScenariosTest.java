package io.telproof.camara;

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
import io.telproof.TenureQuery;
import io.telproof.VerificationException;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.http.oauth.ClientAuthentication;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
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

/** What an operator can say of a number, and what we make of it, from the question to the bill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CamaraScenariosTest {
  private final Sandbox sandbox =
      Sandbox.start(
          new CamaraVendor(
              io.telproof.sandbox.camara.CamaraSettings.defaults().limits(1_000_000, 1_000_000)));
  private final VerificationProvider subscription = provider(StatusApi.SUBSCRIPTION);
  private final VerificationProvider reachability = provider(StatusApi.REACHABILITY);

  private VerificationProvider provider(StatusApi status) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("apiRoot", Endpoint.of(sandbox.endpoint().toString()));
    settings.put("tokenEndpoint", Endpoint.of(sandbox.endpoint() + "/oauth2/token"));
    settings.put("clientId", Sensitive.of(CamaraVendor.CREDENTIALS.clientId()));
    settings.put("clientSecret", Sensitive.of(CamaraVendor.CREDENTIALS.clientSecret()));
    settings.put("clientAuth", ClientAuthentication.CLIENT_SECRET_BASIC);
    settings.put("privateKey", null);
    settings.put("message", "{{code}} is your code");
    settings.put("status", status);
    if (status == StatusApi.REACHABILITY) {
      settings.put("simSwap", SimSwapOperation.DATE);
    }
    return new CamaraProviderFactory()
        .open(
            "main",
            Settings.of(settings),
            new ProviderEnvironment(
                Time.system(), (key, limits) -> RateLimiter.none(), Optional.empty()));
  }

  @AfterAll
  void stop() {
    subscription.close();
    reachability.close();
    sandbox.close();
  }

  private Map<String, Supplier<Answer<?>>> questions(PhoneNumber number) {
    Map<String, Supplier<Answer<?>>> all = new LinkedHashMap<>();
    all.put(
        "retriveSubscriptionStatus", () -> subscription.phoneStatus().orElseThrow().check(number));
    all.put("getReachabilityStatus", () -> reachability.phoneStatus().orElseThrow().check(number));
    all.put(
        "checkTenure", () -> subscription.tenure().orElseThrow().check(TenureQuery.of(number, 6)));
    all.put(
        "KYC_Match",
        () ->
            subscription
                .identityMatch()
                .orElseThrow()
                .check(IdentityClaim.of(number, "Ana García", "12345678Z")));
    all.put(
        "checkNumberRecycling",
        () ->
            subscription
                .recycledNumber()
                .orElseThrow()
                .check(RecycledQuery.of(number, LocalDate.of(2020, 1, 1))));
    all.put("checkSimSwap", () -> subscription.simSwap().orElseThrow().check(swap(number)));
    all.put("retrieveSimSwapDate", () -> reachability.simSwap().orElseThrow().check(swap(number)));
    all.put("sendCode", () -> subscription.codeDelivery().orElseThrow().check(number));
    return all;
  }

  private static SimSwapQuery swap(PhoneNumber number) {
    return SimSwapQuery.of(number, Duration.ofDays(1));
  }

  @ParameterizedTest(name = "SSn = {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "000 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "001 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "010 | SUSPENDED UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MISMATCH[NAME,ID_NUMBER]~64 UNSTATED | RECYCLED UNSTATED | SWAPPED UNSTATED | SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "011 | SUSPENDED UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MISMATCH[NAME,ID_NUMBER] UNSTATED | RECYCLED UNSTATED | SWAPPED UNSTATED | SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "020 | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | 6.. UNSTATED | MISMATCH[NAME]~64 UNSTATED | RECYCLED UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "030 | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | 0..6 UNSTATED | MISMATCH[ID_NUMBER] UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "040 | ACTIVE UNSTATED | UNREACHABLE UNSTATED | 0..6 UNSTATED | MISMATCH[NAME,ID_NUMBER]~64 UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "050 | ACTIVE UNSTATED | UNREACHABLE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "060 | SUSPENDED UNSTATED | UNREACHABLE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "070 | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | UNDISCLOSED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "071 | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | UNDISCLOSED UNSTATED | NOT_COVERED UNSTATED | UNDISCLOSED FREE | UNDISCLOSED FREE | UNDISCLOSED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "080 | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NO_RECORD UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | -",
        "090 | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | NOT_COVERED UNSTATED | -",
        "100 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "110 | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | sent UNSTATED | ACCEPTED UNSTATED",
        "120 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "150 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MISMATCH[ID_NUMBER] UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "151 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "160 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MISMATCH[NAME,ID_NUMBER]~64 UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "200 | INVALID_REQUEST UNSTATED | INVALID_REQUEST UNSTATED | INVALID_REQUEST UNSTATED | INVALID_REQUEST UNSTATED | INVALID_REQUEST UNSTATED | INVALID_REQUEST UNSTATED | INVALID_REQUEST UNSTATED | INVALID_REQUEST UNSTATED | -",
        "210 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | INVALID_REQUEST UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "220 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | INVALID_REQUEST UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "230 | UNAVAILABLE FREE | UNAVAILABLE FREE | UNAVAILABLE FREE | UNAVAILABLE FREE | UNAVAILABLE FREE | UNAVAILABLE FREE | UNAVAILABLE FREE | UNAVAILABLE FREE | -",
        "250 | QUOTA FREE | QUOTA FREE | QUOTA FREE | QUOTA FREE | QUOTA FREE | QUOTA FREE | QUOTA FREE | QUOTA FREE | -",
        "260 | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | -",
        "269 | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | -",
        "280 | UNDISCLOSED UNSTATED | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | sent UNSTATED | PROTOCOL POSSIBLE",
        "290 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | sent UNSTATED | ACCEPTED UNSTATED",
        "300 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "400 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "420 | UNAUTHORIZED FREE | UNAUTHORIZED FREE | UNAUTHORIZED FREE | UNAUTHORIZED FREE | UNAUTHORIZED FREE | UNAUTHORIZED FREE | UNAUTHORIZED FREE | UNAUTHORIZED FREE | -",
        "430 | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | -",
        "440 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | -",
        "450 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | -",
        "451 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | -",
        "800 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | REJECTED UNSTATED",
        "810 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | EXPIRED UNSTATED",
        "820 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ATTEMPTS_EXHAUSTED UNSTATED",
        "830 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | EXPIRED UNSTATED",
        "840 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | QUOTA FREE | -",
        "850 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | ACCEPTED UNSTATED",
        "860 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | sent UNSTATED | INDETERMINATE POSSIBLE",
        "870 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | UNDISCLOSED UNSTATED | -",
        "871 | ACTIVE UNSTATED | ACTIVE UNSTATED | 6.. UNSTATED | MATCH UNSTATED | SAME_HOLDER UNSTATED | NOT_SWAPPED UNSTATED | NOT_SWAPPED UNSTATED | NOT_COVERED UNSTATED | -",
        "600 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | -",
        "630 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | -",
        "640 | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | -",
        "650 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | -",
        "660 | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | -",
        "670 | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | -",
        "680 | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | -",
        "690 | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | -",
        "700 | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | THROTTLED FREE | -",
        "710 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | -",
        "720 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | -",
        "730 | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | -",
      })
  void each_scenario_is_told_as_it_is_in_exactly_one_request(
      String magic,
      String status,
      String reachable,
      String tenure,
      String identity,
      String recycled,
      String simSwap,
      String simSwapDate,
      String sending,
      String code) {
    Iterator<String> expected =
        List.of(status, reachable, tenure, identity, recycled, simSwap, simSwapDate, sending)
            .iterator();
    PhoneNumber number = PhoneNumber.of("+990123400" + magic);
    questions(number)
        .forEach(
            (operation, question) ->
                assertThat(seen(operation, question)).as(operation).isEqualTo(expected.next()));
    assertThat(checked(number)).as("validateCode").isEqualTo(code);
  }

  /** What the right code comes to; a dash where none was sent. */
  private String checked(PhoneNumber number) {
    Optional<String> handle = handle(number);
    return handle.isEmpty()
        ? "-"
        : seen(
            "validateCode",
            () ->
                subscription
                    .codeVerification()
                    .orElseThrow()
                    .check(new CodeClaim(number, Sensitive.of("123456"), handle)));
  }

  private Optional<String> handle(PhoneNumber number) {
    try {
      return subscription.codeDelivery().orElseThrow().check(number)
              instanceof Answer.Known<CodeDispatch> sent
          ? sent.value().handle()
          : Optional.empty();
    } catch (VerificationException e) {
      return Optional.empty();
    }
  }

  /**
   * What was told, without the code; and meanwhile the operator read one request, and billed none
   * that we call free.
   */
  private String seen(String operation, Supplier<? extends Answer<?>> question) {
    long requests = sandbox.bill().requests(operation);
    long charged = sandbox.bill().charged(operation);
    String outcome = Outcome.of(question);
    assertThat(sandbox.bill().requests(operation)).as(outcome).isEqualTo(requests + 1);
    String told = outcome.substring(0, outcome.lastIndexOf(' '));
    if (told.endsWith(" " + Charge.FREE)) {
      assertThat(sandbox.bill().charged(operation)).as(outcome).isEqualTo(charged);
    }
    return told.replaceFirst("^sent:\\S+", "sent").replaceFirst("^(\\w+)@\\S+", "$1");
  }
}
