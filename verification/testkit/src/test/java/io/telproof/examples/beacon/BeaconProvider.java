package io.telproof.examples.beacon;

import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.TenureCheck;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import java.util.List;
import java.util.Optional;

/** One account with Beacon. Thread-safe. */
final class BeaconProvider implements VerificationProvider {
  private final String name;
  private final BeaconApi api;
  private final LineAge lineAge;
  private final CodeSend codeSend;
  private final CodeCheck codeCheck;

  BeaconProvider(String name, BeaconApi api) {
    this.name = name;
    this.api = api;
    this.lineAge = new LineAge(api);
    this.codeSend = new CodeSend(api);
    this.codeCheck = new CodeCheck(api);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.of(lineAge);
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    return Optional.of(codeSend);
  }

  @Override
  public Optional<CodeVerification> codeVerification() {
    return Optional.of(codeCheck);
  }

  @Override
  public List<Offer> offers() {
    return List.of(LineAge.OFFER, CodeSend.OFFER, codeCheck.offer());
  }

  @Override
  public void close() {
    api.close();
  }
}
