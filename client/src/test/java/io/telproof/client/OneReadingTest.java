package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time passes between two looks at a clock: whatever is decided by one is done by the same. */
class OneReadingTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private static final Interceptor PLAIN =
      new Interceptor() {
        @Override
        public <Q, V> Answer<V> intercept(
            CheckType check, Q query, CallContext context, Check<Q, V> next) {
          return next.check(query, context);
        }
      };

  @Test
  void however_the_time_runs_out_a_question_ends_in_an_answer_or_a_failure() {
    List<String> ends = new ArrayList<>();
    for (int within = 1; within < 300; within++) {
      ends.add(end(within));
    }
    assertThat(ends).contains("answered", "failed").containsOnly("answered", "failed");
  }

  private static String end(long within) {
    HandTime time = new HandTime("2026-01-01T00:00:00Z");
    // It moves a little at every reading.
    time.atEachUse(() -> time.advance(Duration.ofNanos(1)));
    ScriptedProvider main = new ScriptedProvider("main", time, time::advance);
    ScriptedProvider ali = new ScriptedProvider("ali", time, time::advance);
    main.takes = Duration.ofNanos(3);
    ali.takes = Duration.ofNanos(3);
    main.fails(2, FailureKind.UNAVAILABLE).lacks(Gap.NOT_COVERED, Charge.FREE);
    ali.fails(2, FailureKind.UNAVAILABLE);
    try (Telproof telproof =
        Telproof.builder(
                ConfigFactory.parseString(
                    """
                    telproof {
                      routes.phone-status = [main, ali]
                      coalesce = [phone-status]
                    }
                    """))
            .time(time)
            .random(() -> 0)
            .only(List.of())
            .provider(main)
            .provider(ali)
            .interceptor(PLAIN)
            .open()) {
      telproof.phoneStatus().check(NUMBER, CallContext.within(Duration.ofNanos(within)));
      return "answered";
    } catch (VerificationException e) {
      return "failed";
    } catch (RuntimeException e) {
      return "within " + within + " ns: " + e.getClass().getName();
    }
  }
}
