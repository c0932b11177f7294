package io.telproof.spi;

import io.telproof.Sensitive;
import java.util.Objects;

/**
 * A secret of several lines as a setting, such as a private key in PEM: a {@link Sensitive} has
 * none, because a key that is pasted with a line's end is a wrong key. Prints masked. Immutable.
 *
 * <p>In a configuration it is written like any other secret, {@code { file = … }} at best. Blanks,
 * tabs and the ends of lines are kept as they are, but for the end of a file's last line; any other
 * character that nobody sees is refused.
 *
 * @param text the secret, with its lines
 */
public record MultilineSecret(Sensitive text) {
  /**
   * Refuses null.
   *
   * @param text the secret, with its lines
   */
  public MultilineSecret {
    Objects.requireNonNull(text, "text");
  }

  /**
   * {@return a secret from its text}
   *
   * @param text the secret, with the ends of its lines
   * @throws IllegalArgumentException if the text is empty or only white space
   */
  public static MultilineSecret of(String text) {
    return new MultilineSecret(Sensitive.of(text));
  }

  /** {@return the text in clear} Whoever calls this answers for where it goes. */
  public String reveal() {
    return text.reveal();
  }
}
