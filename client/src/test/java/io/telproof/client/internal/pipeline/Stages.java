package io.telproof.client.internal.pipeline;

import io.telproof.Check;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Time;

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
}
