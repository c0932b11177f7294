package io.telproof;

/**
 * Asks for how many months a number has been in use by its present holder. Thread-safe; failures as
 * in {@link Check}.
 */
@FunctionalInterface
public interface TenureCheck extends Check<TenureQuery, Tenure> {
  /** Asks for the tenure of a number without naming a threshold. */
  default Answer<Tenure> check(PhoneNumber number) {
    return check(TenureQuery.of(number));
  }

  /** Asks for the tenure of a number without naming a threshold. */
  default Answer<Tenure> check(PhoneNumber number, CallContext context) {
    return check(TenureQuery.of(number), context);
  }
}
