package io.telproof.flink;

import java.io.Serializable;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * Finds what is to be asked for an element, where the element says but an id: so that no number is
 * in the stream, in the state or in a checkpoint. One for each subtask, called by several threads
 * at once; it may wait.
 *
 * @param <T> the elements
 */
@FunctionalInterface
public interface QueryLookup<T> extends Serializable {
  /**
   * The task begins: connections are opened here.
   *
   * @param context what the subtask knows of itself
   * @throws Exception where it cannot be opened; the job fails then
   */
  default void open(RuntimeContext context) throws Exception {}

  /**
   * {@return what is to be asked: of {@link io.telproof.spi.CheckType#query()}} For the same
   * element it is always the same.
   *
   * @param element an element of the stream
   * @throws IllegalArgumentException if no question can be made of this element: it fails alone,
   *     with INVALID_REQUEST
   * @throws Exception anything else fails the job, which Flink restarts as it is told to
   */
  Object query(T element) throws Exception;

  /**
   * The task ends; also where {@link #open} failed.
   *
   * @throws Exception where it cannot be closed; the job fails then
   */
  default void close() throws Exception {}
}
