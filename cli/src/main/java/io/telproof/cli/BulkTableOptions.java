package io.telproof.cli;

import io.telproof.bulk.InputTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a table is read. */
final class BulkTableOptions {
  @Option(
      names = "--column",
      paramLabel = "PART=COLUMN",
      description =
          "The column of a part of the question, where it has another name: number, and "
              + "of identity-match name and idNumber. May be repeated.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Mixin private final CsvOptions csv = new CsvOptions();

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
    return new InputTable(file, csv.charset(), csv.separator(), !noHeader, columns);
  }
}
