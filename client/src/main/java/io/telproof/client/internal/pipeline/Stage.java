package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.VerificationException;

/**
 * One step of the way of a question: does its own part, and has the next stage do the rest.
 * Implementations are thread-safe.
 *
 * @param <Q> what is asked about
 * @param <V> the value of an answer
 */
@FunctionalInterface
interface Stage<Q, V> {
  /**
   * Does this part of the way, and what is behind it.
   *
   * @param call whose question it is, and until when
   * @throws VerificationException if there is no answer
   */
  Answer<V> ask(Q query, Call call);
}
