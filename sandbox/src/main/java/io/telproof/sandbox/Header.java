package io.telproof.sandbox;

import java.util.Locale;

/**
 * One header line.
 *
 * @param name as it was sent, in its own case
 * @param value without blanks at its ends
 */
public record Header(String name, String value) {

  /** {@return the name in lower case, as signatures spell it} */
  public String key() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Prints the name alone: values hold keys and tokens. */
  @Override
  public String toString() {
    return name + ": ***";
  }
}
