package io.telproof.spi.ledger;

import io.telproof.Receipt;
import io.telproof.Sensitive;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a {@link Ledger} says to who is about to ask under an idempotency key. */
public sealed interface KeyClaim {
  /**
   * Nothing that was asked under the key can have cost anything, and nobody else asks under it: the
   * key is this caller's, until it says what came of it or its process ends.
   */
  record Granted() implements KeyClaim {}

  /**
   * The question was asked before, and came to an end: it is not asked again. Immutable.
   *
   * @param outcome as in {@link Settlement#outcome}
   * @param receipt who answered or failed, and what it cost; without the attempts before it
   * @param answer the answer as it was sealed; empty where only the receipt is kept, or where the
   *     process ended between the answer and its record here
   */
  record Concluded(String outcome, Receipt receipt, Optional<Sensitive> answer)
      implements KeyClaim {
    /**
     * Refuses null.
     *
     * @param outcome as in {@link Settlement#outcome}
     * @param receipt who answered or failed, and what it cost; without the attempts before it
     * @param answer the answer as it was sealed; empty where only the receipt is kept, or where the
     *     process ended between the answer and its record here
     */
    public Concluded {
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(receipt, "receipt");
      Objects.requireNonNull(answer, "answer");
    }
  }

  /** Somebody asks under the key at this moment, here or in another process. */
  record UnderWay() implements KeyClaim {}

  /**
   * Another question was asked under the application's key, is under way or in doubt, and may have
   * been billed: its answer is none to this one.
   */
  record OtherQuestion() implements KeyClaim {}

  /**
   * The process that asked under the key ended before it said what came of it: the question may
   * have been carried out and billed. Only a person may have it asked again.
   *
   * @param intents those without an end, the oldest first; one or more
   */
  record InDoubt(List<Intent> intents) implements KeyClaim {
    /**
     * Copies the list.
     *
     * @param intents those without an end, the oldest first; one or more
     */
    public InDoubt {
      intents = List.copyOf(intents);
    }
  }
}
