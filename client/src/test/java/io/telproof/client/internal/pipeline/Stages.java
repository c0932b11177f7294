package io.telproof.client.internal.pipeline;

import io.telproof.Check;
import io.telproof.client.internal.routing.CheckOffers;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Time;
import java.util.List;

/** A stage by itself, between a caller and a provider. */
final class Stages {
  private Stages() {}

  /** What a caller asks, where this stage is the outermost. */
  static <Q, V> Check<Q, V> check(Stage<Q, V> outermost, Time time) {
    return (query, context) -> outermost.ask(query, Call.begin(context, time));
  }

  /** The stage that has this check asked. */
  static <Q, V> Stage<Q, V> of(Check<Q, V> provided) {
    return new ProviderStage<>(provided, CheckType.PHONE_STATUS, "main");
  }

  /** A provider of a route that says nothing of whom it serves. */
  static <Q, V> Candidate<Q, V> candidate(
      CheckType check, String provider, Check<Q, V> provided, Time time) {
    return new Candidate<>(
        check,
        provider,
        new CheckOffers(List.of()),
        new ProviderStage<>(provided, check, provider),
        time);
  }
}
