package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import java.time.Duration;

/** Innermost: has the provider itself ask, in the time that is left. */
final class ProviderStage<Q, V> implements Stage<Q, V> {
  private final Check<Q, V> provided;
  private final CheckType check;
  private final String provider;

  ProviderStage(Check<Q, V> provided, CheckType check, String provider) {
    this.provided = provided;
    this.check = check;
    this.provider = provider;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    Duration left = call.left();
    if (left.isZero()) {
      throw new VerificationException(
          Failure.of(
                  FailureKind.UNAVAILABLE,
                  provider,
                  check.key(),
                  "the time given was over before the provider was asked; nothing was sent")
              .withSkipped(true)
              .withShortOfTime(true));
    }
    return provided.check(query, call.context(left));
  }
}
