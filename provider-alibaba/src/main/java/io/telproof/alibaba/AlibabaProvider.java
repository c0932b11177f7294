package io.telproof.alibaba;

import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.RecycledNumberCheck;
import io.telproof.TenureCheck;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Gateway;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One account with Alibaba Cloud. Thread-safe. */
final class AlibabaProvider implements VerificationProvider {
  private final String name;
  private final Gateway gateway;
  private final MobileOnlineStatus mobileOnlineStatus;
  private final MobileOnlineTime mobileOnlineTime;
  private final Mobile3MetaDetailVerify mobile3Meta;
  private final Mobile2MetaVerify mobile2Meta;
  private final MobileRecycledMetaVerify mobileRecycled;
  private final Optional<SendSmsVerifyCode> sendSms;
  private final CheckSmsVerifyCode checkSms;
  private final GetPreValidatePhoneId preValidate;

  AlibabaProvider(String name, AlibabaSettings settings, ProviderEnvironment environment) {
    this.name = name;
    this.gateway =
        environment.gateway(
            name,
            new Acs3Signer(),
            environment.credentials(settings.credentials()),
            AlibabaApi::refusedForTheClock);
    AlibabaApi cloudauth = api(Product.CLOUDAUTH, settings, environment);
    AlibabaApi dypnsapi = api(Product.DYPNSAPI, settings, environment);
    AlibabaApi cams = api(Product.CAMS, settings, environment);
    this.mobileOnlineStatus = new MobileOnlineStatus(cloudauth);
    this.mobileOnlineTime = new MobileOnlineTime(cloudauth);
    this.mobile3Meta = new Mobile3MetaDetailVerify(cloudauth);
    this.mobile2Meta = new Mobile2MetaVerify(cloudauth);
    this.mobileRecycled =
        new MobileRecycledMetaVerify(api(Product.CLOUDAUTH_QUERY, settings, environment));
    this.sendSms =
        settings
            .smsCode()
            .map(code -> new SendSmsVerifyCode(dypnsapi, code, settings.schemeName()));
    this.checkSms = new CheckSmsVerifyCode(dypnsapi, settings.schemeName());
    this.preValidate = new GetPreValidatePhoneId(cams);
  }

  private AlibabaApi api(
      Product product, AlibabaSettings settings, ProviderEnvironment environment) {
    return new AlibabaApi(
        name,
        product,
        settings.endpoint(product),
        gateway,
        AccountRateLimiters.of(environment, settings.endpoint(product), settings.credentials()),
        environment.time());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of(mobileOnlineStatus);
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.of(mobileOnlineTime);
  }

  @Override
  public Optional<IdentityMatch> identityMatch() {
    return Optional.of(
        (claim, context) ->
            (claim.idNumber().isPresent() ? mobile3Meta : mobile2Meta).check(claim, context));
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    return sendSms.map(send -> send);
  }

  @Override
  public Optional<CodeVerification> codeVerification() {
    return Optional.of(checkSms);
  }

  @Override
  public Optional<PreValidatedNumber> preValidatedNumber() {
    return Optional.of(preValidate);
  }

  @Override
  public Optional<RecycledNumberCheck> recycledNumber() {
    return Optional.of(mobileRecycled);
  }

  @Override
  public List<Offer> offers() {
    return Stream.of(
            Stream.of(
                MobileOnlineStatus.offer(),
                MobileOnlineTime.offer(),
                Mobile3MetaDetailVerify.offer(),
                Mobile2MetaVerify.offer()),
            sendSms.stream().map(send -> SendSmsVerifyCode.offer()),
            Stream.of(
                CheckSmsVerifyCode.offer(),
                GetPreValidatePhoneId.offer(),
                MobileRecycledMetaVerify.offer()))
        .flatMap(offers -> offers)
        .toList();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
