package io.telproof.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.EmailAddress;
import io.telproof.FailureKind;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.RecycledQuery;
import io.telproof.Sensitive;
import io.telproof.SimSwapQuery;
import io.telproof.VerificationException;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.twilio.TwilioCredentials;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.testkit.CapturedLogs;
import io.telproof.testkit.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How Twilio is asked, on the wire. */
final class TwilioProviderTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of(Scenario.PLAIN_GOOD.usNumber(0));
  private static final EmailAddress ADDRESS = EmailAddress.of("a+b@example.com");

  private static final IdentityClaim CLAIM =
      IdentityClaim.of(NUMBER, "Ærø Øst & Søn")
          .withNameParts("Ærø+Øst=100%", "O'Brien & Søn")
          .withIdNumber("07-8/05#1120")
          .withBirthDate(LocalDate.of(1990, 1, 31));

  /** The day begins in Guam, which has the calling code 1, ten hours before Greenwich. */
  @Test
  void a_day_that_is_still_to_come_is_refused_and_nothing_is_sent() {
    VirtualTime time = VirtualTime.at(Instant.parse("2026-05-31T13:59:59Z"));
    RecycledQuery query = RecycledQuery.of(NUMBER, LocalDate.of(2026, 6, 1));
    try (Account account = Account.at(time)) {
      assertThatThrownBy(() -> account.provider.recycledNumber().orElseThrow().check(query))
          .isInstanceOfSatisfying(
              VerificationException.class,
              refused -> {
                assertThat(refused.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
                assertThat(refused.failure().charge()).isEqualTo(Charge.FREE);
              });
      assertThat(account.sandbox.heard()).isEmpty();

      time.advance(Duration.ofSeconds(1));
      account.provider.recycledNumber().orElseThrow().check(query);
      assertThat(account.sandbox.heard()).hasSize(1);
    }
  }

  /** The register of reassigned numbers is one of the United States. */
  @Test
  void a_new_holder_of_a_number_of_another_country_is_not_covered_free_and_unsent() {
    try (Account account = Account.open()) {
      RecycledQuery query =
          RecycledQuery.of(PhoneNumber.of("+34666666666"), LocalDate.of(2024, 2, 29));
      assertThat(Outcome.of(() -> account.provider.recycledNumber().orElseThrow().check(query)))
          .isEqualTo("NOT_COVERED FREE -");
      assertThat(account.requests).isEmpty();
    }
  }

  @Test
  void the_number_is_encoded_in_the_path_and_one_package_is_asked_for() {
    try (Account account = Account.open()) {
      account.provider.phoneStatus().orElseThrow().check(NUMBER);
      assertThat(account.last().method()).isEqualTo("GET");
      assertThat(account.last().target())
          .isEqualTo("/v2/PhoneNumbers/%2B12015550100?Fields=line_status");
      account.provider.simSwap().orElseThrow().check(SimSwapQuery.of(NUMBER, Duration.ofHours(1)));
      assertThat(account.last().target())
          .isEqualTo("/v2/PhoneNumbers/%2B12015550100?Fields=sim_swap");
      account
          .provider
          .recycledNumber()
          .orElseThrow()
          .check(RecycledQuery.of(NUMBER, LocalDate.of(2024, 2, 29)));
      assertThat(account.last().target())
          .isEqualTo(
              "/v2/PhoneNumbers/%2B12015550100?Fields=reassigned_number"
                  + "&LastVerifiedDate=20240229");
    }
  }

  @Test
  void a_claim_arrives_to_the_letter_and_the_whole_name_is_not_sent() {
    try (Account account = Account.open()) {
      account.provider.identityMatch().orElseThrow().check(CLAIM);
      assertThat(account.heard().fields())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "Fields", "identity_match",
                  "FirstName", "Ærø+Øst=100%",
                  "LastName", "O'Brien & Søn",
                  "NationalId", "07-8/05#1120",
                  "DateOfBirth", "19900131"));
    }
  }

  @Test
  void a_claim_without_the_parts_of_the_name_is_not_covered_free_and_unsent() {
    try (Account account = Account.open()) {
      IdentityClaim whole = IdentityClaim.of(NUMBER, "Ana García", "078051120");
      assertThat(Outcome.of(() -> account.provider.identityMatch().orElseThrow().check(whole)))
          .isEqualTo("NOT_COVERED FREE -");
      assertThat(account.requests).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void a_code_goes_to_a_number_by_the_channel_of_the_settings(Channel channel) {
    try (Account account = Account.open(Map.of("channel", channel))) {
      account.send(NUMBER);
      assertThat(account.last().method()).isEqualTo("POST");
      assertThat(account.last().target())
          .isEqualTo("/v2/Services/" + TwilioVendor.SERVICE_SID + "/Verifications");
      assertThat(account.last().bodyText())
          .isEqualTo("To=%2B12015550100&Channel=" + channel.word());
      assertThat(account.last().headers("Content-Type"))
          .containsExactly("application/x-www-form-urlencoded");
    }
  }

  @Test
  void an_address_gets_a_code_where_the_settings_say_so() {
    try (Account account = Account.open(Map.of("email", true))) {
      Optional<String> handle = handle(account.send(ADDRESS));
      assertThat(account.heard().fields())
          .containsEntry("To", "a+b@example.com")
          .containsEntry("Channel", "email");
      assertThat(Outcome.of(() -> account.verify(ADDRESS, "123456", handle)))
          .isEqualTo("ACCEPTED UNSTATED approved");
      assertThat(account.provider.offers())
          .filteredOn(offer -> offer.check() == CheckType.CODE_DELIVERY)
          .allMatch(offer -> offer.coverage().serves(ADDRESS));
    }
    try (Account account = Account.open()) {
      assertThat(Outcome.of(() -> account.send(ADDRESS))).isEqualTo("NOT_COVERED FREE -");
      assertThat(Outcome.of(() -> account.verify(ADDRESS, "123456", Optional.empty())))
          .isEqualTo("NOT_COVERED FREE -");
      assertThat(account.requests).isEmpty();
      assertThat(account.provider.offers()).noneMatch(offer -> offer.coverage().serves(ADDRESS));
    }
  }

  private static Optional<String> handle(Answer<CodeDispatch> sent) {
    return ((Answer.Known<CodeDispatch>) sent).value().handle();
  }

  @Test
  void a_code_is_checked_by_its_handle_or_by_the_contact_where_there_is_none() {
    try (Account account = Account.open()) {
      Optional<String> handle = handle(account.send(NUMBER));
      assertThat(Outcome.of(() -> account.verify(NUMBER, "000000", handle)))
          .isEqualTo("REJECTED UNSTATED pending");
      assertThat(account.last().bodyText()).startsWith("VerificationSid=VE").doesNotContain("To=");
      assertThat(Outcome.of(() -> account.verify(NUMBER, "123456", Optional.empty())))
          .isEqualTo("ACCEPTED UNSTATED approved");
      assertThat(account.last().bodyText()).isEqualTo("To=%2B12015550100&Code=123456");
      assertThat(Outcome.of(() -> account.verify(NUMBER, "123456", handle)))
          .isEqualTo("EXPIRED UNSTATED 20404");
    }
  }

  @Test
  void a_code_that_no_code_can_be_is_rejected_free_and_unsent() {
    try (Account account = Account.open()) {
      for (String code : List.of("1", "123", "12345678901")) {
        assertThat(Outcome.of(() -> account.verify(NUMBER, code, Optional.empty())))
            .isEqualTo("REJECTED FREE -");
      }
      assertThat(account.requests).isEmpty();
      for (String code : List.of("1234", "1234567890")) {
        Outcome.of(() -> account.verify(NUMBER, code, Optional.empty()));
      }
      assertThat(account.requests).hasSize(2);
    }
  }

  @Test
  void without_a_service_no_codes_are_offered() {
    Map<String, Object> none = new HashMap<>();
    none.put("serviceSid", null);
    try (Account account = Account.open(none)) {
      assertThat(account.provider.codeDelivery()).isEmpty();
      assertThat(account.provider.codeVerification()).isEmpty();
      assertThat(account.provider.offers())
          .extracting(Offer::check)
          .containsExactly(
              CheckType.PHONE_STATUS,
              CheckType.IDENTITY_MATCH,
              CheckType.RECYCLED_NUMBER,
              CheckType.SIM_SWAP);
    }
  }

  @Test
  void the_key_goes_with_each_request_and_another_one_once_it_has_changed() {
    Rotation current = new Rotation(TwilioVendor.CREDENTIALS);
    try (Account account = new Account(Map.of(), Optional.of(current))) {
      Supplier<Answer<?>> question =
          () -> account.provider.phoneStatus().orElseThrow().check(NUMBER);
      assertThat(Outcome.of(question)).isEqualTo("ACTIVE CHARGED active");
      assertThat(account.last().headers("Authorization"))
          .containsExactly(basic(TwilioVendor.CREDENTIALS));
      current.set(TwilioVendor.SECOND_CREDENTIALS);
      account.vendor.keys().revoke(TwilioVendor.CREDENTIALS.sid());
      assertThat(Outcome.of(question)).isEqualTo("ACTIVE CHARGED active");
      assertThat(account.last().headers("Authorization"))
          .containsExactly(basic(TwilioVendor.SECOND_CREDENTIALS));
      current.set(TwilioVendor.REVOKED_CREDENTIALS);
      assertThat(Outcome.of(question)).isEqualTo("UNAUTHORIZED FREE 20003");
      current.set(TwilioVendor.IE1_CREDENTIALS);
      assertThat(Outcome.of(question)).isEqualTo("UNAUTHORIZED FREE 20003");
    }
  }

  /** The application's keys, one after the other. */
  private static final class Rotation implements CredentialsSource {
    private volatile TwilioCredentials key;

    Rotation(TwilioCredentials first) {
      key = first;
    }

    void set(TwilioCredentials next) {
      key = next;
    }

    @Override
    public Credentials current() {
      return Credentials.of(Sensitive.of(key.sid()), Sensitive.of(key.secret()));
    }
  }

  private static String basic(TwilioCredentials key) {
    String pair = key.sid() + ":" + key.secret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_wait_that_Twilio_asks_for_stands_on_the_failure() {
    PhoneNumber throttled = PhoneNumber.of(Scenario.THROTTLED.usNumber(0));
    try (Account account = Account.open()) {
      account.added.add(new Header("Retry-After", "7"));
      assertThatThrownBy(() -> account.provider.phoneStatus().orElseThrow().check(throttled))
          .isInstanceOfSatisfying(
              VerificationException.class,
              e -> assertThat(e.failure().retryAfter()).contains(Duration.ofSeconds(7)));
      account.added.set(0, new Header("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"));
      assertThatThrownBy(() -> account.provider.phoneStatus().orElseThrow().check(throttled))
          .isInstanceOfSatisfying(
              VerificationException.class, e -> assertThat(e.failure().retryAfter()).isEmpty());
    }
  }

  @Test
  void a_closed_provider_sends_nothing() {
    try (Account account = Account.open()) {
      account.provider.close();
      account.provider.close();
      assertThat(Outcome.of(() -> account.provider.phoneStatus().orElseThrow().check(NUMBER)))
          .isEqualTo("UNAVAILABLE FREE -");
      assertThat(account.requests).isEmpty();
    }
  }

  /**
   * The URL holds the number and the names: it is in no log of either side, and in no exception.
   */
  @Test
  void nothing_of_the_URL_is_written_anywhere() {
    PhoneNumber number = PhoneNumber.of("+12125557391");
    IdentityClaim claim =
        IdentityClaim.of(number, "Quetzalcoatl Ixtlilxochitl")
            .withNameParts("Quetzalcoatl", "Ixtlilxochitl")
            .withIdNumber("ID4711X");
    StringBuilder thrown = new StringBuilder();
    List<String> lines;
    try (CapturedLogs logs = CapturedLogs.open();
        Account account = Account.open()) {
      for (Fault fault :
          List.of(
              Fault.RESET_BEFORE_REPLY,
              Fault.HALF_REPLY,
              Fault.HTML_502,
              Fault.NOT_JSON_200,
              Fault.EMPTY_200,
              Fault.REDIRECT_307,
              Fault.DISCONNECT)) {
        account.sandbox.faults().next(fault);
        assertThatThrownBy(() -> account.provider.identityMatch().orElseThrow().check(claim))
            .satisfies(e -> thrown.append(Throwables.getStackTrace(e)));
      }
      account.provider.identityMatch().orElseThrow().check(claim);
      assertThat(account.sandbox.bill().json()).doesNotContain("5557391");
      assertThat(account.last().toString()).doesNotContain("5557391");
      assertThat(account.heard().toString()).doesNotContain("5557391");
      lines = logs.lines();
    }
    assertThat(lines).isNotEmpty();
    for (String secret : List.of("5557391", "Quetzalcoatl", "Ixtlilxochitl", "ID4711X")) {
      assertThat(thrown).doesNotContain(secret);
      assertThat(lines).noneMatch(line -> line.contains(secret));
    }
  }
}
