package io.telproof.twilio;

import io.telproof.PhoneNumber;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExamples;
import io.telproof.testkit.TestPerson;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the contracts need to know of Twilio. */
final class TwilioHarness implements ProviderHarness {
  private static final List<PhoneNumber> ABROAD =
      List.of(PhoneNumber.of("+85291234567"), PhoneNumber.of("+8613900139000"));

  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    return new TwilioProviderFactory()
        .open(name, Settings.at(endpoint.url().toString(), Map.of()), environment);
  }

  @Override
  public VerificationProviderFactory<?> factory() {
    return new TwilioProviderFactory();
  }

  @Override
  public String settings(Endpoint endpoint) {
    return """
        key-sid = "%s"
        key-secret = "%s"
        endpoint = "%s"
        service-sid = "%s"
        """
        .formatted(
            TwilioVendor.CREDENTIALS.sid(),
            TwilioVendor.CREDENTIALS.secret(),
            endpoint.url(),
            TwilioVendor.SERVICE_SID);
  }

  @Override
  public List<String> secrets() {
    return List.of(TwilioVendor.CREDENTIALS.secret());
  }

  /** Twilio is sent the secret itself, with each question. */
  @Override
  public List<String> neverSent() {
    return List.of();
  }

  @Override
  public Vendor vendor() {
    return new TwilioVendor();
  }

  @Override
  public ReplyExamples examples() {
    return examples(Duration.ofDays(10));
  }

  @Override
  public ReplyExamples examples(Duration within) {
    return TwilioReplyExamples.examples(within);
  }

  @Override
  public Optional<ReplyExamples> examplesOfNameAlone() {
    return Optional.of(TwilioReplyExamples.ofNameAlone());
  }

  @Override
  public String day(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  @Override
  public boolean codesKnownByHandle() {
    return true;
  }

  @Override
  public List<PhoneNumber> uncovered(CheckType check) {
    return check == CheckType.IDENTITY_MATCH || check == CheckType.RECYCLED_NUMBER
        ? ABROAD
        : List.of();
  }

  /** A number of the United States, which all packages serve. */
  @Override
  public TestPerson person() {
    TestPerson person = TestPerson.mainlandChina();
    return new TestPerson(
            1,
            "2015550100",
            person.name(),
            person.idNumber(),
            person.code(),
            person.handle(),
            person.purchaseCode(),
            List.of(),
            Optional.empty())
        .withNameParts("阿卜杜拉·é", "買買提𠮷");
  }
}
