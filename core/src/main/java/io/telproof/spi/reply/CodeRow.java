package io.telproof.spi.reply;

import io.telproof.Charge;
import java.util.Objects;

/**
 * One row of one operation's table: the vendor says this, it means that, and costs so much.
 * Immutable.
 *
 * @param <V> the value of a known answer
 * @param code the vendor's code, to the letter
 * @param evidence where the row is from
 * @param charge whether the vendor bills this outcome
 * @param says what the vendor's page says of the code, in our words, for the documentation
 * @param meaning what a provider makes of it
 */
public record CodeRow<V>(
    String code, Evidence evidence, Charge charge, String says, Meaning<V> meaning) {
  /**
   * Refuses null.
   *
   * @param code the vendor's code, to the letter
   * @param charge whether the vendor bills this outcome
   * @param says what the vendor's page says of the code, in our words, for the documentation
   * @param evidence where the row is from
   * @param meaning what is made of it
   */
  public CodeRow {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(charge, "charge");
    Objects.requireNonNull(says, "says");
    Objects.requireNonNull(meaning, "meaning");
  }

  /**
   * {@return a row that a page of the vendor states}
   *
   * @param <V> the type of the value that is asked for
   * @param code the vendor's code
   * @param charge what the question cost
   * @param says what the vendor's page says of it, in a few words
   * @param meaning what is made of it
   */
  public static <V> CodeRow<V> documented(
      String code, Charge charge, String says, Meaning<V> meaning) {
    return new CodeRow<>(code, Evidence.DOCUMENTED, charge, says, meaning);
  }

  /**
   * {@return a row of a vendor that says the outcome by the HTTP status alone, as in a 204 without
   * a body} Its code is {@code HTTP-204}, so that it can stand on a receipt.
   *
   * @param <V> the type of the value that is asked for
   * @param status from 100 to 599
   * @param charge what the question cost
   * @param says what the vendor's page says of it, in a few words
   * @param meaning what is made of it
   * @throws IllegalArgumentException if there is no such status
   * @see CodeTable#byStatus
   */
  public static <V> CodeRow<V> status(int status, Charge charge, String says, Meaning<V> meaning) {
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("an HTTP status is 100 to 599, and not " + status);
    }
    return documented(statusCode(status), charge, says, meaning);
  }

  static String statusCode(int status) {
    return "HTTP-" + status;
  }

  /**
   * {@return a row that no page states; the safe side}
   *
   * @param <V> the type of the value that is asked for
   * @param code the vendor's code
   * @param charge what the question cost
   * @param says what the vendor's page says of it, in a few words
   * @param meaning what is made of it
   */
  public static <V> CodeRow<V> inferred(
      String code, Charge charge, String says, Meaning<V> meaning) {
    return new CodeRow<>(code, Evidence.INFERRED, charge, says, meaning);
  }
}
