package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.CodeDelivery;
import io.telproof.CodeVerification;
import io.telproof.IdentityMatch;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedNumber;
import io.telproof.RecycledNumberCheck;
import io.telproof.SimSwapCheck;
import io.telproof.TenureCheck;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A provider with somebody between its checks and who asks, and with some of its checks alone. */
public class InterposedMutant implements VerificationProvider {
  /** Who stands between. */
  @FunctionalInterface
  public interface Meddler {
    Answer<Object> ask(Check<Object, Object> next, Object query, CallContext context);
  }

  /** Who changes nothing. */
  public static final Meddler HONEST = Check::check;

  private final VerificationProvider next;
  private final Set<CheckType> shown;
  private final Meddler meddler;

  /** Shows these checks of a provider. */
  public InterposedMutant(VerificationProvider next, Set<CheckType> shown, Meddler meddler) {
    this.next = next;
    this.shown = shown;
    this.meddler = meddler;
  }

  @SuppressWarnings("unchecked") // A meddler gives back the kind of answer that it got.
  private <Q, V> Answer<V> ask(Check<Q, V> check, Q query, CallContext context) {
    return (Answer<V>) meddler.ask((Check<Object, Object>) check, query, context);
  }

  @Override
  public String name() {
    return next.name();
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return next.phoneStatus()
        .filter(check -> shown.contains(CheckType.PHONE_STATUS))
        .map(check -> (query, context) -> ask(check, query, context));
  }

  @Override
  public Optional<TenureCheck> tenure() {
    return next.tenure()
        .filter(check -> shown.contains(CheckType.TENURE))
        .map(check -> (query, context) -> ask(check, query, context));
  }

  @Override
  public Optional<IdentityMatch> identityMatch() {
    return next.identityMatch()
        .filter(check -> shown.contains(CheckType.IDENTITY_MATCH))
        .map(check -> (query, context) -> ask(check, query, context));
  }

  @Override
  public Optional<CodeDelivery> codeDelivery() {
    return next.codeDelivery()
        .filter(check -> shown.contains(CheckType.CODE_DELIVERY))
        .map(check -> (query, context) -> ask(check, query, context));
  }

  @Override
  public Optional<CodeVerification> codeVerification() {
    return next.codeVerification()
        .filter(check -> shown.contains(CheckType.CODE_VERIFICATION))
        .map(check -> (query, context) -> ask(check, query, context));
  }

  @Override
  public Optional<PreValidatedNumber> preValidatedNumber() {
    return next.preValidatedNumber()
        .filter(check -> shown.contains(CheckType.PRE_VALIDATED_NUMBER))
        .map(check -> (query, context) -> ask(check, query, context));
  }

  @Override
  public Optional<RecycledNumberCheck> recycledNumber() {
    return next.recycledNumber()
        .filter(check -> shown.contains(CheckType.RECYCLED_NUMBER))
        .map(check -> (query, context) -> ask(check, query, context));
  }

  @Override
  public Optional<SimSwapCheck> simSwap() {
    return next.simSwap()
        .filter(check -> shown.contains(CheckType.SIM_SWAP))
        .map(check -> (query, context) -> ask(check, query, context));
  }

  @Override
  public List<Offer> offers() {
    return next.offers().stream().filter(offer -> shown.contains(offer.check())).toList();
  }

  @Override
  public void close() {
    next.close();
  }
}
