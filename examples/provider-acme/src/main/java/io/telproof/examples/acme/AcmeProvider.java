package io.telproof.examples.acme;

import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.RecycledNumberCheck;
import io.telproof.SimSwapCheck;
import io.telproof.TenureCheck;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One account with Acme. Thread-safe. */
final class AcmeProvider implements VerificationProvider {
  private final String name;
  private final AcmeApi api;
  private final LineStatus lineStatus;
  private final LineAge lineAge;
  private final PersonMatch personMatch;
  private final CodeSend codeSend;
  private final CodeCheck codeCheck;
  private final BoughtNumber boughtNumber;
  private final HolderChange holderChange;
  private final SimChange simChange;

  AcmeProvider(String name, AcmeApi api) {
    this.name = name;
    this.api = api;
    this.lineStatus = new LineStatus(api);
    this.lineAge = new LineAge(api);
    this.personMatch = new PersonMatch(api);
    this.codeSend = new CodeSend(api);
    this.codeCheck = new CodeCheck(api);
    this.boughtNumber = new BoughtNumber(api);
    this.holderChange = new HolderChange(api);
    this.simChange = new SimChange(api);
    // Now, and not with the first question: two limits of one account are a mistake of the
    // configuration, and told with its others.
    Stream.of(
            lineStatus,
            lineAge,
            personMatch,
            codeSend,
            codeCheck,
            boughtNumber,
            holderChange,
            simChange)
        .forEach(api::limiter);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of(lineStatus);
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return Optional.of(lineAge);
  }

  @Override
  public Optional<IdentityMatch> identityMatch() {
    return Optional.of(personMatch);
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
  public Optional<PreValidatedNumber> preValidatedNumber() {
    return Optional.of(boughtNumber);
  }

  @Override
  public Optional<RecycledNumberCheck> recycledNumber() {
    return Optional.of(holderChange);
  }

  @Override
  public Optional<SimSwapCheck> simSwap() {
    return Optional.of(simChange);
  }

  @Override
  public List<Offer> offers() {
    return List.of(
        lineStatus.offer(),
        lineAge.offer(),
        personMatch.offer(),
        codeSend.offer(),
        codeCheck.offer(),
        boughtNumber.offer(),
        holderChange.offer(),
        simChange.offer());
  }

  @Override
  public void close() {
    api.close();
  }
}
