package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.client.Outcomes;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProviderStageTest {
  @Test
  void a_provider_is_not_asked_once_the_time_is_over() {
    HandTime time = new HandTime("2026-01-01T00:00:00Z");
    AtomicInteger asked = new AtomicInteger();
    Stage<String, String> provider =
        Stages.of(
            (query, context) -> {
              asked.incrementAndGet();
              return new Answer.Known<>("it", Outcomes.receipt(Charge.CHARGED));
            });
    Stage<String, String> slow =
        (query, call) -> {
          time.advance(Duration.ofSeconds(1));
          return provider.ask(query, call);
        };
    VerificationException over =
        catchThrowableOfType(
            VerificationException.class,
            () -> Stages.check(slow, time).check("?", CallContext.within(Duration.ofSeconds(1))));
    assertThat(asked).hasValue(0);
    assertThat(over.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(over.failure().shortOfTime()).isTrue();
    assertThat(over.failure().skipped()).isTrue();
  }
}
