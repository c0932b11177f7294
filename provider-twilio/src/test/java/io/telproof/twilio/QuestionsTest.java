package io.telproof.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.telproof.EmailAddress;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.reply.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Twilio is told, and by whom, before anything is sent. */
final class QuestionsTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+12015550100");
  private static final EmailAddress ADDRESS = EmailAddress.of("a+b@example.com");

  private static final IdentityClaim NAMES =
      IdentityClaim.of(NUMBER, "Ana García").withNameParts("Ana", "García");

  @Test
  void a_claim_is_told_by_its_parts_and_never_by_the_whole_name() {
    assertThat(IdentityMatchLookup.told(NAMES))
        .containsExactly(entry("FirstName", "Ana"), entry("LastName", "García"));
    assertThat(
            IdentityMatchLookup.told(
                NAMES.withIdNumber("078-05-1120").withBirthDate(LocalDate.of(1990, 1, 31))))
        .containsExactly(
            entry("FirstName", "Ana"),
            entry("LastName", "García"),
            entry("NationalId", "078-05-1120"),
            entry("DateOfBirth", "19900131"));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({"SMS, sms", "CALL, call", "WHATSAPP, whatsapp"})
  void a_number_gets_its_code_by_the_channel_whether_or_not_addresses_get_one(
      Channel channel, String word) {
    for (boolean email : new boolean[] {false, true}) {
      assertThat(CreateVerification.told(NUMBER, channel, email).orElseThrow())
          .containsExactly(entry("To", "+12015550100"), entry("Channel", word));
    }
  }

  @Test
  void an_address_gets_its_code_by_mail_and_only_where_addresses_get_one() {
    assertThat(CreateVerification.told(ADDRESS, Channel.SMS, true).orElseThrow())
        .containsExactly(entry("To", "a+b@example.com"), entry("Channel", "email"));
    assertThat(CreateVerification.told(ADDRESS, Channel.SMS, false)).isEmpty();
  }

  @Test
  void a_code_is_checked_where_it_was_sent() {
    assertThat(CreateVerificationCheck.to(NUMBER)).isEqualTo("+12015550100");
    assertThat(CreateVerificationCheck.to(ADDRESS)).isEqualTo("a+b@example.com");
  }

  /** The pair and its Base64 are those of RFC 7617, chapter 2. */
  @Test
  void the_key_stands_in_each_request_as_the_standard_writes_it() {
    BasicAuthentication basic = new BasicAuthentication();
    Request request = new Request.Builder().url("https://lookups.twilio.com/v2").build();
    Request signed =
        basic.sign(
            request,
            new byte[0],
            Credentials.of(Sensitive.of("Aladdin"), Sensitive.of("open sesame")),
            Instant.EPOCH,
            "");
    assertThat(signed.headers("Authorization"))
        .containsExactly("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assertThat(signed.url()).isEqualTo(request.url());
    assertThat(basic.takesNonce()).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "exact_match, DOCUMENTED",
    "high_partial_match, INFERRED",
    "partial_match, INFERRED",
    "no_match, DOCUMENTED",
    "no_data_available, DOCUMENTED",
  })
  void that_a_partial_grade_agrees_or_differs_is_our_own_choice(String grade, Evidence basis) {
    for (Grade least : Grade.values()) {
      assertThat(IdentityMatchLookup.grades(least).row(grade).orElseThrow().evidence())
          .isEqualTo(basis);
    }
  }
}
