package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.client.internal.routing.CheckOffers;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.time.Time;
import java.util.Optional;

/**
 * One provider that can be asked a check: the stages around it, and which questions it serves. One
 * that it does not serve is answered here, and passes neither its breaker nor its limits.
 * Thread-safe.
 *
 * @param offers what the provider sells for the check
 * @param stages the way to the provider's check
 */
record Candidate<Q, V>(
    CheckType check, String provider, CheckOffers offers, Stage<Q, V> stages, Time time)
    implements Stage<Q, V> {

  /** Whether the provider's own words do not rule this question out. */
  boolean serves(Q query) {
    return offers.serves(query);
  }

  /** Why the provider does not serve this question; empty where its own words do not say. */
  Optional<String> objection(Q query) {
    return offers.objection(query);
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    return serves(query) ? stages.ask(query, call) : notServed();
  }

  /** The answer to a question that the provider does not serve: nothing was sent. */
  Answer<V> notServed() {
    Optional<Offer> first = offers.list().stream().findFirst();
    return new Answer.Unknown<>(
        Gap.NOT_COVERED,
        Receipt.unsent(provider, first.map(Offer::operation).orElseGet(check::key), time.now()));
  }
}
