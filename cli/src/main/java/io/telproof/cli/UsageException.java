package io.telproof.cli;

import picocli.CommandLine.TypeConversionException;

/**
 * Thrown where a command cannot do what it was told to, and nothing was asked. The message says
 * what was expected, and never repeats what was given: that may be a number or a name.
 */
final class UsageException extends TypeConversionException {
  private static final long serialVersionUID = 1L;

  /** Stands between what is wrong and what to do. */
  private static final String BEHIND = "; ";

  UsageException(String sentence) {
    super(sentence);
  }

  /** The same with what to do behind it, where it does not say yet what to do. */
  UsageException otherwise(String advice) {
    String sentence = String.valueOf(getMessage());
    return sentence.contains(BEHIND) ? this : new UsageException(sentence + BEHIND + advice);
  }
}
