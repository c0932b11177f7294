package io.telproof.camara;

import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.Gap;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.RecycledNumberCheck;
import io.telproof.SimSwapCheck;
import io.telproof.TenureCheck;
import io.telproof.spi.Coverage;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One application's account with an operator. Thread-safe. */
final class CamaraProvider implements VerificationProvider {
  private final String name;
  private final CamaraApi camara;
  private final Optional<PhoneStatusCheck> phoneStatus;
  private final Optional<TenureCheck> tenure;
  private final Optional<IdentityMatch> identityMatch;
  private final Optional<CodeDelivery> codeDelivery;
  private final Optional<CodeVerification> codeVerification;
  private final Optional<RecycledNumberCheck> recycledNumber;
  private final Optional<SimSwapCheck> simSwap;
  private final List<Offer> offers;

  CamaraProvider(String name, CamaraSettings settings, ProviderEnvironment environment) {
    Gap unknown = settings.unknownNumber().orElse(UnknownNumber.NOT_COVERED).gap();
    this.name = name;
    this.camara = new CamaraApi(name, settings, environment);
    Selection apis = new Selection(settings);
    this.phoneStatus =
        switch (settings.statusApi()) {
          case SUBSCRIPTION ->
              apis.of(
                  Api.SUBSCRIPTION_STATUS,
                  SubscriptionStatus.offer(),
                  () ->
                      new SubscriptionStatus(
                          camara,
                          settings.subscriptionStatusPath().orElse(SubscriptionStatus.PATH),
                          unknown));
          case REACHABILITY ->
              apis.of(
                  Api.DEVICE_REACHABILITY_STATUS,
                  ReachabilityStatus.offer(),
                  () -> new ReachabilityStatus(camara, unknown));
        };
    this.tenure =
        apis.of(
            Api.KYC_TENURE,
            CheckTenure.offer(),
            () -> new CheckTenure(camara, settings.day(), settings.threshold(), unknown));
    this.identityMatch =
        apis.of(
            Api.KYC_MATCH,
            KycMatch.offer(),
            () ->
                new KycMatch(
                    camara,
                    settings.idDocumentType(),
                    settings.partialMatch().orElse(PartialMatch.UNDISCLOSED),
                    unknown));
    this.codeDelivery =
        settings
            .message()
            .flatMap(
                text ->
                    apis.of(
                        Api.ONE_TIME_PASSWORD_SMS,
                        SendCode.offer(),
                        () -> new SendCode(camara, text, unknown)));
    this.codeVerification =
        apis.of(
            Api.ONE_TIME_PASSWORD_SMS,
            ValidateCode.offer(),
            () -> new ValidateCode(camara, unknown));
    this.recycledNumber =
        apis.of(
            Api.NUMBER_RECYCLING,
            CheckNumberRecycling.offer(),
            () -> new CheckNumberRecycling(camara, settings.day(), unknown));
    this.simSwap =
        switch (settings.simSwap().orElse(SimSwapOperation.CHECK)) {
          case CHECK ->
              apis.of(Api.SIM_SWAP, CheckSimSwap.offer(), () -> new CheckSimSwap(camara, unknown));
          case DATE ->
              apis.of(
                  Api.SIM_SWAP,
                  RetrieveSimSwapDate.offer(),
                  () -> new RetrieveSimSwapDate(camara, unknown));
        };
    this.offers = List.copyOf(apis.offers);
  }

  /** The operations of the APIs that the operator has, in the order in which they are asked for. */
  private static final class Selection {
    private final CamaraSettings settings;
    private final List<Offer> offers = new ArrayList<>();

    Selection(CamaraSettings settings) {
      this.settings = settings;
    }

    <C> Optional<C> of(Api api, Offer offer, Supplier<? extends C> operation) {
      if (!settings.has(api)) {
        return Optional.empty();
      }
      Coverage coverage = offer.coverage();
      offers.add(
          offer.withCoverage(
              new Coverage(
                  settings.coverage().callingCodes(),
                  coverage.addresses(),
                  coverage.needed(),
                  coverage.compared())));
      return Optional.of(operation.get());
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return phoneStatus;
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return tenure;
  }

  @Override
  public Optional<IdentityMatch> identityMatch() {
    return identityMatch;
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    return codeDelivery;
  }

  @Override
  public Optional<CodeVerification> codeVerification() {
    return codeVerification;
  }

  @Override
  public Optional<RecycledNumberCheck> recycledNumber() {
    return recycledNumber;
  }

  @Override
  public Optional<SimSwapCheck> simSwap() {
    return simSwap;
  }

  @Override
  public List<Offer> offers() {
    return offers;
  }

  @Override
  public void close() {
    camara.close();
  }
}
