package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.spi.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class QuotaAtTheVendorTest {
  private static final int QUESTIONS = 101;

  @Test
  void sixteen_threads_that_ask_as_fast_as_they_may_are_never_told_to_slow_down() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (Account account = Account.open()) {
      PhoneStatusCheck check = account.provider().phoneStatus().orElseThrow();
      PhoneNumber number = PhoneNumber.of("+8613800138000");
      CallContext context = CallContext.within(Duration.ofSeconds(60));
      long started = Time.system().nanos();
      List<Future<Answer<PhoneStatus>>> answers = new ArrayList<>();
      for (int i = 0; i < QUESTIONS; i++) {
        answers.add(threads.submit(() -> check.check(number, context)));
      }
      for (Future<Answer<PhoneStatus>> answer : answers) {
        // A throttled reply would be an exception here: nothing repeats at this level.
        assertThat(answer.get()).isInstanceOf(Answer.Known.class);
      }
      double seconds = (Time.system().nanos() - started) / 1e9;
      // Twenty at once, then twenty a second: what the vendor allows at the most takes five
      // seconds.
      System.out.printf(
          "%d questions in %.2f s: %.1f %% of what 20/s allow%n",
          QUESTIONS, seconds, 100 * ((QUESTIONS - 1) / 20.0) / seconds);
      assertThat(account.sandbox().bill().charged()).isEqualTo(QUESTIONS);
    } finally {
      threads.shutdownNow();
    }
  }
}
