package io.telproof.sandbox.alibaba;

import java.time.Duration;
import java.util.List;

/**
 * How strict the simulated vendor is, and whom it knows.
 *
 * @param camsPerSecond requests GetPreValidatePhoneId takes in any second; its page says 10, the
 *     product's quota page 50
 * @param cloudauthPerSecond requests each Cloudauth operation takes in any second; 50 by its page
 * @param sendPerSecond requests SendSmsVerifyCode takes in any second; 100 by its page
 * @param checkPerSecond requests CheckSmsVerifyCode takes in any second; 500 by its page
 * @param daily how often an operation may be asked about one number in a day; the pages name no
 *     number, 500 is the sandbox's choice
 * @param clockOffset how far the vendor's clock is ahead of the sandbox's
 * @param credentials the keys it knows
 */
public record AlibabaSettings(
    int camsPerSecond,
    int cloudauthPerSecond,
    int sendPerSecond,
    int checkPerSecond,
    int daily,
    Duration clockOffset,
    List<AlibabaCredentials> credentials) {

  /**
   * Copies the list.
   *
   * @param camsPerSecond requests GetPreValidatePhoneId takes in any second; its page says 10, the
   *     product's quota page 50
   * @param cloudauthPerSecond requests each Cloudauth operation takes in any second; 50 by its page
   * @param sendPerSecond requests SendSmsVerifyCode takes in any second; 100 by its page
   * @param checkPerSecond requests CheckSmsVerifyCode takes in any second; 500 by its page
   * @param daily how often an operation may be asked about one number in a day; the pages name no
   *     number, 500 is the sandbox's choice
   * @param clockOffset how far the vendor's clock is ahead of the sandbox's
   * @param credentials the keys it knows
   */
  public AlibabaSettings {
    credentials = List.copyOf(credentials);
  }

  /** {@return the vendor's published limits, a right clock, the sandbox's keys} */
  public static AlibabaSettings published() {
    return new AlibabaSettings(
        10,
        50,
        100,
        500,
        500,
        Duration.ZERO,
        List.of(
            AlibabaVendor.CREDENTIALS,
            AlibabaVendor.SECOND_CREDENTIALS,
            AlibabaVendor.TEMPORARY_CREDENTIALS,
            AlibabaVendor.REVOKED_CREDENTIALS));
  }

  /**
   * {@return the same with one limit for every operation, per second, and one per number and day}
   *
   * @param perSecond the requests that one second may have
   * @param daily the requests that one number may have in a day
   */
  public AlibabaSettings limits(int perSecond, int daily) {
    return new AlibabaSettings(
        perSecond, perSecond, perSecond, perSecond, daily, clockOffset, credentials);
  }

  /**
   * {@return the same, knowing these keys and no others}
   *
   * @param known the credentials that are taken
   */
  public AlibabaSettings credentials(List<AlibabaCredentials> known) {
    return new AlibabaSettings(
        camsPerSecond,
        cloudauthPerSecond,
        sendPerSecond,
        checkPerSecond,
        daily,
        clockOffset,
        known);
  }

  /**
   * {@return the same with this limit of cams}
   *
   * @param perSecond the requests of that operation that one second may have
   */
  public AlibabaSettings camsPerSecond(int perSecond) {
    return new AlibabaSettings(
        perSecond,
        cloudauthPerSecond,
        sendPerSecond,
        checkPerSecond,
        daily,
        clockOffset,
        credentials);
  }

  /**
   * {@return the same with a clock that is ahead by this much, or behind where it is negative}
   *
   * @param offset by how much the vendor's clock is ahead; negative where it is behind
   */
  public AlibabaSettings clockOffset(Duration offset) {
    return new AlibabaSettings(
        camsPerSecond,
        cloudauthPerSecond,
        sendPerSecond,
        checkPerSecond,
        daily,
        offset,
        credentials);
  }
}
