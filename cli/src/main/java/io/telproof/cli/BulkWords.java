package io.telproof.cli;

import io.telproof.bulk.OutputFormat;
import io.telproof.bulk.OutputOrder;
import io.telproof.spi.CheckType;
import io.telproof.spi.ClaimPart;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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

  /** What an identity match may compare: the name, for which nothing is added, and more. */
  static final class Compared implements ITypeConverter<Optional<ClaimPart>>, Iterable<String> {
    private static final List<String> WORDS =
        List.of("name", "id-number", "name-parts", "birth-date");

    @Override
    public Optional<ClaimPart> convert(String text) {
      return switch (text.strip()) {
        case "name" -> Optional.empty();
        case "id-number" -> Optional.of(ClaimPart.ID_NUMBER);
        case "name-parts" -> Optional.of(ClaimPart.NAME_PARTS);
        case "birth-date" -> Optional.of(ClaimPart.BIRTH_DATE);
        default ->
            throw new UsageException(
                "not a part to compare; " + Suggestion.instead(text.strip(), WORDS));
      };
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
