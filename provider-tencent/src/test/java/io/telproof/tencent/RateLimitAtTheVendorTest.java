package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class RateLimitAtTheVendorTest {
  private static final int QUESTIONS = 101;

  @Test
  void sixteen_threads_that_ask_as_fast_as_they_may_get_every_answer_and_are_billed_once_for_each()
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (Sandbox sandbox = Sandbox.start(new TencentVendor());
        Telproof telproof = Telproof.open(ConfigFactory.parseMap(account(sandbox)))) {
      PhoneStatusCheck check = telproof.phoneStatus();
      PhoneNumber number = PhoneNumber.of("+8613800138000");
      CallContext context = CallContext.within(Duration.ofSeconds(60));
      // The first call loads classes and connects.
      check.check(number, context);
      long started = Time.system().nanos();
      List<Future<Answer<PhoneStatus>>> answers = new ArrayList<>();
      for (int i = 0; i < QUESTIONS; i++) {
        answers.add(threads.submit(() -> check.check(number, context)));
      }
      for (Future<Answer<PhoneStatus>> answer : answers) {
        assertThat(answer.get()).isInstanceOf(Answer.Known.class);
      }
      double seconds = (Time.system().nanos() - started) / 1e9;
      assertThat(sandbox.bill().charged()).isEqualTo(QUESTIONS + 1);
      // Twenty at once, then twenty a second: the vendor allows this many in five seconds. How near
      // we came, and whether we were ever too fast, is for people to read: it is the machine's
      // time.
      System.out.printf(
          "%d questions in %.2f s, %.1f %% of what 20/s allow; throttled by the vendor: %d%n",
          QUESTIONS,
          seconds,
          100 * ((QUESTIONS - 1) / 20.0) / seconds,
          sandbox.bill().requests() - sandbox.bill().charged());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Map<String, String> account(Sandbox sandbox) {
    String main = "telproof.providers.main.";
    return Map.of(
        main + "type", "tencent",
        main + "secret-id", TencentVendor.CREDENTIALS.secretId(),
        main + "secret-key", TencentVendor.CREDENTIALS.secretKey(),
        main + "endpoint", sandbox.endpoint().toString());
  }
}
