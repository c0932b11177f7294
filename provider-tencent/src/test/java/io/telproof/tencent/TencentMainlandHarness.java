package io.telproof.tencent;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.spi.CheckType.IDENTITY_MATCH;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.noValue;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Carrier;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityVerdict;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.ReplyExamples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the contracts need to know of the mainland edition, which compares a name alone too. */
final class TencentMainlandHarness implements ProviderHarness {
  private final TencentHarness international = new TencentHarness();

  @Override
  public VerificationProvider open(
      String name, Endpoint endpoint, ProviderEnvironment environment) {
    return new TencentProviderFactory()
        .open(
            name,
            Settings.sandbox(endpoint.url().uri(), Map.of("site", Site.MAINLAND)),
            environment);
  }

  @Override
  public VerificationProviderFactory<?> factory() {
    return international.factory();
  }

  @Override
  public String settings(Endpoint endpoint) {
    return international.settings(endpoint) + "site = mainland\n";
  }

  @Override
  public List<String> secrets() {
    return international.secrets();
  }

  @Override
  public Vendor vendor() {
    return new TencentVendor(
        TencentSettings.published().site(io.telproof.sandbox.tencent.Site.MAINLAND));
  }

  @Override
  public ReplyExamples examples() {
    return international.examples();
  }

  @Override
  public Optional<ReplyExamples> examplesOfNameAlone() {
    Carrier unknown = Carrier.UNKNOWN;
    return Optional.of(
        ReplyExamples.of(
            says("0", value(IdentityVerdict.match(unknown)), CHARGED),
            says("1", value(IdentityVerdict.mismatch(Set.of(NAME), unknown)), CHARGED),
            says("-1", noValue(Gap.NO_RECORD), FREE),
            says("-2", failed(FailureKind.UNAVAILABLE), FREE),
            says("-3", failed(FailureKind.UNAVAILABLE), FREE),
            says("-4", failed(FailureKind.INVALID_REQUEST), FREE),
            says("-5", failed(FailureKind.INVALID_REQUEST), FREE),
            says("-6", failed(FailureKind.QUOTA), FREE),
            says("-13", noValue(Gap.NOT_COVERED), FREE)));
  }

  private static ReplyExample says(String result, Meaning<?> means, Charge charge) {
    String body =
        "{\"Response\":{\"Result\":\"%s\",\"RequestId\":\"%s\"}}"
            .formatted(result, ReplyExample.REQUEST_ID);
    return ReplyExample.documented(IDENTITY_MATCH, result, body, means, charge);
  }
}
