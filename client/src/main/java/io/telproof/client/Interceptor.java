package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.spi.CheckType;

/**
 * Stands around every question that is put to a client. Interceptors are called in the order of
 * their list, the first one outermost, on the caller's thread and inside its deadline.
 * Implementations are thread-safe.
 *
 * <p>An interceptor sees the question in clear: whatever it keeps or prints of it is its own
 * responsibility.
 */
public interface Interceptor {
  /**
   * Handles one question: asks {@code next} and returns its answer, or refuses.
   *
   * @param <Q> the type of the query
   * @param <V> the type of the value that is asked for
   * @param check the kind of question
   * @param query what is asked
   * @param context how long the caller waits, and how it names the question
   * @param next the rest of the chain; it can be asked once, because a question costs money: asked
   *     again it throws {@link IllegalStateException}
   * @return the answer that the caller, or the interceptor before, is given
   * @throws io.telproof.VerificationException if no answer was got
   */
  <Q, V> Answer<V> intercept(CheckType check, Q query, CallContext context, Check<Q, V> next);
}
