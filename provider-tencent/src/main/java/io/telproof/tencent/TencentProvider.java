package io.telproof.tencent;

import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.TenureCheck;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.http.Gateway;
import java.util.List;
import java.util.Optional;

/** One account with Tencent Cloud. Thread-safe. */
final class TencentProvider implements VerificationProvider {
  private final String name;
  private final Site site;
  private final Gateway faceid;
  private final Gateway domain;
  private final MobileStatus mobileStatus;
  private final MobileNetworkTimeVerification mobileNetworkTime;
  private final IdentityMatch identityMatch;
  private final CodeDelivery codeDelivery;
  private final CodeVerification codeVerification;

  TencentProvider(String name, TencentSettings settings, ProviderEnvironment environment) {
    this.name = name;
    this.site = settings.edition();
    Sealers sealings = Sealers.of(settings);
    this.faceid = gateway(settings.faceidService().orElse("faceid"), settings, environment);
    this.domain = gateway(settings.domainService().orElse("domain"), settings, environment);
    TencentApi checks = api(settings.faceid(), "2018-03-01", faceid, settings, environment);
    TencentApi contacts = api(settings.domain(), "2018-08-08", domain, settings, environment);
    this.mobileStatus = new MobileStatus(checks, sealings);
    this.mobileNetworkTime = new MobileNetworkTimeVerification(checks, sealings);
    PhoneVerification whole = new PhoneVerification(checks, sealings, settings.detailed());
    this.identityMatch =
        switch (site) {
          case INTL -> whole;
          case MAINLAND -> {
            CheckPhoneAndName nameAlone = new CheckPhoneAndName(checks, sealings);
            yield (claim, context) ->
                (claim.idNumber().isPresent() ? whole : nameAlone).check(claim, context);
          }
        };
    this.codeDelivery =
        switch (site) {
          case INTL -> new SendIntlPhoneEmailCode(contacts);
          case MAINLAND -> new SendPhoneEmailCode(contacts);
        };
    this.codeVerification =
        switch (site) {
          case INTL -> new CreateIntlPhoneEmail(contacts);
          case MAINLAND -> new CreatePhoneEmail(contacts);
        };
  }

  private Gateway gateway(
      String service, TencentSettings settings, ProviderEnvironment environment) {
    return environment.gateway(
        name,
        new Tc3Signer(service),
        environment.credentials(settings.credentials()),
        TencentApi::refusedForTheClock);
  }

  private TencentApi api(
      Endpoint endpoint,
      String version,
      Gateway gateway,
      TencentSettings settings,
      ProviderEnvironment environment) {
    return new TencentApi(
        name,
        endpoint,
        version,
        gateway,
        AccountRateLimiters.of(environment, endpoint, settings.credentials()),
        environment.time());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of(mobileStatus);
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.of(mobileNetworkTime);
  }

  @Override
  public Optional<IdentityMatch> identityMatch() {
    return Optional.of(identityMatch);
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    return Optional.of(codeDelivery);
  }

  @Override
  public Optional<CodeVerification> codeVerification() {
    return Optional.of(codeVerification);
  }

  @Override
  public List<Offer> offers() {
    return switch (site) {
      case INTL ->
          List.of(
              MobileStatus.offer(),
              MobileNetworkTimeVerification.offer(),
              PhoneVerification.offer(),
              SendIntlPhoneEmailCode.offer(),
              CreateIntlPhoneEmail.offer());
      case MAINLAND ->
          List.of(
              MobileStatus.offer(),
              MobileNetworkTimeVerification.offer(),
              PhoneVerification.offer(),
              CheckPhoneAndName.offer(),
              SendPhoneEmailCode.offer(),
              CreatePhoneEmail.offer());
    };
  }

  @Override
  public void close() {
    faceid.close();
    domain.close();
  }
}
