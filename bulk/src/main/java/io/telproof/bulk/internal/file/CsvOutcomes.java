package io.telproof.bulk.internal.file;

import io.telproof.Attempt;
import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table with a header. */
final class CsvOutcomes implements OutcomeFormat {
  private static final List<String> RECEIPT =
      List.of(
          "provider",
          "operation",
          "charge",
          "earlier",
          "vendor_code",
          "request_id",
          "asked_at",
          "elapsed_ms");

  private final CheckType check;

  CsvOutcomes(CheckType check) {
    this.check = check;
  }

  @Override
  public String header(List<String> kept) {
    List<String> names = new ArrayList<>(names());
    names.addAll(1, kept);
    return CsvLine.of(names);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    names.add("line");
    names.add("answer");
    names.addAll(AnswerParts.names(check));
    names.add("reason");
    names.addAll(RECEIPT);
    return names;
  }

  @Override
  public String row(Row row, List<String> kept, List<String> fields, Outcome outcome) {
    List<String> all = new ArrayList<>();
    all.add(Long.toString(row.line()));
    all.addAll(fields);
    all.add(outcome.kind().name().toLowerCase(Locale.ROOT));
    for (String name : AnswerParts.names(check)) {
      all.add(outcome.value().map(AnswerParts::of).map(parts -> parts.text(name)).orElse(""));
    }
    all.add(outcome.word());
    Receipt receipt = outcome.receipt();
    all.add(receipt.provider());
    all.add(receipt.operation());
    all.add(receipt.charge().name());
    all.add(receipt.earlier().stream().map(CsvOutcomes::words).collect(Collectors.joining("; ")));
    all.add(receipt.vendorCode().orElse(""));
    all.add(receipt.requestId().orElse(""));
    all.add(receipt.at().toString());
    all.add(Long.toString(receipt.elapsed().toMillis()));
    return CsvLine.of(all);
  }

  private static String words(Attempt attempt) {
    return attempt.provider()
        + ' '
        + attempt.operation()
        + ' '
        + attempt.failure().map(kind -> kind.name() + ' ').orElse("")
        + attempt.charge();
  }
}
