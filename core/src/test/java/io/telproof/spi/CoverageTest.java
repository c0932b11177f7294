package io.telproof.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.EmailAddress;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an operation can be asked about. */
class CoverageTest {
  private static final PhoneNumber CHINESE = PhoneNumber.of("+8613800138000");
  private static final PhoneNumber AMERICAN = PhoneNumber.of("+12025550100");
  private static final IdentityClaim NAME = IdentityClaim.of(CHINESE, "Ada Lovelace");
  private static final IdentityClaim WITH_ID = NAME.withIdNumber("42");

  @Test
  void numbers_are_served_by_their_calling_code() {
    Coverage coverage = Coverage.callingCodes(List.of(86, 1));
    assertThat(coverage.serves(CHINESE)).isTrue();
    assertThat(coverage.serves(AMERICAN)).isTrue();
    assertThat(coverage.serves(PhoneNumber.of("+34600000000"))).isFalse();
    assertThat(Coverage.anyCountry().serves(PhoneNumber.of("+34600000000"))).isTrue();
  }

  @Test
  void over_many_numbers_a_calling_code_serves_what_it_begins() {
    Random random = new Random(20261127);
    for (int i = 0; i < 20_000; i++) {
      int code = 1 + random.nextInt(999);
      PhoneNumber number =
          PhoneNumber.of("+" + (10_000 + Math.floorMod(random.nextLong(), 999_999_999_999L)));
      assertThat(Coverage.callingCode(code).serves(number))
          .isEqualTo(number.nationalNumber(code).isPresent());
    }
  }

  @Test
  void addresses_are_served_where_it_says_so() {
    EmailAddress address = EmailAddress.of("a@example.com");
    assertThat(Coverage.callingCode(86).serves(address)).isFalse();
    assertThat(Coverage.callingCode(86).andAddresses().serves(address)).isTrue();
  }

  @Test
  void a_claim_needs_what_the_operation_needs() {
    Coverage needing = Coverage.anyCountry().needing(ClaimPart.ID_NUMBER);
    assertThat(needing.carries(NAME)).isFalse();
    assertThat(needing.carries(WITH_ID)).isTrue();
    assertThat(Coverage.anyCountry().needing(ClaimPart.NAME_PARTS).carries(NAME)).isFalse();
  }

  @Test
  void nothing_is_claimed_that_would_not_be_compared() {
    assertThat(Coverage.anyCountry().carries(WITH_ID)).isFalse();
    assertThat(Coverage.anyCountry().comparing(ClaimPart.ID_NUMBER).carries(WITH_ID)).isTrue();
    IdentityClaim born = NAME.withBirthDate(LocalDate.EPOCH);
    assertThat(Coverage.anyCountry().comparing(ClaimPart.ID_NUMBER).carries(born)).isFalse();
    assertThat(Coverage.anyCountry().comparing(ClaimPart.BIRTH_DATE).carries(born)).isTrue();
  }

  @Test
  void the_parts_of_a_name_are_the_name_again_and_a_purchase_code_proves_nothing() {
    assertThat(Coverage.anyCountry().carries(NAME.withNameParts("Ada", "Lovelace"))).isTrue();
    assertThat(Coverage.anyCountry().carries(PreValidatedClaim.of(CHINESE, "code"))).isTrue();
    assertThat(
            Coverage.anyCountry()
                .needing(ClaimPart.PURCHASE_CODE)
                .carries(PreValidatedClaim.of(CHINESE)))
        .isFalse();
  }

  @Test
  void an_offer_serves_a_question_by_whom_and_by_what_it_asks() {
    Offer offer =
        new Offer(CheckType.IDENTITY_MATCH, "Match", RateLimits.perSecond(1), "each")
            .withCoverage(Coverage.callingCode(86).needing(ClaimPart.ID_NUMBER));
    assertThat(offer.serves(WITH_ID)).isTrue();
    assertThat(offer.serves(NAME)).isFalse();
    assertThat(offer.serves(IdentityClaim.of(AMERICAN, "Ada", "42"))).isFalse();
  }

  @Test
  void it_says_why_a_question_is_not_served_and_nothing_of_the_question() {
    Coverage coverage =
        Coverage.callingCodes(List.of(86, 852))
            .needing(ClaimPart.NAME_PARTS)
            .comparing(ClaimPart.ID_NUMBER);
    IdentityClaim parts = NAME.withNameParts("Ada", "Lovelace");
    assertThat(coverage.objection(CHINESE, parts)).isEmpty();
    assertThat(coverage.objection(AMERICAN, parts)).contains("serves +86 +852 alone");
    assertThat(coverage.objection(EmailAddress.of("a@example.com"), parts))
        .contains("serves no e-mail address");
    assertThat(coverage.objection(CHINESE, NAME)).contains("needs a given and a family name");
    assertThat(coverage.objection(CHINESE, parts.withBirthDate(LocalDate.EPOCH)))
        .contains("does not compare a birth date");
  }

  @Test
  void it_objects_to_what_it_does_not_serve_and_to_nothing_else() {
    for (ClaimPart needed : ClaimPart.values()) {
      for (Object query : List.of(NAME, WITH_ID, PreValidatedClaim.of(CHINESE))) {
        Coverage coverage = Coverage.anyCountry().needing(needed);
        assertThat(coverage.objection(CHINESE, query).isEmpty())
            .isEqualTo(coverage.serves(CHINESE) && coverage.carries(query));
      }
    }
  }

  @Test
  void an_offer_objects_by_the_name_of_its_operation() {
    Offer offer =
        new Offer(CheckType.IDENTITY_MATCH, "Match", RateLimits.perSecond(1), "each")
            .withCoverage(Coverage.callingCode(86).needing(ClaimPart.ID_NUMBER));
    assertThat(offer.objection(NAME)).contains("Match needs an identity number");
    assertThat(offer.objection(WITH_ID)).isEmpty();
  }

  @Test
  void it_reads_as_a_person_writes_it() {
    assertThat(Coverage.anyCountry()).hasToString("any country");
    assertThat(
            Coverage.callingCodes(List.of(86, 1))
                .andAddresses()
                .needing(ClaimPart.NAME_PARTS, ClaimPart.ID_NUMBER))
        .hasToString("+1 +86, e-mail, with id number and name parts");
  }

  @Test
  void what_is_no_calling_code_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Coverage.callingCode(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Coverage.callingCode(1000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Coverage.callingCodes(List.of()))
        .withMessageContaining("at least one");
  }
}
