package io.telproof;

import java.util.regex.Pattern;

/**
 * An e-mail address: one at sign, a local part and a domain, no white space, at most 254
 * characters. Prints masked. Immutable.
 *
 * @param address the whole address, in clear
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321, section 4.5.3.1</a>
 */
public record EmailAddress(String address) implements Contact {
  private static final Pattern FORM =
      Pattern.compile("[^@\\s\\p{Cntrl}\\p{Cs}]{1,64}@[^@\\s\\p{Cntrl}\\p{Cs}]{1,189}");

  /**
   * Checks the form.
   *
   * @param address the whole address, in clear
   * @throws IllegalArgumentException if it is not an e-mail address; the message does not repeat it
   */
  public EmailAddress {
    if (!FORM.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "not an e-mail address: expected a local part of 1 to 64 characters, one at sign and a"
              + " domain, without spaces");
    }
  }

  /**
   * {@return an address from its usual form}
   *
   * @param address an address with one {@code @}
   * @throws IllegalArgumentException if it is not an e-mail address
   */
  public static EmailAddress of(String address) {
    return new EmailAddress(address);
  }

  /** The address with its local part hidden, as in {@code ****@example.com}. */
  @Override
  public String toString() {
    return "****" + address.substring(address.indexOf('@'));
  }
}
