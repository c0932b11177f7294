package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.Answer;
import io.telproof.Contact;
import io.telproof.EmailAddress;
import io.telproof.IdentityClaim;
import io.telproof.IdentityMatch;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.RecycledQuery;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.AccountLimits;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import io.telproof.testkit.VirtualTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider against the vendor's simulator, from the question to the bill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AlibabaProviderTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+8613800138000");

  private final Account account =
      Account.open(new AlibabaVendor(Account.GENEROUS), Account.unlimited(), Map.of());

  @AfterAll
  void stop() {
    account.close();
  }

  @Test
  void a_code_is_checked_although_it_was_typed_oddly() {
    assertThat(Outcome.told(() -> account.verify(GOOD, " 123456\u3000")))
        .isEqualTo("ACCEPTED FREE");
    assertThat(lastHeard()).containsEntry("VerifyCode", "123456");
    for (String typed : List.of("123 456", "12 34&56", "١٢٣٤٥٦", "123456%20", "𠮷")) {
      assertThat(Outcome.told(() -> account.verify(GOOD, typed))).isEqualTo("REJECTED FREE");
      assertThat(lastHeard()).containsEntry("VerifyCode", typed);
    }
  }

  @Test
  void the_vendor_hears_exactly_what_was_asked() {
    Iterator<Supplier<Answer<?>>> questions = account.questions(GOOD).values().iterator();
    assertThat(heard(questions.next()))
        .isEqualTo(Map.of("Mobile", "13800138000", "ParamType", "normal"));
    assertThat(heard(questions.next()))
        .isEqualTo(Map.of("Mobile", "13800138000", "ParamType", "normal"));
    assertThat(heard(questions.next()))
        .isEqualTo(
            Map.of(
                "Mobile",
                "13800138000",
                "UserName",
                Account.NAME,
                "IdentifyNum",
                Account.ID_NUMBER,
                "ParamType",
                "normal"));
    assertThat(new TreeMap<>(heard(questions.next())).toString())
        .isEqualTo(
            "{CodeLength=6, CountryCode=86, PhoneNumber=13800138000, SignName=速通互联,"
                + " TemplateCode=100001, TemplateParam={\"code\":\"##code##\",\"min\":\"5\"},"
                + " ValidTime=300}");
    assertThat(heard(questions.next()))
        .isEqualTo(
            Map.of("PhoneNumber", "13800138000", "CountryCode", "86", "VerifyCode", "123456"));
    assertThat(heard(questions.next()))
        .isEqualTo(Map.of("PhoneNumber", "8613800138000", "VerifyCode", "208312"));
  }

  private Map<String, String> heard(Supplier<? extends Answer<?>> question) {
    assertThat(Outcome.told(question)).isNotEmpty();
    return lastHeard();
  }

  private Map<String, String> lastHeard() {
    List<ReceivedRequest> all = account.sandbox().heard();
    assertThat(all.get(all.size() - 1).signatureGood()).isTrue();
    return all.get(all.size() - 1).fields();
  }

  @Test
  void a_number_of_any_country_can_be_one_that_was_bought_pre_validated() {
    for (String number : List.of("+14155550100", "+6591234567", "+441632960961", "+85212345678")) {
      Map<String, String> heard =
          heard(account.question("GetPreValidatePhoneId", PhoneNumber.of(number)));
      assertThat(heard).containsEntry("PhoneNumber", number.substring(1));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"+85212345678", "+14155550100", "+8529123456", "+886912345678"})
  void a_number_outside_the_mainland_is_not_covered_free_and_nothing_is_sent(String text) {
    long requests = account.sandbox().bill().requests();
    account
        .questions(PhoneNumber.of(text))
        .forEach(
            (operation, question) -> {
              if (!operation.equals("GetPreValidatePhoneId")) {
                assertThat(Outcome.of(question)).as(operation).isEqualTo("NOT_COVERED FREE -");
              }
            });
    assertThat(account.sandbox().bill().requests()).isEqualTo(requests);
  }

  @Test
  void a_question_that_no_operation_has_is_not_covered_free_and_nothing_is_sent() {
    long requests = account.sandbox().bill().requests();
    PhoneNumber abroad = PhoneNumber.of("+85212345678");
    IdentityMatch match = account.provider().identityMatch().orElseThrow();
    IdentityClaim name = IdentityClaim.of(GOOD, Account.NAME);
    List<Supplier<Answer<?>>> questions =
        List.of(
            () -> match.check(IdentityClaim.of(abroad, Account.NAME)),
            () -> match.check(name.withBirthDate(LocalDate.of(1990, 1, 31))),
            () ->
                account
                    .provider()
                    .recycledNumber()
                    .orElseThrow()
                    .check(RecycledQuery.of(abroad, LocalDate.of(2024, 5, 1))),
            () ->
                account
                    .provider()
                    .preValidatedNumber()
                    .orElseThrow()
                    .check(PreValidatedClaim.of(GOOD)));
    for (Supplier<Answer<?>> question : questions) {
      assertThat(Outcome.of(question)).isEqualTo("NOT_COVERED FREE -");
    }
    assertThat(account.sandbox().bill().requests()).isEqualTo(requests);
  }

  @Test
  void an_e_mail_address_is_not_covered_free_and_nothing_is_sent() {
    long requests = account.sandbox().bill().requests();
    Contact address = EmailAddress.of("scenario-00@example.com");
    assertThat(Outcome.of(() -> account.send(address))).isEqualTo("NOT_COVERED FREE -");
    assertThat(Outcome.of(() -> account.verify(address, "123456"))).isEqualTo("NOT_COVERED FREE -");
    assertThat(account.sandbox().bill().requests()).isEqualTo(requests);
  }

  @Test
  void a_receipt_names_provider_operation_code_and_request() {
    Answer<?> answer = account.provider().phoneStatus().orElseThrow().check(GOOD);
    assertThat(answer.receipt().provider()).isEqualTo("main");
    assertThat(answer.receipt().operation()).isEqualTo("MobileOnlineStatus");
    assertThat(answer.receipt().vendorCode()).contains("200/1/101");
    assertThat(answer.receipt().requestId()).isPresent();
    assertThat(answer.receipt().elapsed()).isPositive();
    assertThat(answer.receipt().earlier()).isEmpty();
  }

  /** What an account is allowed to ask of cams. */
  private static AccountLimits cams(int perSecond) {
    return new AccountLimits(Map.of("pre-validated-number", RateLimits.perSecond(perSecond)));
  }

  @Test
  void each_operation_keeps_to_the_vendors_limit_or_to_that_of_the_account() {
    Map<String, String> asked = new TreeMap<>();
    RateLimiters limiters =
        (key, limit) -> {
          asked.put(key.substring(key.indexOf('/') + 1), limit.toString());
          return NoLimit.LIMITER;
        };
    try (VerificationProvider provider =
        Account.provider(
            account.sandbox(), Account.with(limiters).withLimits(cams(37)), Map.of())) {
      new Account(account.sandbox(), provider).questions(GOOD).values().forEach(Outcome::of);
    }
    assertThat(asked)
        .isEqualTo(
            Map.of(
                "MobileOnlineStatus", "50/s",
                "MobileOnlineTime", "50/s",
                "Mobile3MetaDetailVerify", "50/s",
                "Mobile2MetaVerify", "50/s",
                "MobileRecycledMetaVerify", "50/s",
                "SendSmsVerifyCode", "100/s",
                "CheckSmsVerifyCode", "500/s",
                "GetPreValidatePhoneId", "37/s"));
  }

  @Test
  void two_names_of_one_account_with_two_limits_for_one_operation_are_refused_at_opening() {
    ProviderEnvironment environment = Account.with(RateLimiters.local(Time.system()));
    try (VerificationProvider one =
        Account.provider(account.sandbox(), environment.withLimits(cams(37)), Map.of())) {
      assertThat(one.preValidatedNumber()).isPresent();
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> Account.provider(account.sandbox(), environment.withLimits(cams(38)), Map.of()))
          .withMessageContainingAll("GetPreValidatePhoneId", "37/s", "38/s");
    }
  }

  /** Both go by the same time, which passes only where the provider waits. */
  @Test
  void a_burst_never_meets_the_vendors_throttle() throws InterruptedException {
    VirtualTime time = VirtualTime.at(Instant.now());
    try (Sandbox strict = Sandbox.start(SandboxOptions.of(new AlibabaVendor()).at(time::now));
        VerificationProvider provider =
            Account.provider(strict, ProviderEnvironment.local(time), Map.of())) {
      Supplier<Answer<?>> question =
          new Account(strict, provider).question("GetPreValidatePhoneId", GOOD);
      time.run(
          List.of(
              () -> {
                for (int i = 0; i < 25; i++) {
                  assertThat(Outcome.told(question)).endsWith(" UNSTATED");
                }
              }));
      assertThat(strict.bill().requests()).isEqualTo(25);
    }
  }

  @Test
  void a_closed_provider_sends_nothing() {
    try (Account closed = Account.open(new AlibabaVendor())) {
      closed.provider().close();
      closed.provider().close();
      closed
          .questions(GOOD)
          .values()
          .forEach(question -> assertThat(Outcome.told(question)).isEqualTo("UNAVAILABLE FREE"));
      assertThat(closed.sandbox().bill().requests()).isZero();
    }
  }

  @Test
  void what_is_offered_is_told_from_the_tables() {
    assertThat(account.provider().offers())
        .extracting(
            offer ->
                "%s %s, %s, billed: %s, %s"
                    .formatted(
                        offer.check().key(),
                        offer.operation(),
                        offer.limits(),
                        offer.billed(),
                        offer.coverage()))
        .containsExactly(
            "phone-status MobileOnlineStatus, 50/s, billed: not stated, +86",
            "tenure MobileOnlineTime, 50/s, billed: BizCode 1, +86",
            "identity-match Mobile3MetaDetailVerify, 50/s, billed: BizCode 1, 2, +86, with id number",
            "identity-match Mobile2MetaVerify, 50/s, billed: BizCode 1, 2, +86",
            "code-delivery SendSmsVerifyCode, 100/s, billed: Code OK, once delivered, +86",
            "code-verification CheckSmsVerifyCode, 500/s, billed: nothing, +86",
            "pre-validated-number GetPreValidatePhoneId, 10/s, billed: not stated, any country, with"
                + " purchase code",
            "recycled-number MobileRecycledMetaVerify, 50/s, billed: BizCode 1, +86");
  }
}
