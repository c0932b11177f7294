package io.telproof.sandbox.meta;

import java.time.Duration;
import java.util.List;

/**
 * How strict the simulated vendor is, and whom it knows. Meta publishes no number for its limits:
 * {@linkplain #defaults() those here} are the sandbox's choice.
 *
 * @param perSecond requests it takes in any second
 * @param daily how often it may be asked about one number in a day
 * @param clockOffset how far the vendor's clock is ahead of the sandbox's
 * @param largestPage how many numbers a page has at the most, 1 to 100, whatever is asked for
 * @param proofRequired whether a request without {@code appsecret_proof} is refused; a wrong one is
 *     always
 * @param credentials the tokens it knows
 */
public record MetaSettings(
    int perSecond,
    int daily,
    Duration clockOffset,
    int largestPage,
    boolean proofRequired,
    List<MetaCredentials> credentials) {

  static final int LARGEST_PAGE = 100;

  /**
   * Checks the size of a page, and copies the list.
   *
   * @param perSecond requests it takes in any second
   * @param daily how often it may be asked about one number in a day
   * @param clockOffset how far the vendor's clock is ahead of the sandbox's
   * @param largestPage how many numbers a page has at the most, 1 to 100, whatever is asked for
   * @param proofRequired whether a request without {@code appsecret_proof} is refused; a wrong one
   *     is always
   * @param credentials the tokens it knows
   * @throws IllegalArgumentException if the size is out of its range
   */
  public MetaSettings {
    if (largestPage < 1 || largestPage > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "the largest page has " + largestPage + " numbers, expected 1 to " + LARGEST_PAGE);
    }
    credentials = List.copyOf(credentials);
  }

  /**
   * {@return fifty requests a second, 500 a day about one number, a right clock, pages of up to 100
   * numbers, proofs not required, the sandbox's tokens}
   */
  public static MetaSettings defaults() {
    return new MetaSettings(
        50,
        500,
        Duration.ZERO,
        LARGEST_PAGE,
        false,
        List.of(
            MetaVendor.CREDENTIALS, MetaVendor.SECOND_CREDENTIALS, MetaVendor.REVOKED_CREDENTIALS));
  }

  /**
   * {@return the same with other limits}
   *
   * @param perSecond requests it takes in any second
   * @param daily how often it may be asked about one number in a day
   */
  public MetaSettings limits(int perSecond, int daily) {
    return new MetaSettings(perSecond, daily, clockOffset, largestPage, proofRequired, credentials);
  }

  /**
   * {@return the same with another clock}
   *
   * @param offset by how much it is ahead of the sandbox's; behind where it is negative
   */
  public MetaSettings clockOffset(Duration offset) {
    return new MetaSettings(perSecond, daily, offset, largestPage, proofRequired, credentials);
  }

  /**
   * {@return the same with other pages}
   *
   * @param numbers how many a page has at the most, 1 to 100
   * @throws IllegalArgumentException if that is out of its range
   */
  public MetaSettings largestPage(int numbers) {
    return new MetaSettings(perSecond, daily, clockOffset, numbers, proofRequired, credentials);
  }

  /**
   * {@return the same for an app that requires proofs, or one that does not}
   *
   * @param required whether a request without one is refused
   */
  public MetaSettings proofRequired(boolean required) {
    return new MetaSettings(perSecond, daily, clockOffset, largestPage, required, credentials);
  }

  /**
   * {@return the same, knowing these tokens and no others}
   *
   * @param known the tokens that are taken
   */
  public MetaSettings credentials(List<MetaCredentials> known) {
    return new MetaSettings(perSecond, daily, clockOffset, largestPage, proofRequired, known);
  }
}
