package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CodeClaim;
import io.telproof.CodeVerdict;
import io.telproof.Contact;
import io.telproof.EmailAddress;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.time.Time;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes, in both editions, by number and by e-mail, against the vendor's simulator. */
final class CodesAtTheVendorTest {
  private static Account open(Site site) {
    TencentVendor vendor =
        new TencentVendor(
            TencentSettings.published()
                .site(io.telproof.sandbox.tencent.Site.valueOf(site.name())));
    return Account.open(vendor, Time.system(), Map.of("site", site));
  }

  private static List<Contact> contacts(String scenario) {
    return List.of(
        PhoneNumber.of("+8613800138" + scenario + "4"),
        EmailAddress.of("scenario-" + scenario + "@example.com"));
  }

  private static String verdict(Account account, Contact contact, String code) {
    try {
      Answer<CodeVerdict> answer =
          account.provider().codeVerification().orElseThrow().check(CodeClaim.of(contact, code));
      return answer instanceof Answer.Known<CodeVerdict> known
          ? known.value().name()
          : answer.toString();
    } catch (VerificationException e) {
      return e.kind().name();
    }
  }

  @ParameterizedTest
  @EnumSource(Site.class)
  void a_code_is_sent_and_then_accepted_or_rejected(Site site) {
    try (Account account = open(site)) {
      for (Contact contact : contacts("00")) {
        assertThat(account.provider().codeDelivery().orElseThrow().check(contact))
            .isInstanceOf(Answer.Known.class);
        assertThat(verdict(account, contact, "654321")).isEqualTo("REJECTED");
        assertThat(verdict(account, contact, "123456")).isEqualTo("ACCEPTED");
      }
      assertThat(account.sandbox().heard().stream().map(ReceivedRequest::operation).distinct())
          .containsExactlyElementsOf(
              site == Site.INTL
                  ? List.of("SendIntlPhoneEmailCode", "CreateIntlPhoneEmail")
                  : List.of("SendPhoneEmailCode", "CreatePhoneEmail"));
      assertThat(account.sandbox().heard().get(0).fields())
          .containsEntry("Type", "1")
          .containsEntry("Code", "13800138004");
      assertThat(account.sandbox().heard().get(3).fields())
          .containsEntry("Type", "2")
          .containsEntry("Code", "scenario-00@example.com");
    }
  }

  @ParameterizedTest
  @EnumSource(Site.class)
  void a_wrong_code_for_a_contact_that_is_verified_already_proves_nothing(Site site) {
    try (Account account = open(site)) {
      for (Contact contact : contacts("83")) {
        Answer<CodeVerdict> answer =
            account
                .provider()
                .codeVerification()
                .orElseThrow()
                .check(CodeClaim.of(contact, "000000"));
        assertThat(answer)
            .isInstanceOfSatisfying(
                Answer.Known.class,
                known -> {
                  assertThat(known.value()).isEqualTo(CodeVerdict.ALREADY_VERIFIED);
                  assertThat(((CodeVerdict) known.value()).provesPossession()).isFalse();
                });
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Site.class)
  void a_check_that_may_have_been_carried_out_is_indeterminate(Site site) {
    try (Account account = open(site)) {
      for (String scenario : List.of("44", "60", "63")) {
        for (Contact contact : contacts(scenario)) {
          long requests = account.sandbox().bill().requests();
          assertThat(verdict(account, contact, "123456"))
              .isEqualTo(FailureKind.INDETERMINATE.name());
          assertThat(account.sandbox().bill().requests()).isEqualTo(requests + 1);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Site.class)
  void a_number_outside_the_mainland_is_not_covered_and_nothing_is_sent(Site site) {
    try (Account account = open(site)) {
      PhoneNumber number = PhoneNumber.of("+14155550100");
      assertThat(
              CapturedMessages.of(
                  () -> account.provider().codeDelivery().orElseThrow().check(number)))
          .isEqualTo("NOT_COVERED FREE");
      assertThat(
              CapturedMessages.of(
                  () ->
                      account
                          .provider()
                          .codeVerification()
                          .orElseThrow()
                          .check(CodeClaim.of(number, "123456"))))
          .isEqualTo("NOT_COVERED FREE");
      assertThat(account.sandbox().bill().requests()).isZero();
    }
  }
}
