package io.telproof;

/**
 * One kind of question that can be asked about a phone number or an e-mail address.
 *
 * <p>Implementations are thread-safe. A call blocks until there is an answer, honours interruption
 * (it sets the thread's interrupt flag again) and never outlasts {@link CallContext#within()}.
 *
 * @param <Q> what is asked about
 * @param <V> the value of an answer
 */
public interface Check<Q, V> {
  /**
   * Asks the question once and returns what is known about the number.
   *
   * @param query what is asked
   * @param context how long the caller waits, and how it names the question
   * @return what is known, or why nothing is
   * @throws VerificationException if no answer was got; its {@link VerificationException#kind()
   *     kind} says whether asking again may help and whether the question may have been charged
   */
  Answer<V> check(Q query, CallContext context);

  /**
   * Asks with {@link CallContext#standard()}: ten seconds, a fresh correlation id, no purpose.
   *
   * @param query what is asked
   * @return what is known, or why nothing is
   */
  default Answer<V> check(Q query) {
    return check(query, CallContext.standard());
  }
}
