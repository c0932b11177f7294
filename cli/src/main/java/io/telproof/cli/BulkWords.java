package io.telproof.cli;

import io.telproof.bulk.OutputFormat;
import io.telproof.bulk.OutputOrder;
import io.telproof.spi.CheckType;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** The words of a run: each reads one, and lists them for completion. */
final class BulkWords {
  private BulkWords() {}

  /** What can be asked about each row of a table. */
  static final class Checks implements ITypeConverter<CheckType>, Iterable<String> {
    private static final List<String> WORDS =
        List.of("phone-status", "tenure", "identity-match", "recycled-number");

    @Override
    public CheckType convert(String text) {
      return CheckType.of(text)
          .filter(check -> WORDS.contains(check.key()))
          .orElseThrow(
              () ->
                  new UsageException(
                      "not a check that a table can be asked about; "
                          + Suggestion.instead(text, WORDS)));
    }

    @Override
    public Iterator<String> iterator() {
      return WORDS.iterator();
    }
  }

  static final class Order implements ITypeConverter<OutputOrder>, Iterable<String> {
    @Override
    public OutputOrder convert(String text) {
      return switch (text) {
        case "input" -> OutputOrder.INPUT;
        case "answered" -> OutputOrder.ANSWERED;
        default -> throw new UsageException("not an order; expected input or answered");
      };
    }

    @Override
    public Iterator<String> iterator() {
      return List.of("input", "answered").iterator();
    }
  }

  static final class Format implements ITypeConverter<OutputFormat>, Iterable<String> {
    @Override
    public OutputFormat convert(String text) {
      return switch (text) {
        case "csv" -> OutputFormat.CSV;
        case "jsonl" -> OutputFormat.JSON_LINES;
        default -> throw new UsageException("not a format; expected csv or jsonl");
      };
    }

    @Override
    public Iterator<String> iterator() {
      return List.of("csv", "jsonl").iterator();
    }
  }
}
