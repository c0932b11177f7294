package io.telproof.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads how many of something there are to be. */
final class CountConverter implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new UsageException("not a whole number; expected digits alone, as in 1000");
    }
    return Integer.valueOf(text);
  }
}
