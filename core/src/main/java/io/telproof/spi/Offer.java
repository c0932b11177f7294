package io.telproof.spi;

import io.telproof.spi.ratelimit.RateLimits;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of what a provider sells, for people. Immutable.
 *
 * @param check the check
 * @param operation the vendor's name of the operation behind it
 * @param limits how many requests the vendor takes; all of them hold
 * @param billed which outcomes the vendor bills, in its own codes
 * @param restriction why the operation is not for end users: what it does, in words that follow its
 *     name, as in "registers a contact of the account's owner"; empty where it may be asked about
 *     anybody. A provider with a restriction is asked only where a route, or the caller, names it
 * @param coverage what the operation can be asked about
 */
public record Offer(
    CheckType check,
    String operation,
    RateLimits limits,
    String billed,
    Optional<String> restriction,
    Coverage coverage) {
  /**
   * Refuses null.
   *
   * @param check the check
   * @param operation the vendor's name of the operation behind it
   * @param limits how many requests the vendor takes; all of them hold
   * @param billed which outcomes the vendor bills, in its own codes
   * @param restriction why the operation is not for end users: what it does, in words that follow
   *     its name, as in "registers a contact of the account's owner"; empty where it may be asked
   *     about anybody. A provider with a restriction is asked only where a route, or the caller,
   *     names it
   * @param coverage what the operation can be asked about
   */
  public Offer {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(billed, "billed");
    Objects.requireNonNull(restriction, "restriction");
    Objects.requireNonNull(coverage, "coverage");
  }

  /**
   * An operation that may be asked about anybody, and about numbers of any country.
   *
   * @param check the kind of question
   * @param operation the vendor's name of the operation
   * @param limits what the vendor lets an account ask
   * @param billed what the vendor bills, in a few words
   */
  public Offer(CheckType check, String operation, RateLimits limits, String billed) {
    this(check, operation, limits, billed, Optional.empty(), Coverage.anyCountry());
  }

  /**
   * {@return the same, for what it can be asked about}
   *
   * @param served what the operation can be asked about, in the place of its own
   */
  public Offer withCoverage(Coverage served) {
    return new Offer(check, operation, limits, billed, restriction, served);
  }

  /**
   * {@return whether the operation can be asked a question of its check}
   *
   * @param query a question of the check's own {@linkplain CheckType#query() type}
   */
  public boolean serves(Object query) {
    return coverage.serves(check.contact(query)) && coverage.carries(query);
  }

  /**
   * {@return why the operation cannot be asked a question of its check, as in {@code
   * Mobile3MetaDetailVerify needs an identity number}; empty where it can} Holds nothing of the
   * question.
   *
   * @param query a question of the check's own {@linkplain CheckType#query() type}
   */
  public Optional<String> objection(Object query) {
    return coverage.objection(check.contact(query), query).map(why -> operation + ' ' + why);
  }

  /**
   * {@return the same, but not for end users}
   *
   * @param does what the operation does, in words that follow its name
   */
  public Offer withRestriction(String does) {
    return new Offer(check, operation, limits, billed, Optional.of(does), coverage);
  }

  /**
   * {@return the same at other limits}
   *
   * @param other the limits in the place of its own
   */
  public Offer withLimits(RateLimits other) {
    return new Offer(check, operation, other, billed, restriction, coverage);
  }
}
