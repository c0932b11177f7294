package io.telproof.tencent;

import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.TenureCheck;
import io.telproof.spi.Credentials;
import io.telproof.spi.Endpoint;
import io.telproof.spi.Gateway;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import java.util.List;
import java.util.Optional;

/** One account with Tencent Cloud. Thread-safe. */
final class TencentProvider implements VerificationProvider {
  private final String name;
  private final Gateway faceid;
  private final MobileStatus mobileStatus;
  private final MobileNetworkTimeVerification mobileNetworkTime;
  private final PhoneVerification phoneVerification;

  TencentProvider(String name, TencentSettings settings, ProviderEnvironment environment) {
    this.name = name;
    this.faceid =
        environment.gateway(
            name,
            new Tc3Signer("faceid"),
            environment.credentials(Credentials.of(settings.secretId(), settings.secretKey())),
            TencentApi::refusedForTheClock);
    TencentApi api =
        new TencentApi(
            name,
            settings.endpoint().orElseGet(() -> Endpoint.host("faceid.intl.tencentcloudapi.com")),
            "2018-03-01",
            faceid,
            environment.quotas(),
            environment.time());
    this.mobileStatus = new MobileStatus(api);
    this.mobileNetworkTime = new MobileNetworkTimeVerification(api);
    this.phoneVerification = new PhoneVerification(api);
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
    return Optional.of(phoneVerification);
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        MobileStatus.offer(), MobileNetworkTimeVerification.offer(), PhoneVerification.offer());
  }

  @Override
  public void close() {
    faceid.close();
  }
}
