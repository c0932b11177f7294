package io.telproof.flink;

import io.telproof.Answer;
import io.telproof.Failure;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What came of the question of one element: the {@link Answered answer}, or why there is none.
 * Holds the element's key, and nothing about the person or the number. Immutable.
 *
 * @param <V> the value of a known answer
 */
@TypeInfo(OutcomeTypeInfoFactory.class)
public sealed interface Outcome<V> {
  /** {@return the key that the element was asked under} */
  String key();

  /**
   * The vendor answered, now or, by {@link io.telproof.AnswerOrigin#RECORDED}, before.
   *
   * @param <V> the type of the value that is asked for
   * @param key the key under which the question is kept
   * @param answer the answer
   */
  record Answered<V>(String key, Answer<V> answer) implements Outcome<V> {
    /**
     * Refuses null.
     *
     * @param key the key under which the question is kept
     * @param answer the answer
     */
    public Answered {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(answer, "answer");
    }

    /** Everything but the key. */
    @Override
    public String toString() {
      return "Answered[key=***, answer=" + answer + ']';
    }
  }

  /**
   * There is no answer: the failure says why, whether it may have been billed, and what to do.
   *
   * @param <V> the type of the value that is asked for
   * @param key the key under which the question is kept
   * @param failure why there is no answer
   */
  record Failed<V>(String key, Failure failure) implements Outcome<V> {
    /**
     * Refuses null.
     *
     * @param key the key under which the question is kept
     * @param failure why there is no answer
     */
    public Failed {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(failure, "failure");
    }

    /** Everything but the key. */
    @Override
    public String toString() {
      return "Failed[key=***, failure=" + failure + ']';
    }
  }
}
