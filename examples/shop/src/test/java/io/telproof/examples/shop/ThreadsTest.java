package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.tencent.TencentVendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What docs/timeouts-and-threads.md says of deadlines, interrupts and the end. */
final class ThreadsTest {
  private static final PhoneNumber FINE = PhoneNumber.of(Scenario.PLAIN_GOOD.phoneNumber(3));

  private final Sandbox sandbox = Sandbox.start(new TencentVendor());
  private final Telproof telproof =
      Telproof.open(
          ConfigFactory.parseMap(
              Map.of(
                  "telproof.providers.main.type", "tencent",
                  "telproof.providers.main.secret-id", TencentVendor.CREDENTIALS.secretId(),
                  "telproof.providers.main.secret-key", TencentVendor.CREDENTIALS.secretKey(),
                  "telproof.providers.main.endpoint", sandbox.endpoint().toString())));

  @AfterEach
  void close() {
    telproof.close();
    sandbox.close();
  }

  private VerificationException failure(PhoneNumber number, CallContext context) {
    return catchThrowableOfType(
        VerificationException.class, () -> telproof.phoneStatus().check(number, context));
  }

  @Test
  void an_interrupted_thread_asks_nobody_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    VerificationException failure = failure(FINE, CallContext.standard());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.isFree()).isTrue();
    assertThat(sandbox.bill().requests()).isZero();
  }

  @Test
  void a_silent_vendor_is_left_at_the_deadline_and_may_have_billed() {
    PhoneNumber silent = PhoneNumber.of(Scenario.STALL.phoneNumber(3));
    // The first question of a process takes its time, and this is not about it.
    telproof.phoneStatus().check(FINE);
    VerificationException failure = failure(silent, CallContext.within(Duration.ofSeconds(1)));
    assertThat(failure.kind()).isEqualTo(FailureKind.INDETERMINATE);
    assertThat(failure.charge()).isEqualTo(Charge.POSSIBLE);
    assertThat(sandbox.bill().charged()).isEqualTo(2);
  }

  @Test
  void a_question_after_the_end_is_free_and_not_sent() {
    telproof.close();
    VerificationException failure = failure(FINE, CallContext.standard());
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.isFree()).isTrue();
    assertThat(sandbox.bill().requests()).isZero();
  }

  @Test
  void whoever_asked_before_the_end_has_the_answer()
      throws ExecutionException, InterruptedException {
    List<Future<Answer<Tenure>>> asked = new ArrayList<>();
    try (TenureService service = new TenureService(telproof)) {
      for (int i = 0; i < 10; i++) {
        asked.add(service.ask(FINE));
      }
    }
    for (Future<Answer<Tenure>> answer : asked) {
      assertThat(answer.get()).isInstanceOf(Answer.Known.class);
    }
    assertThat(sandbox.bill().charged()).isEqualTo(10);
  }
}
