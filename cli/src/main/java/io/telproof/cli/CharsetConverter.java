package io.telproof.cli;

import java.nio.charset.Charset;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of a charset. */
final class CharsetConverter implements ITypeConverter<Charset> {
  @Override
  public Charset convert(String text) {
    try {
      return Charset.forName(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("no charset of that name; expected one as in UTF-8 or GBK");
    }
  }
}
