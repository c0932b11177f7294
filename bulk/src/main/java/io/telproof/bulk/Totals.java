package io.telproof.bulk;

import io.telproof.Charge;
import io.telproof.bulk.internal.file.Charges;
import io.telproof.bulk.internal.file.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How many rows came to which end, and what they cost. Immutable.
 *
 * @param known rows with an answer
 * @param unknown rows of which the vendor does not know
 * @param failed rows without an answer that were certainly not carried out, or whose reply was not
 *     understood
 * @param rejected rows that are no question
 * @param doubtful rows that may have been carried out, and of which nobody knows what came
 * @param charges how many attempts ended at each charge
 */
public record Totals(
    long known,
    long unknown,
    long failed,
    long rejected,
    long doubtful,
    Map<Charge, Long> charges) {
  /**
   * Copies the map.
   *
   * @param known rows with an answer
   * @param unknown rows of which the vendor does not know
   * @param failed rows without an answer that were certainly not carried out, or whose reply was
   *     not understood
   * @param rejected rows that are no question
   * @param doubtful rows that may have been carried out, and of which nobody knows what came
   * @param charges how many attempts ended at each charge
   */
  public Totals {
    Objects.requireNonNull(charges, "charges");
    charges = Map.copyOf(charges);
  }

  /** {@return how many rows came to an end} */
  public long rows() {
    return known + unknown + failed + rejected + doubtful;
  }

  /** {@return how many attempts cost something, or may have} */
  public long notFree() {
    return Charges.notFree(charges);
  }

  Totals withRejected() {
    return new Totals(known, unknown, failed, rejected + 1, doubtful, charges);
  }

  Totals withCharges(Map<Charge, Long> more) {
    Map<Charge, Long> sum = new EnumMap<>(charges);
    Charges.addAll(sum, more);
    return new Totals(known, unknown, failed, rejected, doubtful, sum);
  }

  Totals with(Outcome outcome) {
    Map<Charge, Long> sum = withCharges(outcome.charges()).charges();
    if (outcome.isDoubtful()) {
      return new Totals(known, unknown, failed, rejected, doubtful + 1, sum);
    }
    return switch (outcome.kind()) {
      case KNOWN -> new Totals(known + 1, unknown, failed, rejected, doubtful, sum);
      case UNKNOWN -> new Totals(known, unknown + 1, failed, rejected, doubtful, sum);
      case FAILED -> new Totals(known, unknown, failed + 1, rejected, doubtful, sum);
    };
  }
}
