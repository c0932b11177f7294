package io.telproof.flink;

import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * One question in a stream: what is asked, and the key under which it is asked once. A stream of
 * them says {@code returns(Question.type(key))}, so that what is asked is sealed wherever Flink
 * writes it: on the network, in the state, in a checkpoint. Does not print. Immutable.
 *
 * @param key the idempotency key of the call, as {@code recheck-2026-11/4711}: 1 to 256 visible
 *     ASCII characters, made of the element and never of the attempt or the subtask; it is not
 *     sealed, and must say nothing about the person
 * @param query of {@link io.telproof.spi.CheckType#query()}
 */
@TypeInfo(UnsealedQuestionFactory.class)
public record Question(String key, Object query) {
  /**
   * Refuses null.
   *
   * @param key the idempotency key of the call, as {@code recheck-2026-11/4711}: 1 to 256 visible
   *     ASCII characters, made of the element and never of the attempt or the subtask; it is not
   *     sealed, and must say nothing about the person
   * @param query of {@link io.telproof.spi.CheckType#query()}
   */
  public Question {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(query, "query");
  }

  /**
   * {@return how Flink writes questions: sealed with AES-256-GCM, by the key that is found there}
   *
   * @param key the key that encrypts questions in Flink's state
   */
  public static TypeInformation<Question> type(StateKey key) {
    return new QuestionTypeInfo(key);
  }

  @Override
  public String toString() {
    return "Question[***]";
  }
}
