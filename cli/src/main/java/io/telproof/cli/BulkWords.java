package io.telproof.cli;

import io.telproof.bulk.OutputFormat;
import io.telproof.bulk.OutputOrder;
import picocli.CommandLine.ITypeConverter;

/** The words of a run's options. */
final class BulkWords {
  private BulkWords() {}

  static final class Order implements ITypeConverter<OutputOrder> {
    @Override
    public OutputOrder convert(String text) {
      return switch (text) {
        case "input" -> OutputOrder.INPUT;
        case "answered" -> OutputOrder.ANSWERED;
        default -> throw new UsageException("expected input or answered");
      };
    }
  }

  static final class Format implements ITypeConverter<OutputFormat> {
    @Override
    public OutputFormat convert(String text) {
      return switch (text) {
        case "csv" -> OutputFormat.CSV;
        case "jsonl" -> OutputFormat.JSON_LINES;
        default -> throw new UsageException("expected csv or jsonl");
      };
    }
  }
}
