package io.telproof.client;

/**
 * Gets one record for each question put to a client, whatever came of it. Called on the caller's
 * thread when the question is over; what it throws is logged by class and goes no further.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface AuditListener {
  /**
   * Takes the record of a question.
   *
   * @param entry what was asked, and what came of it, without a person's data
   */
  void record(AuditRecord entry);
}
