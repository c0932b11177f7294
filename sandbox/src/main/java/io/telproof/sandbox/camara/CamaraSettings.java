package io.telproof.sandbox.camara;

import java.time.Duration;
import java.util.List;

/**
 * How strict the simulated operator is, and whom it knows. CAMARA names no number for any of these:
 * {@linkplain #defaults() the numbers} are the sandbox's choice.
 *
 * @param perSecond requests each operation takes in any second; token exchanges do not count
 * @param daily how often an operation may be asked about one number in a day
 * @param clockOffset how far the operator's clock is ahead of the sandbox's
 * @param tokenLifetime how long an access token is good, in whole seconds, more than nothing
 * @param codeLifetime how long a one-time code is good, more than nothing
 * @param attempts which wrong code ends a verification, at least the first
 * @param credentials the clients it knows
 */
public record CamaraSettings(
    int perSecond,
    int daily,
    Duration clockOffset,
    Duration tokenLifetime,
    Duration codeLifetime,
    int attempts,
    List<CamaraCredentials> credentials) {

  /**
   * Copies the list.
   *
   * @param perSecond requests each operation takes in any second; token exchanges do not count
   * @param daily how often an operation may be asked about one number in a day
   * @param clockOffset how far the operator's clock is ahead of the sandbox's
   * @param tokenLifetime how long an access token is good, in whole seconds, more than nothing
   * @param codeLifetime how long a one-time code is good, more than nothing
   * @param attempts which wrong code ends a verification, at least the first
   * @param credentials the clients it knows
   * @throws IllegalArgumentException if a token or a code lasts no time, or a code may not be tried
   */
  public CamaraSettings {
    if (tokenLifetime.toSeconds() < 1 || codeLifetime.isNegative() || codeLifetime.isZero()) {
      throw new IllegalArgumentException(
          "a token or a code lasts no time, expected at least a second");
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts is " + attempts + ", expected at least 1");
    }
    credentials = List.copyOf(credentials);
  }

  /**
   * {@return fifty requests a second, 500 a day about one number, a right clock, tokens of an hour,
   * codes of five minutes, three attempts, the sandbox's clients}
   */
  public static CamaraSettings defaults() {
    return new CamaraSettings(
        50,
        500,
        Duration.ZERO,
        Duration.ofHours(1),
        Duration.ofMinutes(5),
        3,
        List.of(
            CamaraVendor.CREDENTIALS,
            CamaraVendor.SECOND_CREDENTIALS,
            CamaraVendor.REVOKED_CREDENTIALS));
  }

  /**
   * {@return the same with other limits, per operation and second, and per number and day}
   *
   * @param perSecond the requests that one second may have
   * @param daily the requests that one number may have in a day
   */
  public CamaraSettings limits(int perSecond, int daily) {
    return new CamaraSettings(
        perSecond, daily, clockOffset, tokenLifetime, codeLifetime, attempts, credentials);
  }

  /**
   * {@return the same with a clock that is ahead by this much, or behind where it is negative}
   *
   * @param offset by how much the vendor's clock is ahead; negative where it is behind
   */
  public CamaraSettings clockOffset(Duration offset) {
    return new CamaraSettings(
        perSecond, daily, offset, tokenLifetime, codeLifetime, attempts, credentials);
  }

  /**
   * {@return the same with access tokens that last this long}
   *
   * @param lifetime how long it is valid
   */
  public CamaraSettings tokenLifetime(Duration lifetime) {
    return new CamaraSettings(
        perSecond, daily, clockOffset, lifetime, codeLifetime, attempts, credentials);
  }

  /**
   * {@return the same with codes that last this long, and are over with this wrong attempt}
   *
   * @param lifetime how long a code is valid
   * @param attempts how often a code may be tried
   */
  public CamaraSettings codes(Duration lifetime, int attempts) {
    return new CamaraSettings(
        perSecond, daily, clockOffset, tokenLifetime, lifetime, attempts, credentials);
  }

  /**
   * {@return the same, knowing these clients and no others}
   *
   * @param known the credentials that are taken
   */
  public CamaraSettings credentials(List<CamaraCredentials> known) {
    return new CamaraSettings(
        perSecond, daily, clockOffset, tokenLifetime, codeLifetime, attempts, known);
  }
}
