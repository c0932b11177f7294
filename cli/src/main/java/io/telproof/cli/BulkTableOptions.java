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
          "Which column is which, as in number=phone, where it is not called number; for identity-match also name, idNumber, givenName, familyName and birthDate, for recycled-number heldSince. May be repeated.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Mixin private final CsvOptions csv = new CsvOptions();

  @Option(
      names = "--no-header",
      description = "The table has no header. Its columns are called 1, 2, 3 and so on.")
  private boolean noHeader;

  /**
   * The table in a file.
   *
   * @throws UsageException if it is not there
   */
  InputTable of(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException(
          "IN: there is no such file, or it cannot be read; check its name and its rights");
    }
    return new InputTable(file, csv.charset(), csv.separator(), !noHeader, columns);
  }
}
