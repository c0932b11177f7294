package io.telproof.cli;

import picocli.CommandLine.TypeConversionException;

/**
 * Thrown where a command cannot do what it was told to, and nothing was asked. The message says
 * what was expected, and never repeats what was given: that may be a number or a name.
 */
final class UsageException extends TypeConversionException {
  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
