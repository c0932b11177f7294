package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Contact;
import io.telproof.EmailAddress;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.sandbox.Heard;
import io.telproof.sandbox.alibaba.AlibabaCredentials;
import io.telproof.sandbox.alibaba.AlibabaSettings;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.Credentials;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.Quotas;
import io.telproof.spi.Time;
import io.telproof.spi.VerificationProvider;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider against the vendor's simulator, from the question to the bill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AlibabaProviderTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+8613800138000");
  private static final AlibabaSettings GENEROUS =
      AlibabaSettings.published().limits(1_000_000, 1_000_000);

  private final Account account =
      Account.open(new AlibabaVendor(GENEROUS), Account.unlimited(), Map.of());

  @AfterAll
  void stop() {
    account.close();
  }

  @ParameterizedTest(name = "SS = {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "01 | SUSPENDED UNSTATED     | 12..24 CHARGED      | MISMATCH CHARGED     | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "02 | CANCELLED UNSTATED     | 6..12 CHARGED       | MISMATCH[NAME] CHARGED | sent POSSIBLE   | ACCEPTED FREE     | id UNSTATED",
        "03 | NO_RECORD UNSTATED     | 3..6 CHARGED        | MISMATCH[ID_NUMBER] CHARGED | sent POSSIBLE | ACCEPTED FREE  | id UNSTATED",
        "04 | UNREACHABLE UNSTATED   | 0..3 CHARGED        | MISMATCH[NAME,ID_NUMBER] CHARGED | sent POSSIBLE | ACCEPTED FREE | id UNSTATED",
        "05 | UNREACHABLE UNSTATED   | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "06 | NOT_ACTIVATED UNSTATED | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "07 | NO_RECORD UNSTATED     | NO_RECORD FREE      | NO_RECORD FREE       | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "08 | NO_RECORD UNSTATED     | NO_RECORD FREE      | NO_RECORD FREE       | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "09 | NO_RECORD UNSTATED     | NO_RECORD FREE      | NOT_COVERED FREE     | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "10 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "11 | UNDISCLOSED UNSTATED   | UNDISCLOSED CHARGED | MATCH CHARGED        | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "12 | ACTIVE UNSTATED        | 3..6 CHARGED        | NO_RECORD FREE       | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "13 | ACTIVE UNSTATED        | 24.. CHARGED        | MISMATCH[NAME,ID_NUMBER] CHARGED | sent POSSIBLE | ACCEPTED FREE | id UNSTATED",
        "14 | ACTIVE UNSTATED        | 24.. CHARGED        | MISMATCH[NAME] CHARGED | sent POSSIBLE   | ACCEPTED FREE     | id UNSTATED",
        "15 | ACTIVE UNSTATED        | 24.. CHARGED        | MISMATCH[ID_NUMBER] CHARGED | sent POSSIBLE | ACCEPTED FREE  | id UNSTATED",
        "16 | ACTIVE UNSTATED        | 24.. CHARGED        | MISMATCH CHARGED     | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "20 | INVALID_REQUEST FREE   | INVALID_REQUEST FREE | INVALID_REQUEST FREE | INVALID_REQUEST FREE | INVALID_REQUEST FREE | INVALID_REQUEST FREE",
        "21 | ACTIVE UNSTATED        | 24.. CHARGED        | INVALID_REQUEST FREE | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "22 | ACTIVE UNSTATED        | 24.. CHARGED        | INVALID_REQUEST FREE | sent POSSIBLE     | ACCEPTED FREE     | id UNSTATED",
        "23 | UNAVAILABLE UNSTATED   | UNAVAILABLE UNSTATED | UNAVAILABLE UNSTATED | UNAVAILABLE FREE | UNAVAILABLE FREE  | UNAVAILABLE FREE",
        "25 | QUOTA FREE             | QUOTA FREE          | QUOTA FREE           | QUOTA FREE        | QUOTA FREE        | id UNSTATED",
        "26 | THROTTLED FREE         | THROTTLED FREE      | THROTTLED FREE       | THROTTLED FREE    | THROTTLED FREE    | THROTTLED FREE",
        "28 | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE   | PROTOCOL POSSIBLE    | sent POSSIBLE     | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE",
        "29 | PROTOCOL UNSTATED      | PROTOCOL CHARGED    | MISMATCH CHARGED     | sent POSSIBLE     | ACCEPTED FREE     | PROTOCOL UNSTATED",
        "40 | ACCOUNT FREE           | ACCOUNT FREE        | ACCOUNT FREE         | ACCOUNT FREE      | ACCOUNT FREE      | ACCOUNT FREE",
        "41 | ACCOUNT FREE           | ACCOUNT FREE        | ACCOUNT FREE         | ACCOUNT FREE      | ACCOUNT FREE      | ACCOUNT FREE",
        "42 | UNAUTHORIZED FREE      | UNAUTHORIZED FREE   | UNAUTHORIZED FREE    | UNAUTHORIZED FREE | UNAUTHORIZED FREE | UNAUTHORIZED FREE",
        "43 | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE   | PROTOCOL POSSIBLE    | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE | PROTOCOL POSSIBLE",
        "44 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "45 | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "46 | ACCOUNT FREE           | ACCOUNT FREE        | ACCOUNT FREE         | ACCOUNT FREE      | ACCOUNT FREE      | ACCOUNT FREE",
        "47 | ACCOUNT FREE           | ACCOUNT FREE        | ACCOUNT FREE         | ACCOUNT FREE      | ACCOUNT FREE      | ACCOUNT FREE",
        "80 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | REJECTED FREE     | id UNSTATED",
        "81 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | REJECTED FREE     | id UNSTATED",
        "82 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | QUOTA FREE        | id UNSTATED",
        "84 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | THROTTLED FREE    | ACCEPTED FREE     | id UNSTATED",
        "86 | ACTIVE UNSTATED        | 24.. CHARGED        | MATCH CHARGED        | sent POSSIBLE     | INDETERMINATE POSSIBLE | id UNSTATED",
      })
  void each_scenario_is_told_as_it_is_in_exactly_one_request(
      String scenario,
      String status,
      String tenure,
      String identity,
      String sending,
      String code,
      String id) {
    Iterator<String> expected = List.of(status, tenure, identity, sending, code, id).iterator();
    PhoneNumber number = PhoneNumber.of("+8613800138" + scenario + "0");
    account
        .questions(number)
        .forEach(
            (operation, question) ->
                assertThat(seen(operation, question)).as(operation).isEqualTo(expected.next()));
  }

  @ParameterizedTest(name = "SS = {0}")
  @CsvSource({
    "60, INDETERMINATE POSSIBLE",
    "63, INDETERMINATE POSSIBLE",
    "64, PROTOCOL POSSIBLE",
    "65, INDETERMINATE POSSIBLE",
    "66, PROTOCOL POSSIBLE",
    "67, PROTOCOL POSSIBLE",
    "68, PROTOCOL POSSIBLE",
    "69, PROTOCOL POSSIBLE",
    "70, THROTTLED FREE",
    "71, INDETERMINATE POSSIBLE",
    "72, INDETERMINATE POSSIBLE",
    "73, PROTOCOL POSSIBLE",
  })
  void a_reply_that_is_lost_or_spoilt_leads_to_no_second_request(String scenario, String told) {
    account
        .questions(PhoneNumber.of("+8613800138" + scenario + "0"))
        .forEach(
            (operation, question) ->
                assertThat(seen(operation, question)).as(operation).isEqualTo(told));
  }

  /** What was told; and meanwhile the vendor read one request, and billed it if we say so. */
  private String seen(String operation, Supplier<? extends Answer<?>> question) {
    long requests = account.sandbox().bill().requests(operation);
    long charged = account.sandbox().bill().charged(operation);
    String told = Outcome.told(question);
    assertThat(account.sandbox().bill().requests(operation)).as(told).isEqualTo(requests + 1);
    long billed = account.sandbox().bill().charged(operation) - charged;
    if (told.endsWith(" " + Charge.CHARGED)) {
      assertThat(billed).as(told).isEqualTo(1);
    } else if (!told.endsWith(" " + Charge.POSSIBLE)) {
      assertThat(billed).as(told).isZero();
    }
    return told.replaceFirst("@[a-z-]+", "").replaceFirst("^[0-9]{6,}(/[0-9]+)?", "id");
  }

  @ParameterizedTest(name = "SS = {0}")
  @CsvSource({"30, china-mobile", "31, china-unicom", "32, china-telecom", "33, china-broadnet"})
  void a_carrier_is_told_in_each_of_the_vendors_spellings(String scenario, String carrier) {
    for (int digit = 0; digit < 10; digit++) {
      Iterator<Supplier<Answer<?>>> questions =
          account.questions(PhoneNumber.of("+8613800138" + scenario + digit)).values().iterator();
      assertThat(Outcome.told(questions.next())).isEqualTo("ACTIVE@" + carrier + " UNSTATED");
      questions.next();
      assertThat(Outcome.told(questions.next())).isEqualTo("MATCH@" + carrier + " CHARGED");
    }
  }

  @ParameterizedTest(name = "SSn = {0}")
  @ValueSource(strings = {"000", "001", "800", "801", "808", "809", "810", "811"})
  void a_wrong_code_is_rejected_by_whatever_channel_the_vendor_says_so(String magic) {
    PhoneNumber number = PhoneNumber.of("+8613800138" + magic);
    assertThat(Outcome.told(() -> account.verify(number, "000000"))).isEqualTo("REJECTED FREE");
  }

  @Test
  void a_code_is_checked_although_it_was_typed_oddly() {
    for (String typed : List.of(" 123456", "12 34&56", "١٢٣٤٥٦", "123456%20", "𠮷")) {
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
    List<Heard> all = account.sandbox().heard();
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

  @ParameterizedTest(name = "SS = {0}")
  @ValueSource(strings = {"61", "62"})
  void a_vendor_that_says_nothing_or_drips_is_left_at_the_deadline(String scenario) {
    PhoneNumber number = PhoneNumber.of("+8613800138" + scenario + "0");
    long started = Time.system().nanos();
    assertThat(
            Outcome.told(
                () ->
                    account
                        .provider()
                        .phoneStatus()
                        .orElseThrow()
                        .check(number, CallContext.within(Duration.ofMillis(500)))))
        .isEqualTo("INDETERMINATE POSSIBLE");
    assertThat(Duration.ofNanos(Time.system().nanos() - started))
        .isBetween(Duration.ofMillis(500), Duration.ofMillis(5000));
  }

  @Test
  void a_wrong_key_is_unauthorized_with_the_vendors_code() {
    assertThat(refusals(Map.of("accessKeySecret", Sensitive.of("a-wrong-secret"))))
        .containsOnly("UNAUTHORIZED FREE SignatureDoesNotMatch");
    assertThat(refusals(Map.of("accessKeyId", Sensitive.of("LTAInobody"))))
        .containsOnly("UNAUTHORIZED FREE InvalidAccessKeyId.NotFound");
    assertThat(refusals(Map.of("securityToken", Sensitive.of("of-nobody"))))
        .containsOnly("UNAUTHORIZED FREE InvalidSecurityToken.MismatchWithAccessKey");
    AlibabaCredentials temporary = AlibabaVendor.TEMPORARY_CREDENTIALS;
    assertThat(
            refusals(
                Map.of(
                    "accessKeyId",
                    Sensitive.of(temporary.accessKeyId()),
                    "accessKeySecret",
                    Sensitive.of(temporary.accessKeySecret()))))
        .containsOnly("UNAUTHORIZED FREE MissingSecurityToken");
  }

  private List<String> refusals(Map<String, ?> settings) {
    try (VerificationProvider provider =
        Account.provider(account.sandbox(), Account.unlimited(), settings)) {
      return new Account(account.sandbox(), provider)
          .questions(GOOD).values().stream().map(Outcome::of).toList();
    }
  }

  @Test
  void a_temporary_key_is_taken_by_every_operation() {
    AlibabaCredentials key = AlibabaVendor.TEMPORARY_CREDENTIALS;
    Map<String, Sensitive> settings =
        Map.of(
            "accessKeyId",
            Sensitive.of(key.accessKeyId()),
            "accessKeySecret",
            Sensitive.of(key.accessKeySecret()),
            "securityToken",
            Sensitive.of(key.securityToken().orElseThrow()));
    assertThat(refusals(settings))
        .hasSize(6)
        .noneMatch(outcome -> outcome.startsWith("UNAUTHORIZED"));
  }

  @Test
  void a_key_from_the_applications_own_source_goes_before_that_of_the_settings() {
    AlibabaCredentials right = AlibabaVendor.CREDENTIALS;
    ConcurrentLinkedDeque<String> secrets =
        new ConcurrentLinkedDeque<>(List.of("an-old-secret", right.accessKeySecret()));
    ProviderEnvironment environment =
        new ProviderEnvironment(
            Time.system(),
            Quotas.local(Time.system()),
            Optional.of(
                () ->
                    Credentials.of(
                        Sensitive.of(right.accessKeyId()), Sensitive.of(secrets.removeFirst()))));
    try (VerificationProvider provider =
        Account.provider(account.sandbox(), environment, Map.of())) {
      Supplier<Answer<?>> question = () -> provider.phoneStatus().orElseThrow().check(GOOD);
      assertThat(Outcome.told(question)).isEqualTo("UNAUTHORIZED FREE");
      assertThat(Outcome.told(question)).isEqualTo("ACTIVE@china-mobile UNSTATED");
    }
  }

  @Test
  void each_operation_keeps_to_the_vendors_limit() {
    Map<String, String> asked = new TreeMap<>();
    Quotas quotas =
        (key, limit) -> {
          asked.put(key, limit.toString());
          return Unlimited.QUOTA;
        };
    try (VerificationProvider provider =
        Account.provider(account.sandbox(), Account.with(quotas), Map.of("camsPerSecond", 37))) {
      new Account(account.sandbox(), provider).questions(GOOD).values().forEach(Outcome::of);
    }
    assertThat(asked)
        .isEqualTo(
            Map.of(
                "main/MobileOnlineStatus", "50/s",
                "main/MobileOnlineTime", "50/s",
                "main/Mobile3MetaDetailVerify", "50/s",
                "main/SendSmsVerifyCode", "100/s",
                "main/CheckSmsVerifyCode", "500/s",
                "main/GetPreValidatePhoneId", "37/s"));
  }

  @Test
  void a_burst_never_meets_the_vendors_throttle() {
    try (Account strict = Account.open(new AlibabaVendor())) {
      Supplier<Answer<?>> question = strict.question("GetPreValidatePhoneId", GOOD);
      for (int i = 0; i < 25; i++) {
        assertThat(Outcome.told(question)).endsWith(" UNSTATED");
      }
      assertThat(strict.sandbox().bill().requests()).isEqualTo(25);
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
    assertThat(account.provider().offers().stream().map(Object::toString))
        .containsExactly(
            "Offer[capability=PHONE_STATUS, operation=MobileOnlineStatus, limit=50/s,"
                + " billed=not stated]",
            "Offer[capability=TENURE, operation=MobileOnlineTime, limit=50/s, billed=BizCode 1]",
            "Offer[capability=IDENTITY_MATCH, operation=Mobile3MetaDetailVerify, limit=50/s,"
                + " billed=BizCode 1, 2]",
            "Offer[capability=CODE_DELIVERY, operation=SendSmsVerifyCode, limit=100/s,"
                + " billed=Code OK, once delivered]",
            "Offer[capability=CODE_VERIFICATION, operation=CheckSmsVerifyCode, limit=500/s,"
                + " billed=nothing]",
            "Offer[capability=PRE_VALIDATED_NUMBER, operation=GetPreValidatePhoneId, limit=10/s,"
                + " billed=not stated]");
  }
}
