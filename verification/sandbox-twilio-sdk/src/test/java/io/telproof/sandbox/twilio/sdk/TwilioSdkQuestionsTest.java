package io.telproof.sandbox.twilio.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.verify.v2.service.Verification;
import com.twilio.rest.verify.v2.service.VerificationCheck;
import com.typesafe.config.ConfigFactory;
import io.telproof.CodeClaim;
import io.telproof.EmailAddress;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.RecycledQuery;
import io.telproof.SimSwapQuery;
import io.telproof.client.Telproof;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.twilio.TwilioVendor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our provider says the same to the vendor as the vendor's own client does. */
final class TwilioSdkQuestionsTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+12015550100");

  private final Sandbox sandbox = Sandbox.start(new TwilioVendor());
  private final TwilioRestClient twilio =
      TwilioSdk.client(sandbox.endpoint(), TwilioVendor.CREDENTIALS);
  private final Telproof telproof =
      Telproof.open(
          ConfigFactory.parseMap(
              Map.of(
                  "telproof.providers.main",
                  Map.of(
                      "type",
                      "twilio",
                      "key-sid",
                      TwilioVendor.CREDENTIALS.sid(),
                      "key-secret",
                      TwilioVendor.CREDENTIALS.secret(),
                      "service-sid",
                      TwilioVendor.SERVICE_SID,
                      "email",
                      true,
                      "endpoint",
                      sandbox.endpoint().toString()))));

  @AfterEach
  void stop() {
    telproof.close();
    sandbox.close();
  }

  @Test
  void line_status() {
    assertSame(
        () -> telproof.phoneStatus().check(GOOD),
        () -> TwilioSdk.lookup(GOOD.e164(), "line_status").fetch(twilio));
  }

  @Test
  void identity_match() {
    assertSame(
        () ->
            telproof
                .identityMatch()
                .check(
                    IdentityClaim.of(GOOD, "Ada Quill")
                        .withNameParts("Ada", "Quill")
                        .withIdNumber("0042")
                        .withBirthDate(LocalDate.of(1980, 2, 29))),
        () ->
            TwilioSdk.lookup(GOOD.e164(), "identity_match")
                .setFirstName("Ada")
                .setLastName("Quill")
                .setNationalId("0042")
                .setDateOfBirth("19800229")
                .fetch(twilio));
  }

  @Test
  void reassigned_number() {
    assertSame(
        () -> telproof.recycledNumber().check(RecycledQuery.of(GOOD, LocalDate.of(2024, 5, 31))),
        () ->
            TwilioSdk.lookup(GOOD.e164(), "reassigned_number")
                .setLastVerifiedDate("20240531")
                .fetch(twilio));
  }

  @Test
  void sim_swap() {
    assertSame(
        () -> telproof.simSwap().check(SimSwapQuery.of(GOOD, Duration.ofHours(24))),
        () -> TwilioSdk.lookup(GOOD.e164(), "sim_swap").fetch(twilio));
  }

  @Test
  void a_code_by_text_message() {
    assertSame(
        () -> telproof.codeDelivery().check(GOOD),
        () -> Verification.creator(TwilioVendor.SERVICE_SID, GOOD.e164(), "sms").create(twilio));
  }

  @Test
  void a_code_by_email_and_its_check() {
    String address = "scenario-00@example.com";
    assertSame(
        () -> telproof.codeDelivery().check(EmailAddress.of(address)),
        () -> Verification.creator(TwilioVendor.SERVICE_SID, address, "email").create(twilio));
    assertSame(
        () -> telproof.codeVerification().check(CodeClaim.of(EmailAddress.of(address), "000000")),
        () ->
            VerificationCheck.creator(TwilioVendor.SERVICE_SID)
                .setTo(address)
                .setCode("000000")
                .create(twilio));
  }

  /** What either asks is heard as the same, and with the key that it was sent with. */
  private void assertSame(Runnable ours, Runnable theirs) {
    int before = sandbox.heard().size();
    ours.run();
    theirs.run();
    List<ReceivedRequest> heard = sandbox.heard().subList(before, sandbox.heard().size());
    assertThat(heard).hasSize(2);
    assertThat(heard.get(0).signatureGood()).isTrue();
    assertThat(heard.get(0).contact()).isNotEmpty();
    assertThat(heard.get(0).fields()).isNotEmpty();
    assertThat(heard.get(0)).isEqualTo(heard.get(1));
  }
}
