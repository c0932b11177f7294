package io.telproof.twilio;

import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.RecycledNumberCheck;
import io.telproof.SimSwapCheck;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One account with Twilio. Thread-safe. */
final class TwilioProvider implements VerificationProvider {
  private final String name;
  private final TwilioApi twilio;
  private final LineStatusLookup lineStatus;
  private final IdentityMatchLookup identityMatch;
  private final ReassignedNumberLookup reassignedNumber;
  private final SimSwapLookup simSwap;
  private final boolean email;
  private final Optional<CreateVerification> sending;
  private final Optional<CreateVerificationCheck> checking;

  TwilioProvider(String name, TwilioSettings settings, ProviderEnvironment environment) {
    this.name = name;
    this.twilio = new TwilioApi(name, settings, environment);
    this.lineStatus = new LineStatusLookup(twilio);
    this.identityMatch =
        new IdentityMatchLookup(
            twilio,
            settings.leastGrade().orElse(Grade.EXACT_MATCH),
            settings.partialMatch().orElse(PartialMatch.UNDISCLOSED));
    this.reassignedNumber = new ReassignedNumberLookup(twilio);
    this.simSwap = new SimSwapLookup(twilio);
    this.email = settings.email().orElse(false);
    Channel channel = settings.channel().orElse(Channel.SMS);
    this.sending =
        settings.serviceSid().map(sid -> new CreateVerification(twilio, sid, channel, email));
    this.checking =
        settings.serviceSid().map(sid -> new CreateVerificationCheck(twilio, sid, email));
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
  public Optional<IdentityMatch> identityMatch() {
    return Optional.of(identityMatch);
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    return sending.map(send -> send);
  }

  @Override
  public Optional<CodeVerification> codeVerification() {
    return checking.map(check -> check);
  }

  @Override
  public Optional<RecycledNumberCheck> recycledNumber() {
    return Optional.of(reassignedNumber);
  }

  @Override
  public Optional<SimSwapCheck> simSwap() {
    return Optional.of(simSwap);
  }

  @Override
  public List<Offer> offers() {
    return Stream.of(
            Stream.of(LineStatusLookup.offer(), IdentityMatchLookup.offer()),
            sending.stream().map(send -> CreateVerification.offer(email)),
            checking.stream().map(check -> CreateVerificationCheck.offer(email)),
            Stream.of(ReassignedNumberLookup.offer(), SimSwapLookup.offer()))
        .flatMap(offers -> offers)
        .toList();
  }

  @Override
  public void close() {
    twilio.close();
  }
}
