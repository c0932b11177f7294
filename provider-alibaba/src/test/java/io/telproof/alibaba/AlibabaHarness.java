package io.telproof.alibaba;

import io.telproof.PhoneNumber;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExamples;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the contracts need to know of Alibaba Cloud. */
final class AlibabaHarness implements ProviderHarness {
  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    AlibabaSettings settings = Settings.sandbox(endpoint.url().uri(), Map.of());
    return new AlibabaProviderFactory().open(name, settings, environment);
  }

  @Override
  public VerificationProviderFactory<?> factory() {
    return new AlibabaProviderFactory();
  }

  @Override
  public String settings(Endpoint endpoint) {
    return """
        access-key-id = "%s"
        access-key-secret = "%s"
        sign-name = "速通互联"
        template-code = "100001"
        endpoint = "%s"
        """
        .formatted(
            AlibabaVendor.CREDENTIALS.accessKeyId(),
            AlibabaVendor.CREDENTIALS.accessKeySecret(),
            endpoint.url().toString().replaceAll("/$", ""));
  }

  @Override
  public List<String> secrets() {
    return List.of(AlibabaVendor.CREDENTIALS.accessKeySecret());
  }

  @Override
  public Vendor vendor() {
    return new AlibabaVendor();
  }

  @Override
  public ReplyExamples examples() {
    return AlibabaReplyExamples.examples();
  }

  @Override
  public Optional<ReplyExamples> examplesOfNameAlone() {
    return Optional.of(AlibabaReplyExamples.nameAlone());
  }

  @Override
  public String day(LocalDate day) {
    return "%04d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** Numbers are bought with their validation all over the world. */
  @Override
  public List<PhoneNumber> uncovered(CheckType check) {
    return check == CheckType.PRE_VALIDATED_NUMBER
        ? List.of()
        : ProviderHarness.super.uncovered(check);
  }
}
