package io.telproof.sandbox.tencent;

import java.time.Duration;
import java.util.List;

/**
 * How strict the simulated vendor is, and whom it knows.
 *
 * @param perSecond requests each operation takes in any second; the vendor's pages say 20
 * @param daily how often an operation may be asked about one number in a day; the vendor's pages
 *     say 500 (product/1007/108625)
 * @param clockOffset how far the vendor's clock is ahead of the sandbox's
 * @param site the edition of requests to a host that is not one of the vendor's own names
 * @param credentials the keys it knows
 */
public record TencentSettings(
    int perSecond,
    int daily,
    Duration clockOffset,
    Site site,
    List<TencentCredentials> credentials) {

  public TencentSettings {
    credentials = List.copyOf(credentials);
  }

  /**
   * The vendor's published limits, the international edition, a right clock, the sandbox's keys.
   */
  public static TencentSettings published() {
    return new TencentSettings(
        20,
        500,
        Duration.ZERO,
        Site.INTL,
        List.of(
            TencentVendor.CREDENTIALS,
            TencentVendor.SECOND_CREDENTIALS,
            TencentVendor.TEMPORARY_CREDENTIALS,
            TencentVendor.REVOKED_CREDENTIALS));
  }

  /** The same with other limits, per operation and second, and per number and day. */
  public TencentSettings limits(int perSecond, int daily) {
    return new TencentSettings(perSecond, daily, clockOffset, site, credentials);
  }

  /** The same with a clock that is ahead by this much, or behind where it is negative. */
  public TencentSettings clockOffset(Duration offset) {
    return new TencentSettings(perSecond, daily, offset, site, credentials);
  }

  /** The same, knowing these keys and no others. */
  public TencentSettings credentials(List<TencentCredentials> known) {
    return new TencentSettings(perSecond, daily, clockOffset, site, known);
  }

  /** The same as this edition. */
  public TencentSettings site(Site site) {
    return new TencentSettings(perSecond, daily, clockOffset, site, credentials);
  }
}
