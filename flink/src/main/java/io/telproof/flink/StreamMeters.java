package io.telproof.flink;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.spi.CheckType;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * What a subtask asked and what came of it, in Flink's groups: {@code telproof.check.tenure}, and
 * below it the constants of an outcome. There are as many as there are constants. Thread-safe.
 */
final class StreamMeters {
  private final Counter asked;
  private final Counter recorded;
  private final Counter known;
  private final Map<Gap, Counter> gaps = new EnumMap<>(Gap.class);
  private final Map<FailureKind, Counter> failures = new EnumMap<>(FailureKind.class);
  private final Map<Charge, Counter> charges = new EnumMap<>(Charge.class);

  StreamMeters(MetricGroup group, CheckType check, IntSupplier inFlight) {
    MetricGroup mine = group.addGroup("telproof").addGroup("check", check.key());
    mine.gauge("inFlight", (Gauge<Integer>) inFlight::getAsInt);
    asked = counter(mine, "asked");
    recorded = counter(mine, "recorded");
    known = counter(mine.addGroup("answer", "known"), "answered");
    for (Gap gap : Gap.values()) {
      gaps.put(gap, counter(mine.addGroup("answer", word(gap)), "answered"));
    }
    for (FailureKind kind : FailureKind.values()) {
      failures.put(kind, counter(mine.addGroup("kind", word(kind)), "failed"));
    }
    for (Charge charge : Charge.values()) {
      charges.put(charge, counter(mine.addGroup("charge", word(charge)), "charged"));
    }
  }

  private static Counter counter(MetricGroup group, String name) {
    return group.counter(name, new AtomicCounter());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void asked() {
    asked.inc();
  }

  void ended(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Answered<?> answered) {
      Answer<?> answer = answered.answer();
      if (answer instanceof Answer.Unknown<?> unknown) {
        count(gaps, unknown.gap());
      } else {
        known.inc();
      }
      if (answer.receipt().origin() == AnswerOrigin.RECORDED) {
        recorded.inc();
      }
      charged(answer.receipt().charge(), answer.receipt().earlier());
    } else if (outcome instanceof Outcome.Failed<?> failed) {
      count(failures, failed.failure().kind());
      charged(failed.failure().charge(), failed.failure().earlier());
    }
  }

  private void charged(Charge last, List<Attempt> earlier) {
    count(charges, last);
    earlier.forEach(attempt -> count(charges, attempt.charge()));
  }

  private static <K extends Enum<K>> void count(Map<K, Counter> counters, K constant) {
    Counter counter = counters.get(constant);
    if (counter != null) {
      counter.inc();
    }
  }
}
