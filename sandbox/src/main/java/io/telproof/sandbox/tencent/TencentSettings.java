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

  /**
   * Copies the list.
   *
   * @param perSecond requests each operation takes in any second; the vendor's pages say 20
   * @param daily how often an operation may be asked about one number in a day; the vendor's pages
   *     say 500 (product/1007/108625)
   * @param clockOffset how far the vendor's clock is ahead of the sandbox's
   * @param site the edition of requests to a host that is not one of the vendor's own names
   * @param credentials the keys it knows
   */
  public TencentSettings {
    credentials = List.copyOf(credentials);
  }

  /**
   * {@return the vendor's published limits, the international edition, a right clock, the sandbox's
   * keys}
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

  /**
   * {@return the same with other limits, per operation and second, and per number and day}
   *
   * @param perSecond the requests that one second may have
   * @param daily the requests that one number may have in a day
   */
  public TencentSettings limits(int perSecond, int daily) {
    return new TencentSettings(perSecond, daily, clockOffset, site, credentials);
  }

  /**
   * {@return the same with a clock that is ahead by this much, or behind where it is negative}
   *
   * @param offset by how much the vendor's clock is ahead; negative where it is behind
   */
  public TencentSettings clockOffset(Duration offset) {
    return new TencentSettings(perSecond, daily, offset, site, credentials);
  }

  /**
   * {@return the same, knowing these keys and no others}
   *
   * @param known the credentials that are taken
   */
  public TencentSettings credentials(List<TencentCredentials> known) {
    return new TencentSettings(perSecond, daily, clockOffset, site, known);
  }

  /**
   * {@return the same as this edition}
   *
   * @param site the site whose replies are given
   */
  public TencentSettings site(Site site) {
    return new TencentSettings(perSecond, daily, clockOffset, site, credentials);
  }
}
