package io.telproof.ledger.trial;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.FailureKind;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One process' client, and its threads. Each asks its questions one after the other; what certainly
 * was not carried out it asks again, as an application would.
 */
final class Askers {
  /** What came of a question that was under way without a key as its process was killed. */
  static final String LEFT = "LEFT";

  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** At the most, at random. */
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(200);

  private static final Set<FailureKind> AGAIN =
      EnumSet.of(FailureKind.UNAVAILABLE, FailureKind.THROTTLED);

  /** Gets each end of a question. Thread-safe. */
  interface Witness {
    void ended(int thread, int position, String word);
  }

  private final Schedule schedule;
  private final int process;
  private final Witness witness;
  private final Time time = Time.system();

  Askers(Schedule schedule, int process, Witness witness) {
    this.schedule = schedule;
    this.process = process;
    this.witness = witness;
  }

  /**
   * Opens the client, asks, and closes it.
   *
   * @param positions where each thread begins
   * @param again whether this process was killed before, and these questions may have been asked
   */
  void ask(String config, List<Integer> positions, boolean again) throws InterruptedException {
    try (Telproof telproof = open(config)) {
      Thread[] threads = new Thread[schedule.threads()];
      for (int i = 0; i < threads.length; i++) {
        int thread = i;
        threads[i] =
            new Thread(() -> lane(telproof, thread, positions.get(thread), again), "asker");
        threads[i].setDaemon(true);
        threads[i].start();
      }
      for (Thread each : threads) {
        each.join();
      }
    }
  }

  /** A client does not open while PostgreSQL is away. */
  private Telproof open(String config) throws InterruptedException {
    Deadline deadline = Deadline.in(PATIENCE, time);
    while (true) {
      try {
        return Telproof.open(ConfigFactory.parseString(config));
      } catch (ConfigurationException e) {
        if (deadline.left().isZero()) {
          throw e;
        }
        time.await(BEFORE_ANOTHER_TRY);
      }
    }
  }

  private void lane(Telproof telproof, int thread, int from, boolean again) {
    int position = from;
    OptionalInt question = schedule.question(process, thread, position);
    while (question.isPresent()) {
      boolean mayHaveBeenAsked = again && position == from;
      witness.ended(thread, position, end(telproof, question.getAsInt(), mayHaveBeenAsked));
      position++;
      question = schedule.question(process, thread, position);
    }
  }

  private String end(Telproof telproof, int question, boolean mayHaveBeenAsked) {
    boolean keyed = schedule.isKeyed(question);
    if (mayHaveBeenAsked && !keyed) {
      return LEFT;
    }
    CallContext context = Question.context(question, keyed, WITHIN);
    String word = end(telproof, question, context);
    return schedule.isAskedAgain(question) ? word + " " + end(telproof, question, context) : word;
  }

  private String end(Telproof telproof, int question, CallContext context) {
    Deadline deadline = Deadline.in(PATIENCE, time);
    while (true) {
      try {
        Answer<PhoneStatus> answer =
            telproof.phoneStatus().check(Question.number(question), context);
        return answer.receipt().origin().name();
      } catch (VerificationException e) {
        if (!AGAIN.contains(e.kind()) || deadline.left().isZero()) {
          return e.kind().name();
        }
        pause();
      }
    }
  }

  private void pause() {
    long nanos = ThreadLocalRandom.current().nextLong(BEFORE_ANOTHER_TRY.toNanos());
    try {
      time.await(Duration.ofNanos(nanos));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts those who ask", e);
    }
  }
}
