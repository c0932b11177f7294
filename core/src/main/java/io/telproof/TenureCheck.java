package io.telproof;

/**
 * Asks for how many months a number has been in use by its present holder. Thread-safe; failures as
 * in {@link Check}.
 */
@FunctionalInterface
public interface TenureCheck extends Check<TenureQuery, Tenure> {
  /**
   * Asks for the tenure of a number without naming a threshold.
   *
   * @param number the number that is asked about
   * @return what is known, or why nothing is
   */
  default Answer<Tenure> check(PhoneNumber number) {
    return check(TenureQuery.of(number));
  }

  /**
   * Asks for the tenure of a number without naming a threshold.
   *
   * @param number the number that is asked about
   * @param context how long the caller waits, and how it names the question
   * @return what is known, or why nothing is
   */
  default Answer<Tenure> check(PhoneNumber number, CallContext context) {
    return check(TenureQuery.of(number), context);
  }
}
