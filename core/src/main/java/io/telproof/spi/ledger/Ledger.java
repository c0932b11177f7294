package io.telproof.spi.ledger;

import io.telproof.Receipt;
import io.telproof.Sensitive;
import java.time.Instant;
import java.util.Optional;

/**
 * Where each question is written down before it goes out, and what came of it afterwards, so that
 * no crash hides what may have been billed. A keeper of it writes in a file, for one process, or in
 * a database, for many. Thread-safe.
 *
 * <p>A process that has a ledger open is its <em>owner</em> of what it wrote. What an owner that
 * has ended left without an end is <em>in doubt</em>.
 *
 * <p>A thread that is interrupted writes as any other, and stays interrupted: what it asked may
 * have been billed. Once the ledger is closed, every write and every claim is a {@link
 * LedgerException}.
 */
public interface Ledger extends LedgerReader {
  /**
   * Writes that a question is about to be asked. Once this returns, the intent is kept even where
   * the machine loses its power at that moment.
   *
   * @param intent what is about to be asked
   * @throws LedgerException if that is not certain; the question must not be asked then
   */
  void intend(Intent intent) throws LedgerException;

  /**
   * Writes what came of an intent of this owner. Once this returns, it is kept even where this
   * process ends at that moment; a loss of power may leave the intent in doubt.
   *
   * @param settlement how the question ended
   * @throws LedgerException if that is not certain; the intent may be in doubt then
   */
  void settle(Settlement settlement) throws LedgerException;

  /**
   * Takes an idempotency key for one question, or says why it cannot be had. Who gets {@link
   * KeyClaim.Granted} calls {@link #conclude} or {@link #release} afterwards, whatever happens.
   *
   * <p>What was asked under a key decides, in this order: somebody alive has it: {@link
   * KeyClaim.UnderWay}. An intent without an end: {@link KeyClaim.InDoubt}. It was concluded, or an
   * attempt is settled, and not dismissed, at another charge than FREE: {@link KeyClaim.Concluded},
   * in the second case with what the last such attempt says. Else the key is granted. Where what
   * decides has the first half of the key and another second half, it is {@link
   * KeyClaim.OtherQuestion} instead.
   *
   * @param key 64 hexadecimal digits: the first 32 are a keyed hash of the application's key, the
   *     last 32 one of the whole question
   * @return the claim, or who has the key
   * @throws LedgerException if it cannot be told; the question must not be asked then
   */
  KeyClaim claim(String key) throws LedgerException;

  /**
   * Writes that the question of a key has come to its end, which everybody who asks under the key
   * later is told. Kept as {@link #settle} is.
   *
   * @param key the key, as it was claimed
   * @param outcome as in {@link Settlement#outcome}
   * @param receipt who answered or failed, of which the attempts before the last are not kept
   * @param answer the answer, sealed by the caller; empty where only the receipt is to be kept
   * @param until when the answer is to be forgotten; the receipt stays
   * @throws LedgerException where it cannot be written
   */
  void conclude(
      String key, String outcome, Receipt receipt, Optional<Sensitive> answer, Instant until)
      throws LedgerException;

  /**
   * Gives a key back under which nothing was asked that can have cost anything.
   *
   * @param key the key, as it was claimed
   * @throws LedgerException where it cannot be written
   */
  void release(String key) throws LedgerException;

  /**
   * Settles an intent that is in doubt, on a person's word, as DISMISSED at the charge POSSIBLE, so
   * that its key may be had again: {@link #claim} does not count it.
   *
   * @param id the id of the intent
   * @return whether it was in doubt
   * @throws LedgerException where it cannot be written
   */
  boolean dismiss(String id) throws LedgerException;

  /** Writes what is left to be written, and lets go of files, connections and threads. */
  @Override
  void close();
}
