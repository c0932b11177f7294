package io.telproof.cli;

import io.telproof.bulk.InputTable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How a table is read. */
final class BulkTableOptions {
  @Option(
      names = "--column",
      paramLabel = "PART=COLUMN",
      description = {
        "The column of a part of the question, where it has another name:",
        "number, and of identity-match name and idNumber. May be repeated."
      })
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--charset",
      paramLabel = "CHARSET",
      converter = CharsetConverter.class,
      description = "Of IN, as in GBK. Default: UTF-8.")
  private Charset charset = StandardCharsets.UTF_8;

  @Option(
      names = "--separator",
      paramLabel = "SIGN",
      converter = SeparatorConverter.class,
      description = "Between fields: , or ; or | or the word tab. Default: a comma.")
  private char separator = ',';

  @Option(
      names = "--no-header",
      description = "The first row is one of the others; columns are 1, 2, 3 and so on.")
  private boolean noHeader;

  /**
   * The table in a file.
   *
   * @throws UsageException if it is not there
   */
  InputTable of(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException("IN: there is no such file, or it cannot be read");
    }
    return new InputTable(file, charset, separator, !noHeader, columns);
  }
}
