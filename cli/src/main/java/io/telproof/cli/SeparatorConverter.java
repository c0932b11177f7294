package io.telproof.cli;

import picocli.CommandLine.ITypeConverter;

/** Reads what stands between the fields of a table. */
final class SeparatorConverter implements ITypeConverter<Character> {
  @Override
  public Character convert(String text) {
    if (text.equals("tab")) {
      return '\t';
    }
    if (text.length() == 1 && ",;|\t".contains(text)) {
      return text.charAt(0);
    }
    throw new UsageException(
        "not a separator; expected a comma, a semicolon, a bar or the word tab");
  }
}
