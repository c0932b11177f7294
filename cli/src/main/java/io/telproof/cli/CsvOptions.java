package io.telproof.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** How a table in CSV is read. */
final class CsvOptions {
  @Option(
      names = "--charset",
      paramLabel = "CHARSET",
      converter = CharsetConverter.class,
      description = "The charset of the table, as in GBK. Default: UTF-8.")
  private Charset charset = StandardCharsets.UTF_8;

  @Option(
      names = "--separator",
      paramLabel = "SIGN",
      converter = SeparatorConverter.class,
      description = "What stands between fields: , or ; or | or the word tab. Default: a comma.")
  private char separator = ',';

  Charset charset() {
    return charset;
  }

  char separator() {
    return separator;
  }
}
