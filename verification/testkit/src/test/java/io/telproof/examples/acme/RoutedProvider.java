package io.telproof.examples.acme;

import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.RecycledNumberCheck;
import io.telproof.SimSwapCheck;
import io.telproof.TenureCheck;
import io.telproof.client.Telproof;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import java.util.List;
import java.util.Optional;

/** An opened configuration of one provider, as that provider. */
record RoutedProvider(String name, Telproof telproof) implements VerificationProvider {
  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of(telproof.phoneStatus());
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.of(telproof.tenure());
  }

  @Override
  public Optional<IdentityMatch> identityMatch() {
    return Optional.of(telproof.identityMatch());
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    return Optional.of(telproof.codeDelivery());
  }

  @Override
  public Optional<CodeVerification> codeVerification() {
    return Optional.of(telproof.codeVerification());
  }

  @Override
  public Optional<PreValidatedNumber> preValidatedNumber() {
    return Optional.of(telproof.preValidatedNumber());
  }

  @Override
  public Optional<RecycledNumberCheck> recycledNumber() {
    return Optional.of(telproof.recycledNumber());
  }

  @Override
  public Optional<SimSwapCheck> simSwap() {
    return Optional.of(telproof.simSwap());
  }

  @Override
  public List<Offer> offers() {
    return telproof.offers().getOrDefault(name, List.of());
  }

  @Override
  public void close() {
    telproof.close();
  }
}
