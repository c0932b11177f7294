package io.telproof.sandbox.twilio;

import java.time.Duration;
import java.util.List;

/**
 * How strict the simulated vendor is, and whom it knows. Twilio publishes no number for its limits:
 * {@linkplain #defaults() those here} are the sandbox's choice.
 *
 * @param perSecond requests each operation takes in any second
 * @param daily how often an operation may be asked about one contact in a day
 * @param clockOffset how far the vendor's clock is ahead of the sandbox's
 * @param region which region it is, as in {@code us1} or {@code ie1}; keys of others are refused
 * @param serviceSid the account's service of Verify
 * @param codeLifetime how long a code is good, more than nothing
 * @param swappedPeriod the time that the account is told of SIM swaps for, more than nothing
 * @param credentials the keys it knows
 */
public record TwilioSettings(
    int perSecond,
    int daily,
    Duration clockOffset,
    String region,
    String serviceSid,
    Duration codeLifetime,
    Duration swappedPeriod,
    List<TwilioCredentials> credentials) {

  /**
   * Copies the list.
   *
   * @param perSecond requests each operation takes in any second
   * @param daily how often an operation may be asked about one contact in a day
   * @param clockOffset how far the vendor's clock is ahead of the sandbox's
   * @param region which region it is
   * @param serviceSid the account's service of Verify
   * @param codeLifetime how long a code is good, more than nothing
   * @param swappedPeriod the time that the account is told of SIM swaps for, more than nothing
   * @param credentials the keys it knows
   * @throws IllegalArgumentException if a code lasts no time, or SIM swaps are told of for none
   */
  public TwilioSettings {
    for (Duration time : List.of(codeLifetime, swappedPeriod)) {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException(
            "a code's life or the period of SIM swaps is no time, expected more than nothing");
      }
    }
    credentials = List.copyOf(credentials);
  }

  /**
   * {@return fifty requests a second, 500 a day about one contact, a right clock, the region {@code
   * us1}, codes of ten minutes, SIM swaps of 24 hours, the sandbox's service and keys}
   */
  public static TwilioSettings defaults() {
    return new TwilioSettings(
        50,
        500,
        Duration.ZERO,
        "us1",
        TwilioVendor.SERVICE_SID,
        Duration.ofMinutes(10),
        Duration.ofHours(24),
        List.of(
            TwilioVendor.CREDENTIALS,
            TwilioVendor.SECOND_CREDENTIALS,
            TwilioVendor.REVOKED_CREDENTIALS,
            TwilioVendor.IE1_CREDENTIALS));
  }

  /**
   * {@return the same with other limits}
   *
   * @param perSecond requests each operation takes in any second
   * @param daily how often an operation may be asked about one contact in a day
   */
  public TwilioSettings limits(int perSecond, int daily) {
    return new TwilioSettings(
        perSecond,
        daily,
        clockOffset,
        region,
        serviceSid,
        codeLifetime,
        swappedPeriod,
        credentials);
  }

  /**
   * {@return the same with another clock}
   *
   * @param offset how far it is ahead, or behind where it is negative
   */
  public TwilioSettings clockOffset(Duration offset) {
    return new TwilioSettings(
        perSecond, daily, offset, region, serviceSid, codeLifetime, swappedPeriod, credentials);
  }

  /**
   * {@return the same in another region}
   *
   * @param other as in {@code us1} or {@code ie1}
   */
  public TwilioSettings region(String other) {
    return new TwilioSettings(
        perSecond, daily, clockOffset, other, serviceSid, codeLifetime, swappedPeriod, credentials);
  }

  /**
   * {@return the same with codes that last this long}
   *
   * @param lifetime more than nothing
   * @throws IllegalArgumentException if it is not
   */
  public TwilioSettings codeLifetime(Duration lifetime) {
    return new TwilioSettings(
        perSecond, daily, clockOffset, region, serviceSid, lifetime, swappedPeriod, credentials);
  }

  /**
   * {@return the same, telling of SIM swaps for this time}
   *
   * @param period more than nothing
   * @throws IllegalArgumentException if it is not
   */
  public TwilioSettings swappedPeriod(Duration period) {
    return new TwilioSettings(
        perSecond, daily, clockOffset, region, serviceSid, codeLifetime, period, credentials);
  }

  /**
   * {@return the same, knowing these keys and no others}
   *
   * @param known the keys
   */
  public TwilioSettings credentials(List<TwilioCredentials> known) {
    return new TwilioSettings(
        perSecond, daily, clockOffset, region, serviceSid, codeLifetime, swappedPeriod, known);
  }
}
