package io.telproof;

import java.util.regex.Pattern;

/**
 * The operator that serves a number: an open set with well-known members. Immutable.
 *
 * @param name lower-case words joined by hyphens
 */
public record Carrier(String name) {
  // Before the constants, whose constructor reads it.
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** China Mobile. */
  public static final Carrier CHINA_MOBILE = new Carrier("china-mobile");

  /** China Unicom. */
  public static final Carrier CHINA_UNICOM = new Carrier("china-unicom");

  /** China Telecom. */
  public static final Carrier CHINA_TELECOM = new Carrier("china-telecom");

  /** China Broadnet. */
  public static final Carrier CHINA_BROADNET = new Carrier("china-broadnet");

  /** The vendor does not say, or says it in a word that its module does not know. */
  public static final Carrier UNKNOWN = new Carrier("unknown");

  /**
   * Checks the form of the name.
   *
   * @param name lower-case words joined by hyphens
   * @throws IllegalArgumentException if it is not lower-case words joined by hyphens
   */
  public Carrier {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a carrier's name is lower-case letters and digits joined by hyphens, as in china-mobile");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
