package io.telproof.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Reads a port. */
final class Port implements ITypeConverter<Integer> {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
  private static final int LARGEST = 65_535;

  @Override
  public Integer convert(String text) {
    if (!DIGITS.matcher(text).matches() || Integer.parseInt(text) > LARGEST) {
      throw new UsageException("not a port; expected a whole number from 0 to 65535");
    }
    return Integer.valueOf(text);
  }
}
