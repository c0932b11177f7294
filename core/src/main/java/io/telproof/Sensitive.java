package io.telproof;

import java.util.Objects;

/**
 * Text that must not be printed: a name, an identity number, a code, a secret key. It prints as
 * {@code ***} and has one way out, {@link #reveal()}. Immutable.
 */
public final class Sensitive {
  private final String text;

  private Sensitive(String text) {
    this.text = Objects.requireNonNull(text, "text");
  }

  /**
   * Wraps a text.
   *
   * @throws IllegalArgumentException if the text is empty or only white space
   */
  public static Sensitive of(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a sensitive text cannot be empty");
    }
    return new Sensitive(text);
  }

  /** The text in clear. Whoever calls this answers for where it goes. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sensitive that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
