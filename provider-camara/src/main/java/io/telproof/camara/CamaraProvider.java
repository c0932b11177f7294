package io.telproof.camara;

import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.Gap;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.TenureCheck;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One application's account with an operator. Thread-safe. */
final class CamaraProvider implements VerificationProvider {
  private final String name;
  private final CamaraApi camara;
  private final PhoneStatusCheck status;
  private final Offer statusOffer;
  private final CheckTenure checkTenure;
  private final KycMatch kycMatch;
  private final Optional<SendCode> sendCode;
  private final ValidateCode validateCode;

  CamaraProvider(String name, CamaraSettings settings, ProviderEnvironment environment) {
    Gap unknown = settings.unknownNumber().orElse(UnknownNumber.NOT_COVERED).gap();
    this.name = name;
    this.camara = new CamaraApi(name, settings, environment);
    if (settings.status().orElse(StatusApi.SUBSCRIPTION) == StatusApi.SUBSCRIPTION) {
      String path = settings.subscriptionStatusPath().orElse(SubscriptionStatus.PATH);
      this.status = new SubscriptionStatus(camara, path, unknown);
      this.statusOffer = SubscriptionStatus.offer();
    } else {
      this.status = new ReachabilityStatus(camara, unknown);
      this.statusOffer = ReachabilityStatus.offer();
    }
    this.checkTenure = new CheckTenure(camara, settings.day(), settings.threshold(), unknown);
    this.kycMatch =
        new KycMatch(
            camara,
            settings.idDocumentType(),
            settings.partialMatch().orElse(PartialMatch.UNDISCLOSED),
            unknown);
    this.sendCode = settings.message().map(text -> new SendCode(camara, text, unknown));
    this.validateCode = new ValidateCode(camara, unknown);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of(status);
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.of(checkTenure);
  }

  @Override
  public Optional<IdentityMatch> identityMatch() {
    return Optional.of(kycMatch);
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    return sendCode.map(send -> send);
  }

  @Override
  public Optional<CodeVerification> codeVerification() {
    return Optional.of(validateCode);
  }

  @Override
  public List<Offer> offers() {
    return Stream.of(
            Stream.of(statusOffer, CheckTenure.offer(), KycMatch.offer()),
            sendCode.stream().map(send -> SendCode.offer()),
            Stream.of(ValidateCode.offer()))
        .flatMap(offers -> offers)
        .toList();
  }

  @Override
  public void close() {
    camara.close();
  }
}
