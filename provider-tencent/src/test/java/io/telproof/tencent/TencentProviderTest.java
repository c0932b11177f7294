package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider against the vendor's simulator, from the question to the bill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TencentProviderTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+8613800138000");

  private Account account = Account.open();

  @BeforeAll
  void start() {
    account.sandbox().bill().clear();
  }

  @AfterAll
  void stop() {
    account.close();
  }

  @ParameterizedTest(name = "SS = {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00 | ACTIVE CHARGED           | 24.. CHARGED           | MATCH CHARGED",
        "01 | SUSPENDED CHARGED        | 12..24 CHARGED         | MISMATCH CHARGED",
        "02 | CANCELLED CHARGED        | 6..12 CHARGED          | MISMATCH CHARGED",
        "03 | VACANT CHARGED           | 3..6 CHARGED           | MISMATCH CHARGED",
        "04 | OFF_NETWORK CHARGED      | 0..3 CHARGED           | MISMATCH CHARGED",
        "05 | UNREACHABLE CHARGED      | 24.. CHARGED           | MATCH CHARGED",
        "07 | UNDISCLOSED CHARGED      | UNDISCLOSED CHARGED    | UNDISCLOSED FREE",
        "08 | NO_RECORD FREE           | NO_SUCH_NUMBER CHARGED | NO_RECORD FREE",
        "09 | NOT_COVERED FREE         | NOT_COVERED FREE       | NOT_COVERED FREE",
        "10 | ACTIVE CHARGED           | 24.. CHARGED           | MATCH CHARGED",
        "11 | UNDISCLOSED CHARGED      | UNDISCLOSED CHARGED    | MATCH CHARGED",
        "12 | ACTIVE CHARGED           | 3..7 CHARGED           | NO_RECORD CHARGED",
        "13 | ACTIVE CHARGED           | 24.. CHARGED           | MISMATCH[NAME, ID_NUMBER]"
            + " CHARGED",
        "14 | ACTIVE CHARGED           | 24.. CHARGED           | MISMATCH[NAME] CHARGED",
        "15 | ACTIVE CHARGED           | 24.. CHARGED           | MISMATCH[ID_NUMBER] CHARGED",
        "20 | INVALID_REQUEST FREE     | INVALID_REQUEST FREE   | INVALID_REQUEST FREE",
        "21 | ACTIVE CHARGED           | 24.. CHARGED           | INVALID_REQUEST FREE",
        "22 | ACTIVE CHARGED           | 24.. CHARGED           | INVALID_REQUEST FREE",
        "23 | UNAVAILABLE FREE         | UNAVAILABLE FREE       | UNAVAILABLE FREE",
        "25 | QUOTA FREE               | QUOTA FREE             | QUOTA FREE",
        "26 | THROTTLED FREE           | THROTTLED FREE         | THROTTLED FREE",
        "28 | PROTOCOL POSSIBLE        | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE",
        "29 | PROTOCOL CHARGED         | PROTOCOL CHARGED       | MATCH CHARGED",
        "40 | ACCOUNT FREE             | ACCOUNT FREE           | ACCOUNT FREE",
        "41 | ACCOUNT FREE             | ACCOUNT FREE           | ACCOUNT FREE",
        "42 | UNAUTHORIZED FREE        | UNAUTHORIZED FREE      | UNAUTHORIZED FREE",
        "43 | PROTOCOL POSSIBLE        | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE",
        "44 | INDETERMINATE POSSIBLE   | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "45 | INDETERMINATE POSSIBLE   | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "46 | ACCOUNT FREE             | ACCOUNT FREE           | ACCOUNT FREE",
        "47 | ACCOUNT FREE             | ACCOUNT FREE           | ACCOUNT FREE",
        "60 | INDETERMINATE POSSIBLE   | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "63 | INDETERMINATE POSSIBLE   | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "64 | PROTOCOL POSSIBLE        | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE",
        "65 | INDETERMINATE POSSIBLE   | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "66 | PROTOCOL POSSIBLE        | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE",
        "67 | PROTOCOL POSSIBLE        | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE",
        "68 | PROTOCOL POSSIBLE        | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE",
        "69 | PROTOCOL POSSIBLE        | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE",
        "70 | THROTTLED FREE           | THROTTLED FREE         | THROTTLED FREE",
        "71 | INDETERMINATE POSSIBLE   | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "72 | INDETERMINATE POSSIBLE   | INDETERMINATE POSSIBLE | INDETERMINATE POSSIBLE",
        "73 | PROTOCOL POSSIBLE        | PROTOCOL POSSIBLE      | PROTOCOL POSSIBLE",
      })
  void each_scenario_is_told_as_it_is_in_exactly_one_request(
      String scenario, String status, String tenure, String identity) {
    PhoneNumber number = PhoneNumber.of("+8613800138" + scenario + "0");
    VerificationProvider provider = account.provider();
    assertThat(
            seen(
                "MobileStatus",
                () ->
                    CapturedMessages.of(() -> provider.phoneStatus().orElseThrow().check(number))))
        .isEqualTo(status);
    assertThat(
            seen(
                "MobileNetworkTimeVerification",
                () -> CapturedMessages.of(() -> provider.tenure().orElseThrow().check(number))))
        .isEqualTo(tenure);
    assertThat(
            seen(
                "PhoneVerification",
                () ->
                    CapturedMessages.of(
                        () -> provider.identityMatch().orElseThrow().check(claim(number)))))
        .isEqualTo(identity);
  }

  /** What was told; and meanwhile the vendor read one request, and billed it if we say so. */
  private String seen(String operation, Supplier<String> question) {
    long requests = account.sandbox().bill().requests(operation);
    long charged = account.sandbox().bill().charged(operation);
    String told = question.get();
    assertThat(account.sandbox().bill().requests(operation)).isEqualTo(requests + 1);
    long billed = account.sandbox().bill().charged(operation) - charged;
    if (told.endsWith(" " + Charge.CHARGED)) {
      assertThat(billed).as(told).isEqualTo(1);
    } else if (told.endsWith(" " + Charge.FREE)) {
      assertThat(billed).as(told).isZero();
    }
    return told;
  }

  @ParameterizedTest(name = "scenario {0}")
  @ValueSource(strings = {"61", "62"})
  void a_vendor_that_says_nothing_or_drips_is_left_at_the_deadline(String scenario) {
    PhoneNumber number = PhoneNumber.of("+8613800138" + scenario + "0");
    long started = Time.system().nanos();
    assertThatThrownBy(
            () ->
                account
                    .provider()
                    .phoneStatus()
                    .orElseThrow()
                    .check(number, CallContext.within(Duration.ofMillis(700))))
        .isInstanceOfSatisfying(
            VerificationException.class,
            e -> assertThat(e.kind()).isEqualTo(FailureKind.INDETERMINATE));
    assertThat(Duration.ofNanos(Time.system().nanos() - started))
        .isBetween(Duration.ofMillis(700), Duration.ofMillis(5000));
  }

  @Test
  void the_vendor_hears_exactly_what_was_asked() {
    IdentityClaim claim = IdentityClaim.of(GOOD, "阿卜杜拉·買買提𠮷", "11204416541220243X");
    account.provider().identityMatch().orElseThrow().check(claim);
    ReceivedRequest heard = account.sandbox().heard().get(account.sandbox().heard().size() - 1);
    assertThat(heard.signatureGood()).isTrue();
    assertThat(heard.fields())
        .isEqualTo(
            Map.of("Phone", "13800138000", "Name", "阿卜杜拉·買買提𠮷", "IdCard", "11204416541220243X"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"+85212345678", "+14155550100", "+8529123456", "+886912345678"})
  void a_number_outside_the_mainland_is_not_covered_free_and_nothing_is_sent(String text) {
    PhoneNumber number = PhoneNumber.of(text);
    long requests = account.sandbox().bill().requests();
    for (Answer<?> answer :
        new Answer<?>[] {
          account.provider().phoneStatus().orElseThrow().check(number),
          account.provider().tenure().orElseThrow().check(number),
          account.provider().identityMatch().orElseThrow().check(claim(number))
        }) {
      assertThat(answer)
          .isInstanceOfSatisfying(
              Answer.Unknown.class,
              unknown -> {
                assertThat(unknown.gap()).isEqualTo(Gap.NOT_COVERED);
                assertThat(unknown.receipt().charge()).isEqualTo(Charge.FREE);
              });
    }
    assertThat(account.sandbox().bill().requests()).isEqualTo(requests);
  }

  @Test
  void a_receipt_names_provider_operation_code_and_request() {
    Answer<PhoneStatus> answer = account.provider().phoneStatus().orElseThrow().check(GOOD);
    assertThat(answer.receipt().provider()).isEqualTo("main");
    assertThat(answer.receipt().operation()).isEqualTo("MobileStatus");
    assertThat(answer.receipt().vendorCode()).contains("0/0");
    assertThat(answer.receipt().requestId()).isPresent();
    assertThat(answer.receipt().elapsed()).isPositive();
    assertThat(answer.receipt().earlier()).isEmpty();
  }

  @Test
  void a_wrong_key_is_unauthorized_with_the_vendors_code() {
    assertThat(refusal(TencentVendor.CREDENTIALS.secretId(), "a-wrong-key"))
        .isEqualTo("UNAUTHORIZED FREE AuthFailure.SignatureFailure");
    assertThat(refusal("AKIDnobody", TencentVendor.CREDENTIALS.secretKey()))
        .isEqualTo("UNAUTHORIZED FREE AuthFailure.SecretIdNotFound");
  }

  private String refusal(String id, String key) {
    try (VerificationProvider provider =
        Account.provider(
            account.sandbox(),
            Time.system(),
            Map.of("secretId", Sensitive.of(id), "secretKey", Sensitive.of(key)))) {
      provider.phoneStatus().orElseThrow().check(GOOD);
      return "no refusal";
    } catch (VerificationException e) {
      return e.kind() + " " + e.charge() + " " + e.vendorCode().orElse("-");
    }
  }

  @ParameterizedTest(name = "by {0}")
  @ValueSource(strings = {"PT10M", "PT-10M", "PT6M", "PT-26H"})
  void a_wrong_clock_is_healed_by_one_more_request_and_stays_healed(Duration ahead) {
    try (Account wrong = Account.open(new TencentVendor(), HandTime.wrongBy(ahead))) {
      for (long requests : new long[] {2, 3, 4}) {
        assertThat(
                CapturedMessages.of(() -> wrong.provider().phoneStatus().orElseThrow().check(GOOD)))
            .isEqualTo("ACTIVE CHARGED");
        assertThat(wrong.sandbox().bill().requests()).isEqualTo(requests);
      }
      assertThat(wrong.sandbox().bill().charged()).isEqualTo(3);
    }
  }

  @Test
  void a_vendor_whose_clock_is_wrong_is_followed() {
    TencentVendor vendor =
        new TencentVendor(TencentSettings.published().clockOffset(Duration.ofMinutes(-10)));
    try (Account other = Account.open(vendor, Time.system())) {
      assertThat(CapturedMessages.of(() -> other.provider().tenure().orElseThrow().check(GOOD)))
          .isEqualTo("24.. CHARGED");
    }
  }

  @Test
  void a_closed_provider_sends_nothing() {
    try (Account closed = Account.open()) {
      closed.provider().close();
      closed.provider().close();
      // Of each of the vendor's two products.
      assertThat(
              CapturedMessages.of(() -> closed.provider().phoneStatus().orElseThrow().check(GOOD)))
          .isEqualTo("UNAVAILABLE FREE");
      assertThat(
              CapturedMessages.of(() -> closed.provider().codeDelivery().orElseThrow().check(GOOD)))
          .isEqualTo("UNAVAILABLE FREE");
      assertThat(closed.sandbox().bill().requests()).isZero();
    }
  }

  @Test
  void what_is_offered_is_told_from_the_tables() {
    assertThat(told(account.provider()))
        .containsExactly(
            "phone-status MobileStatus, 20/s, billed: Result 0, +86",
            "tenure MobileNetworkTimeVerification, 20/s, billed: Result 0, -0, -2, -3, +86",
            "identity-match PhoneVerification, 20/s, billed: Result 0, -1, -2, -3, -4, -5, +86, with"
                + " id number",
            "code-delivery SendIntlPhoneEmailCode, 20/s, billed: not stated, +86, e-mail: sends codes"
                + " for contacts of the account's owner, who registers domain names",
            "code-verification CreateIntlPhoneEmail, 20/s, billed: not stated, +86, e-mail: registers"
                + " a contact of the account's owner, for domain names");
  }

  @Test
  void the_mainland_edition_compares_a_name_alone_too() {
    try (Account mainland =
        Account.open(new TencentVendor(), Time.system(), Map.of("site", Site.MAINLAND))) {
      assertThat(told(mainland.provider()))
          .contains("identity-match CheckPhoneAndName, 20/s, billed: Result 0, 1, +86");
    }
  }

  @Test
  void a_name_alone_is_asked_about_without_an_identity_number_where_it_can_be() {
    IdentityClaim name = IdentityClaim.of(GOOD, "阿卜杜拉·買買提𠮷");
    assertThat(compared(account, name)).isEqualTo("NOT_COVERED FREE");
    TencentVendor vendor =
        new TencentVendor(
            TencentSettings.published().site(io.telproof.sandbox.tencent.Site.MAINLAND));
    try (Account mainland = Account.open(vendor, Time.system(), Map.of("site", Site.MAINLAND))) {
      assertThat(compared(mainland, name)).isEqualTo("MATCH CHARGED");
      assertThat(compared(mainland, claim(GOOD))).isEqualTo("MATCH CHARGED");
      IdentityClaim abroad = IdentityClaim.of(PhoneNumber.of("+85212345678"), "韦小宝");
      assertThat(compared(mainland, abroad)).isEqualTo("NOT_COVERED FREE");
      assertThat(compared(mainland, name.withBirthDate(LocalDate.of(1990, 1, 31))))
          .isEqualTo("NOT_COVERED FREE");
      List<ReceivedRequest> heard = mainland.sandbox().heard();
      assertThat(heard)
          .extracting(ReceivedRequest::operation)
          .containsExactly("CheckPhoneAndName", "PhoneVerification");
      assertThat(heard.get(0).fields())
          .isEqualTo(Map.of("Mobile", "13800138000", "Name", "阿卜杜拉·買買提𠮷"));
    }
  }

  private static String compared(Account account, IdentityClaim claim) {
    return CapturedMessages.of(() -> account.provider().identityMatch().orElseThrow().check(claim));
  }

  private static List<String> told(VerificationProvider provider) {
    return provider.offers().stream()
        .map(
            offer ->
                "%s %s, %s, billed: %s, %s%s"
                    .formatted(
                        offer.check().key(),
                        offer.operation(),
                        offer.limits(),
                        offer.billed(),
                        offer.coverage(),
                        offer.restriction().map(does -> ": " + does).orElse("")))
        .toList();
  }

  private static IdentityClaim claim(PhoneNumber number) {
    return IdentityClaim.of(number, "韦小宝", "11204416541220243X");
  }
}
