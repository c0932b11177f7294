package io.telproof.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.EmailAddress;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.TenureQuery;
import io.telproof.sandbox.VendorRequest;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.time.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The provider against an operator on this machine: what is sent, and what is not. */
final class CamaraProviderTest {
  private static final Map<String, ?> TELLING_THE_DATE = Map.of("simSwap", SimSwapOperation.DATE);

  private static Answer<?> code(Account account) {
    return account.verify(Account.NUMBER, "123456", handle(account));
  }

  private static Optional<String> handle(Account account) {
    return ((Answer.Known<CodeDispatch>) account.send(Account.NUMBER)).value().handle();
  }

  private static String heard(
      ScriptedOperator operator, Map<String, ?> settings, Function<Account, Answer<?>> question) {
    try (Account account = Account.open(operator, new TimeAt(Instant.EPOCH), settings)) {
      assertThat(Outcome.of(() -> question.apply(account))).endsWith("-");
      VendorRequest request = operator.lastQuestion();
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.headers("Content-Type")).containsExactly("application/json");
      assertThat(request.headers("Accept")).containsExactly("application/json");
      return request.target() + " " + request.bodyText().replace('"', '\'');
    }
  }

  /** An operator that says nothing that anybody understands, after what it was told to say. */
  private static ScriptedOperator mumbling() {
    return new ScriptedOperator().says(200, "{}");
  }

  private static ScriptedOperator sendingOnce() {
    return new ScriptedOperator().says(200, "{'authenticationId':'a-1'}").says(200, "{}");
  }

  @Test
  void an_operator_hears_exactly_what_was_asked() {
    assertThat(heard(mumbling(), Map.of(), Account::status))
        .isEqualTo(
            "/camara/subscription-status/v0.1/retrive-subscription-status"
                + " {'phoneNumber':'+34666666666'}");
    assertThat(heard(mumbling(), Map.of("status", StatusApi.REACHABILITY), Account::status))
        .isEqualTo(
            "/camara/device-reachability-status/v1/retrieve"
                + " {'device':{'phoneNumber':'+34666666666'}}");
    assertThat(heard(mumbling(), Map.of(), account -> account.tenure(1)))
        .isEqualTo(
            "/camara/kyc-tenure/v0.2/check-tenure"
                + " {'phoneNumber':'+34666666666','tenureDate':'1969-12-01'}");
    assertThat(heard(mumbling(), Map.of(), account -> account.match("Ana García", "12345678Z")))
        .isEqualTo(
            "/camara/kyc-match/v0.4/match"
                + " {'phoneNumber':'+34666666666','name':'Ana García','idDocument':'12345678Z'}");
    assertThat(heard(mumbling(), Map.of(), account -> account.send(Account.NUMBER)))
        .isEqualTo(
            "/camara/one-time-password-sms/v1/send-code"
                + " {'phoneNumber':'+34666666666','message':'{{code}} is your code'}");
    assertThat(heard(sendingOnce(), Map.of(), CamaraProviderTest::code))
        .startsWith("/camara/one-time-password-sms/v1/validate-code {")
        .contains("'authenticationId':'a-1'", "'code':'123456'")
        .doesNotContain("34666666666");
    assertThat(heard(mumbling(), Map.of(), account -> account.recycled(LocalDate.of(1969, 5, 1))))
        .isEqualTo(
            "/camara/number-recycling/v0.2/check"
                + " {'phoneNumber':'+34666666666','specifiedDate':'1969-05-01'}");
    assertThat(heard(mumbling(), Map.of(), account -> account.simSwap(24)))
        .isEqualTo("/camara/sim-swap/v2/check {'phoneNumber':'+34666666666','maxAge':24}");
    assertThat(heard(mumbling(), TELLING_THE_DATE, account -> account.simSwap(24)))
        .isEqualTo("/camara/sim-swap/v2/retrieve-date {'phoneNumber':'+34666666666'}");
  }

  @Test
  void an_operator_hears_of_a_claim_what_is_claimed_and_nothing_more() {
    IdentityClaim name = IdentityClaim.of(Account.NUMBER, "Ana García");
    String asked = "/camara/kyc-match/v0.4/match {'phoneNumber':'+34666666666','name':'Ana García'";
    assertThat(heard(mumbling(), Map.of(), account -> account.match(name))).isEqualTo(asked + "}");
    // The kind of a document that is not there would be asked about by itself.
    assertThat(
            heard(
                mumbling(),
                Map.of("idDocumentType", DocumentType.PASSPORT),
                account -> account.match(name)))
        .isEqualTo(asked + "}");
    assertThat(
            heard(
                mumbling(),
                Map.of(),
                account -> account.match(name.withNameParts("Ana", "García"))))
        .isEqualTo(asked + ",'givenName':'Ana','familyName':'García'}");
    assertThat(
            heard(
                mumbling(),
                Map.of(),
                account ->
                    account.match(
                        name.withIdNumber("12345678Z").withBirthDate(LocalDate.of(1990, 1, 31)))))
        .isEqualTo(asked + ",'idDocument':'12345678Z','birthdate':'1990-01-31'}");
  }

  @Test
  void a_claim_is_answered_by_what_was_claimed_alone() {
    ScriptedOperator operator =
        new ScriptedOperator().says(200, "{'nameMatch':'true','idDocumentMatch':'false'}");
    IdentityClaim name = IdentityClaim.of(Account.NUMBER, "Ana García");
    try (Account account = Account.open(operator, Map.of())) {
      assertThat(Outcome.of(() -> account.match(name))).isEqualTo("MATCH UNSTATED true");
      assertThat(Outcome.of(() -> account.match(name.withIdNumber("1"))))
          .isEqualTo("MISMATCH[ID_NUMBER] UNSTATED true/false");
      assertThat(Outcome.of(() -> account.match(name.withBirthDate(LocalDate.of(1990, 1, 31)))))
          .isEqualTo("PROTOCOL POSSIBLE -");
    }
  }

  @Test
  void a_token_that_is_about_a_person_says_the_number_where_it_must_not_be_said_twice() {
    Map<String, ?> settings = Map.of("grant", TokenGrant.JWT_BEARER);
    assertThat(heard(mumbling(), settings, Account::status))
        .endsWith(" {'phoneNumber':'+34666666666'}");
    assertThat(
            heard(
                mumbling(),
                Map.of("grant", TokenGrant.JWT_BEARER, "status", StatusApi.REACHABILITY),
                Account::status))
        .endsWith("/retrieve {}");
    assertThat(heard(mumbling(), settings, account -> account.tenure(1)))
        .endsWith(" {'tenureDate':'1969-12-01'}");
    assertThat(heard(mumbling(), settings, account -> account.recycled(LocalDate.EPOCH)))
        .endsWith(" {'specifiedDate':'1970-01-01'}");
    assertThat(heard(mumbling(), settings, account -> account.simSwap(1)))
        .endsWith(" {'maxAge':1}");
    assertThat(
            heard(
                mumbling(),
                Map.of("grant", TokenGrant.JWT_BEARER, "simSwap", SimSwapOperation.DATE),
                account -> account.simSwap(1)))
        .endsWith("/retrieve-date {}");
    assertThat(heard(mumbling(), settings, account -> account.match("Ana", "1")))
        .endsWith(" {'phoneNumber':'+34666666666','name':'Ana','idDocument':'1'}");
    assertThat(heard(mumbling(), settings, account -> account.send(Account.NUMBER)))
        .contains("'phoneNumber':'+34666666666'");
  }

  @Test
  void what_an_operator_has_otherwise_is_asked_otherwise() {
    Map<String, ?> settings =
        Map.of(
            "subscriptionStatusPath", "retrieve-subscription-status",
            "subscriptionStatusVersion", "v040",
            "deviceReachabilityStatusVersion", "v1.2",
            "kycTenureVersion", "v0.1",
            "kycMatchVersion", "v0.5",
            "oneTimePasswordSmsVersion", "v2",
            "numberRecyclingVersion", "v0.3",
            "simSwapVersion", "v040",
            "idDocumentType", DocumentType.NATIONAL_ID_CARD);
    assertThat(heard(mumbling(), settings, Account::status))
        .startsWith("/camara/subscription-status/v040/retrieve-subscription-status ");
    assertThat(heard(mumbling(), settings, account -> account.tenure(1)))
        .startsWith("/camara/kyc-tenure/v0.1/check-tenure ");
    assertThat(heard(mumbling(), settings, account -> account.match("Ana", "1")))
        .startsWith("/camara/kyc-match/v0.5/match ")
        .contains("'idDocument':'1','idDocumentType':'national_id_card'");
    assertThat(heard(mumbling(), settings, account -> account.recycled(LocalDate.EPOCH)))
        .startsWith("/camara/number-recycling/v0.3/check ");
    assertThat(heard(mumbling(), settings, account -> account.simSwap(1)))
        .startsWith("/camara/sim-swap/v040/check ");
    assertThat(heard(sendingOnce(), settings, CamaraProviderTest::code))
        .startsWith("/camara/one-time-password-sms/v2/validate-code ");
  }

  @Test
  void a_token_is_asked_for_with_the_scope_of_the_operation() {
    assertThat(scope(Map.of(), account -> account.simSwap(1))).isEqualTo("sim-swap:check");
    assertThat(scope(TELLING_THE_DATE, account -> account.simSwap(1)))
        .isEqualTo("sim-swap:retrieve-date");
    assertThat(
            scope(
                Map.of("simSwap", SimSwapOperation.DATE, "simSwapScope", "sim-swap"),
                account -> account.simSwap(1)))
        .isEqualTo("sim-swap");
    assertThat(scope(Map.of(), account -> account.recycled(LocalDate.EPOCH)))
        .isEqualTo("number-recycling:check");
    assertThat(
            scope(
                Map.of("numberRecyclingScope", "recycling"),
                account -> account.recycled(LocalDate.EPOCH)))
        .isEqualTo("recycling");
  }

  private static String scope(Map<String, ?> settings, Function<Account, Answer<?>> question) {
    ScriptedOperator operator = mumbling();
    heard(operator, settings, question);
    return Objects.requireNonNull(operator.tokenForms().get(0).get("scope"));
  }

  @Test
  void a_swap_is_looked_for_from_the_moment_of_the_question() {
    Instant now = Instant.parse("2026-03-31T12:00:00Z");
    ScriptedOperator operator =
        new ScriptedOperator().says(200, "{'latestSimChange':'2026-03-31T02:00:00+02:00'}");
    try (Account account = Account.open(operator, new TimeAt(now), TELLING_THE_DATE)) {
      assertThat(Outcome.of(() -> account.simSwap(12)))
          .isEqualTo("SWAPPED@2026-03-31T00:00:00Z UNSTATED -");
      assertThat(Outcome.of(() -> account.simSwap(11)))
          .isEqualTo("NOT_SWAPPED@2026-03-31T00:00:00Z UNSTATED -");
    }
  }

  @ParameterizedTest(name = "{2} at {0} in {1}: {3}")
  @CsvSource({
    "2026-01-01T00:30:00Z, UTC, 2026-01-01, SAME_HOLDER UNSTATED false",
    "2026-01-01T00:30:00Z, UTC, 2026-01-02, INVALID_REQUEST FREE -",
    "2026-01-01T00:30:00Z, America/Sao_Paulo, 2026-01-01, INVALID_REQUEST FREE -",
    "2025-12-31T16:30:00Z, +08:00, 2026-01-01, SAME_HOLDER UNSTATED false",
  })
  void a_day_that_is_still_to_come_at_the_operators_is_refused_and_nothing_is_sent(
      Instant now, String zone, LocalDate heldSince, String means) {
    ScriptedOperator operator = new ScriptedOperator().says(200, "{'phoneNumberRecycled':false}");
    try (Account account = Account.open(operator, new TimeAt(now), Map.of("zone", zone))) {
      assertThat(Outcome.of(() -> account.recycled(heldSince))).isEqualTo(means);
      assertThat(operator.questions()).hasSize(means.startsWith("INVALID") ? 0 : 1);
    }
  }

  @Test
  void a_number_of_a_country_that_the_operator_does_not_serve_is_not_covered_and_not_sent() {
    ScriptedOperator operator = mumbling();
    Map<String, ?> settings = Map.of("callingCodes", List.of(351, 49), "monthsOfInterest", 6);
    try (Account account = Account.open(operator, settings)) {
      List<Supplier<Answer<?>>> questions =
          List.of(
              account::status,
              () -> account.tenure(6),
              () -> account.match("Ana", "1"),
              () -> account.send(Account.NUMBER),
              () -> account.recycled(LocalDate.EPOCH),
              () -> account.simSwap(1));
      for (Supplier<Answer<?>> question : questions) {
        assertThat(Outcome.of(question)).isEqualTo("NOT_COVERED FREE -");
      }
      assertThat(account.provider().offers())
          .hasSize(7)
          .allSatisfy(offer -> assertThat(offer.coverage().contacts()).isEqualTo("+49 +351"));
    }
    assertThat(operator.questions()).isEmpty();
    assertThat(operator.tokenForms()).isEmpty();
    try (Account account = Account.open(operator, Map.of("callingCodes", List.of(351, 34)))) {
      assertThat(Outcome.of(() -> account.simSwap(1))).isEqualTo("PROTOCOL POSSIBLE -");
    }
    assertThat(operator.questions()).hasSize(1);
  }

  @Test
  void a_claim_of_any_parts_can_be_asked() {
    IdentityClaim name = IdentityClaim.of(Account.NUMBER, "Ana García");
    try (VerificationProvider provider =
        new CamaraProviderFactory()
            .open(
                "main",
                Settings.of(Map.of("callingCodes", List.of(34))),
                ProviderEnvironment.local(Time.system()))) {
      Offer offer =
          provider.offers().stream()
              .filter(each -> each.check() == CheckType.IDENTITY_MATCH)
              .findFirst()
              .orElseThrow();
      assertThat(
              List.of(
                  name,
                  name.withIdNumber("1"),
                  name.withNameParts("Ana", "García"),
                  name.withBirthDate(LocalDate.EPOCH),
                  name.withIdNumber("1").withBirthDate(LocalDate.EPOCH)))
          .allMatch(offer::serves);
      assertThat(offer.serves(IdentityClaim.of(PhoneNumber.of("+351910000000"), "Ana"))).isFalse();
    }
  }

  @ParameterizedTest(name = "{2} months before {0} in {1} is {3}")
  @CsvSource({
    "2026-03-31T12:00:00Z, UTC, 1, 2026-02-28",
    "2026-03-31T12:00:00Z, UTC, 12, 2025-03-31",
    "2026-03-31T12:00:00Z, UTC, 1200, 1926-03-31",
    "2026-01-01T00:30:00Z, UTC, 6, 2025-07-01",
    "2026-01-01T00:30:00Z, America/Sao_Paulo, 6, 2025-06-30",
    "2025-12-31T23:30:00Z, Europe/Madrid, 6, 2025-07-01",
    "2025-12-31T16:30:00Z, +08:00, 6, 2025-07-01",
  })
  void a_tenure_is_asked_by_a_day_of_the_operators(
      Instant now, String zone, int months, String day) {
    ScriptedOperator operator = mumbling();
    try (Account account = Account.open(operator, new TimeAt(now), Map.of("zone", zone))) {
      assertThat(Outcome.of(() -> account.tenure(months))).isEqualTo("PROTOCOL POSSIBLE -");
      assertThat(operator.lastQuestion().bodyText()).contains("\"tenureDate\":\"" + day + "\"");
    }
  }

  @Test
  void a_threshold_comes_from_the_question_or_else_from_the_settings() {
    ScriptedOperator operator = new ScriptedOperator().says(200, "{'tenureDateCheck':false}");
    try (Account account = Account.open(operator, Map.of("monthsOfInterest", 24))) {
      assertThat(Outcome.of(() -> account.tenure(3))).isEqualTo("0..3 UNSTATED false");
      assertThat(Outcome.of(() -> without(account))).isEqualTo("0..24 UNSTATED false");
    }
    int asked = operator.questions().size();
    try (Account account = Account.open(operator, Map.of())) {
      assertThat(Outcome.of(() -> without(account))).isEqualTo("INVALID_REQUEST FREE -");
      assertThat(Outcome.of(() -> account.tenure(1201))).isEqualTo("INVALID_REQUEST FREE -");
    }
    assertThat(operator.questions()).hasSize(asked);
  }

  private static Answer<?> without(Account account) {
    return account.provider().tenure().orElseThrow().check(TenureQuery.of(Account.NUMBER));
  }

  @Test
  void a_code_is_checked_by_the_handle_of_its_sending_alone() {
    ScriptedOperator operator =
        new ScriptedOperator().says(200, "{'authenticationId':'a-1'}").says(204, "");
    try (Account account = Account.open(operator, Map.of())) {
      Optional<String> handle = handle(account);
      assertThat(Outcome.of(() -> account.verify(Account.NUMBER, " 123456\u3000", handle)))
          .isEqualTo("ACCEPTED UNSTATED HTTP-204");
      assertThat(operator.lastQuestion().bodyText()).contains("\"code\":\"123456\"");
      int asked = operator.questions().size();
      PhoneNumber other = PhoneNumber.of("+34666666667");
      assertThat(Outcome.of(() -> account.verify(other, "123456", handle)))
          .isEqualTo("REJECTED FREE -");
      assertThat(Outcome.of(() -> account.verify(Account.NUMBER, "123456", Optional.of("a-1"))))
          .isEqualTo("REJECTED FREE -");
      assertThat(Outcome.of(() -> account.verify(Account.NUMBER, "123456", Optional.empty())))
          .isEqualTo("INVALID_REQUEST FREE -");
      // No code is as long as that, and the operator would call it malformed.
      assertThat(Outcome.of(() -> account.verify(Account.NUMBER, "12345678901", handle)))
          .isEqualTo(CodeVerdict.REJECTED + " FREE -");
      assertThat(operator.questions()).hasSize(asked);
      assertThat(Outcome.of(() -> account.verify(Account.NUMBER, "1234567890", handle)))
          .isEqualTo("ACCEPTED UNSTATED HTTP-204");
    }
  }

  @Test
  void an_e_mail_address_is_not_covered_free_and_nothing_is_sent() {
    ScriptedOperator operator = mumbling();
    EmailAddress address = EmailAddress.of("ana@example.com");
    try (Account account = Account.open(operator, Map.of())) {
      assertThat(Outcome.of(() -> account.send(address))).isEqualTo("NOT_COVERED FREE -");
      assertThat(Outcome.of(() -> account.verify(address, "123456", Optional.of("a-1"))))
          .isEqualTo("NOT_COVERED FREE -");
    }
    assertThat(operator.questions()).isEmpty();
    assertThat(operator.tokenForms()).isEmpty();
  }

  @Test
  void what_is_offered_follows_the_settings() {
    assertThat(offers(Map.of()))
        .containsExactly(
            "phone-status retriveSubscriptionStatus",
            "tenure checkTenure",
            "identity-match KYC_Match",
            "code-verification validateCode",
            "recycled-number checkNumberRecycling",
            "sim-swap checkSimSwap");
    assertThat(offers(Map.of("status", StatusApi.REACHABILITY, "message", "{{code}}")))
        .containsExactly(
            "phone-status getReachabilityStatus",
            "tenure checkTenure",
            "identity-match KYC_Match",
            "code-delivery sendCode",
            "code-verification validateCode",
            "recycled-number checkNumberRecycling",
            "sim-swap checkSimSwap");
    assertThat(offers(TELLING_THE_DATE)).last().isEqualTo("sim-swap retrieveSimSwapDate");
  }

  @Test
  void what_is_offered_is_of_the_apis_that_the_operator_has() {
    assertThat(offers(apis(Api.KYC_MATCH, Api.SIM_SWAP)))
        .containsExactly("identity-match KYC_Match", "sim-swap checkSimSwap");
    assertThat(offers(apis(Api.NUMBER_RECYCLING, Api.ONE_TIME_PASSWORD_SMS, Api.KYC_TENURE)))
        .containsExactly(
            "tenure checkTenure",
            "code-verification validateCode",
            "recycled-number checkNumberRecycling");
    // Of the two that tell a status, the one that the operator has.
    assertThat(offers(apis(Api.SUBSCRIPTION_STATUS)))
        .containsExactly("phone-status retriveSubscriptionStatus");
    assertThat(offers(apis(Api.DEVICE_REACHABILITY_STATUS)))
        .containsExactly("phone-status getReachabilityStatus");
    assertThat(offers(apis(Api.DEVICE_REACHABILITY_STATUS, Api.SUBSCRIPTION_STATUS)))
        .containsExactly("phone-status retriveSubscriptionStatus");
  }

  private static Map<String, ?> apis(Api... apis) {
    return Map.of("apis", List.of(apis));
  }

  private static List<String> offers(Map<String, ?> settings) {
    try (VerificationProvider provider =
        new CamaraProviderFactory()
            .open("main", Settings.of(settings), ProviderEnvironment.local(Time.system()))) {
      assertThat(provider.codeDelivery().isPresent()).isEqualTo(settings.containsKey("message"));
      assertThat(
              Arrays.stream(CheckType.values())
                  .filter(check -> check.offeredBy(provider))
                  .map(CheckType::key))
          .containsExactlyElementsOf(
              provider.offers().stream().map(offer -> offer.check().key()).toList());
      assertThat(provider.offers())
          .allSatisfy(offer -> assertThat(offer.billed()).isEqualTo("not stated"))
          .allSatisfy(offer -> assertThat(offer.limits()).hasToString("10/s"));
      return provider.offers().stream()
          .map(offer -> offer.check().key() + " " + offer.operation())
          .toList();
    }
  }

  @Test
  void a_closed_provider_sends_nothing() {
    ScriptedOperator operator = mumbling();
    try (Account account = Account.open(operator, Map.of())) {
      account.provider().close();
      account.provider().close();
      assertThat(Outcome.of(account::status)).isEqualTo("UNAVAILABLE FREE -");
    }
    assertThat(operator.questions()).isEmpty();
  }
}
