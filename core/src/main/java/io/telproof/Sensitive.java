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
   * @param text what must not be shown
   * @return the text, which does not print itself
   * @throws IllegalArgumentException if the text is empty, only white space or other characters
   *     that nobody sees, or no Unicode: half a surrogate pair has no UTF-8, and would reach a
   *     vendor as a question mark
   */
  public static Sensitive of(String text) {
    if (TypedText.strip(text).isEmpty()) {
      throw new IllegalArgumentException("a sensitive text cannot be empty");
    }
    if (text.codePoints().anyMatch(Sensitive::half)) {
      throw new IllegalArgumentException(
          "a sensitive text holds half a character (a lone surrogate); it was cut or misread");
    }
    return new Sensitive(text);
  }

  private static boolean half(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  /** {@return the text in clear} Whoever calls this answers for where it goes. */
  public String reveal() {
    return text;
  }

  /** The same text without white space around it. */
  Sensitive stripped() {
    return new Sensitive(TypedText.strip(text));
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
