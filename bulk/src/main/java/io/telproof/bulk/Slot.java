package io.telproof.bulk;

import io.telproof.bulk.internal.file.Outcome;
import io.telproof.bulk.internal.file.Row;
import java.time.Instant;
import java.util.Optional;

/** A row on its way from the table to the output. For one thread. */
final class Slot {
  private final Row row;
  private final Instant begun;
  private Optional<Question> question = Optional.empty();
  private Optional<Outcome> outcome = Optional.empty();
  private Optional<String> rejected = Optional.empty();
  private boolean written;

  Slot(Row row, Instant begun) {
    this.row = row;
    this.begun = begun;
  }

  Row row() {
    return row;
  }

  /** Before it was asked. */
  Instant begun() {
    return begun;
  }

  void asks(Question what) {
    question = Optional.of(what);
  }

  Optional<Question> question() {
    return question;
  }

  /** Says what came of it. */
  void end(Outcome what) {
    outcome = Optional.of(what);
  }

  Optional<Outcome> outcome() {
    return outcome;
  }

  void reject(String why) {
    rejected = Optional.of(why);
  }

  Optional<String> rejected() {
    return rejected;
  }

  /** Whether there is something to write. */
  boolean isReady() {
    return outcome.isPresent() || rejected.isPresent();
  }

  void write() {
    written = true;
  }

  boolean isWritten() {
    return written;
  }
}
