package io.telproof.flink;

import io.telproof.spi.CheckType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * A check for each element of a stream, as it is put together; {@link #unordered} or {@link
 * #ordered} ends it. What is not said stays as it is. For one thread.
 *
 * @param <T> the elements
 */
public final class StreamCheck<T> {
  private static final int MOST_IN_FLIGHT = 1000;

  /** What Flink waits beyond twice the time of a call: the rest of it is the client's to keep. */
  private static final Duration BEYOND = Duration.ofSeconds(30);

  private final DataStream<T> elements;
  private final CheckType check;
  private final TelproofConfig config;
  private final KeySelector<T, String> key;
  private final QueryLookup<T> lookup;
  private int capacity = 32;
  private Duration within = Duration.ofMinutes(1);
  private Optional<String> purpose = Optional.empty();
  private boolean ledger = true;

  StreamCheck(
      DataStream<T> elements,
      CheckType check,
      TelproofConfig config,
      KeySelector<T, String> key,
      QueryLookup<T> lookup) {
    this.elements = elements;
    this.check = check;
    this.config = config;
    this.key = key;
    this.lookup = lookup;
  }

  /**
   * How many elements of each subtask are asked about at the same time, 1 to 1000; 32 unless said.
   * Each has a thread of its own. More than the vendor's limit times its reply time brings nothing.
   *
   * @param most the highest number of questions under way in one subtask
   * @return this check
   * @throws IllegalArgumentException if it is out of range
   */
  public StreamCheck<T> capacity(int most) {
    if (most < 1 || most > MOST_IN_FLIGHT) {
      throw new IllegalArgumentException(
          "the capacity is 1 to " + MOST_IN_FLIGHT + ", but was " + most);
    }
    this.capacity = most;
    return this;
  }

  /**
   * The time that each question has, its repetitions and the wait for the vendor's limit included;
   * a minute unless said. It is the client that keeps it.
   *
   * @param time how long a question may take
   * @return this check
   * @throws IllegalArgumentException if it is not more than zero
   */
  public StreamCheck<T> within(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("within must be more than zero, but was " + time);
    }
    this.within = time;
    return this;
  }

  /**
   * Why it is asked, for the ledger and the audit; must say nothing about a person.
   *
   * @param why the purpose, as an audit record has it
   * @return this check
   */
  public StreamCheck<T> purpose(String why) {
    this.purpose = Optional.of(why);
    return this;
  }

  /**
   * Lets the job run without a ledger, which is then not used, even where there is one: no question
   * has a key, and a job that is restored asks again, and pays again, for whatever was asked since
   * its last checkpoint and for what was under way.
   *
   * @return this check
   */
  public StreamCheck<T> withoutLedger() {
    this.ledger = false;
    return this;
  }

  /**
   * {@return the outcomes, as they come}
   *
   * @param <V> the type of the value that is asked for
   * @param value of {@link CheckType#value()}
   * @throws IllegalArgumentException if it is another value, or the configuration has no ledger
   */
  public <V> SingleOutputStreamOperator<Outcome<V>> unordered(Class<V> value) {
    return named(
        AsyncDataStream.unorderedWait(
            elements, function(value), timeout().toMillis(), TimeUnit.MILLISECONDS, capacity));
  }

  /**
   * {@return the outcomes, in the order of the elements}
   *
   * @param <V> the type of the value that is asked for
   * @param value of {@link CheckType#value()}
   * @throws IllegalArgumentException if it is another value, or the configuration has no ledger
   */
  public <V> SingleOutputStreamOperator<Outcome<V>> ordered(Class<V> value) {
    return named(
        AsyncDataStream.orderedWait(
            elements, function(value), timeout().toMillis(), TimeUnit.MILLISECONDS, capacity));
  }

  /** Longer than anything that the client does, so that it is the client that says what came. */
  private Duration timeout() {
    return within.multipliedBy(2).plus(BEYOND);
  }

  private <V> AsyncCheckFunction<T, V> function(Class<V> value) {
    if (!check.value().equals(value)) {
      throw new IllegalArgumentException(
          check.key() + " answers " + check.value().getName() + ", not " + value.getName());
    }
    // A file may be on the task managers alone: they look, too.
    if (ledger && config.isHere()) {
      LedgerRule.check(config.load());
    }
    return new AsyncCheckFunction<>(
        config, check, key, lookup, new CallSettings(capacity, within, purpose, ledger));
  }

  private <V> SingleOutputStreamOperator<Outcome<V>> named(
      SingleOutputStreamOperator<Outcome<V>> outcomes) {
    return outcomes.returns(new OutcomeTypeInfo<>()).name("telproof " + check.key());
  }
}
