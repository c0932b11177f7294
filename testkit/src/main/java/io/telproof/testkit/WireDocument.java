package io.telproof.testkit;

import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.internal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables of a provider as a page for people, so that the page and the code cannot drift apart:
 * a provider's test compares what this prints with the file in the documentation. Rows that all
 * tables of error codes share are printed once, at the end. Immutable.
 */
public final class WireDocument {
  private static final String HEAD =
      "| code | the vendor says | it means | charge | basis |\n|---|---|---|---|---|\n";

  private static final String FROM_HERE = "<!-- The rest is printed from the code. -->\n\n";

  private final List<Operation> operations;

  private WireDocument(List<Operation> operations) {
    this.operations = List.copyOf(operations);
  }

  /**
   * One operation of the vendor.
   *
   * @param offer what it is sold as
   * @param tables what the codes of each field of an answer mean, by the field's name
   * @param codeField the field that holds the code of a refusal
   * @param codes what its codes mean
   */
  public record Operation(
      Offer offer, Map<String, CodeTable<?>> tables, String codeField, CodeTable<?> codes) {}

  /**
   * {@return a page of these operations, in this order}
   *
   * @param operations the operations, in the order of the page
   */
  public static WireDocument of(Operation... operations) {
    return new WireDocument(List.of(operations));
  }

  /**
   * Asserts that a page of the documentation ends with what this prints, from the line that says so
   * to its end.
   *
   * @param page the file that must hold the text
   * @throws AssertionError if it does not; what it should be is then in {@code target}
   * @throws IOException where the page cannot be read
   */
  public void assertPrintedIn(Path page) throws IOException {
    String text = Files.readString(page);
    if (!text.contains(FROM_HERE)) {
      throw new AssertionError(
          page
              + " has no line «"
              + FROM_HERE
              + "»: write above it what a reader has to know of the vendor first");
    }
    int from = text.indexOf(FROM_HERE) + FROM_HERE.length();
    String wanted = text.substring(0, from) + markdown();
    if (!text.equals(wanted)) {
      Path copy = Path.of("target").resolve(page.getFileName());
      Files.writeString(copy, wanted);
      throw new AssertionError(
          page + " is not what the tables of the code say. Copy over it: " + copy);
    }
  }

  /** {@return the page, in Markdown} */
  public String markdown() {
    Set<String> shared = shared();
    StringBuilder page = new StringBuilder();
    for (Operation operation : operations) {
      Offer offer = operation.offer();
      page.append("### ")
          .append(offer.operation())
          .append("\n\nAnswers `")
          .append(offer.check().key())
          .append("`. Limit ")
          .append(offer.limits())
          .append(". Billed: ")
          .append(offer.billed())
          .append(offer.restriction().map(does -> ". Not for end users: it " + does).orElse(""))
          .append(".\n\n");
      operation.tables().forEach((field, table) -> section(page, field, rows(table)));
      section(
          page,
          operation.codeField(),
          rows(operation.codes()).stream().filter(row -> !shared.contains(row)).toList());
    }
    Operation first = operations.get(0);
    page.append("### Every operation\n\n");
    section(
        page, first.codeField(), rows(first.codes()).stream().filter(shared::contains).toList());
    return page.toString();
  }

  private static void section(StringBuilder page, String title, List<String> rows) {
    if (!rows.isEmpty()) {
      page.append("`").append(title).append("`\n\n").append(HEAD);
      rows.forEach(page::append);
      page.append('\n');
    }
  }

  private Set<String> shared() {
    List<List<String>> all = new ArrayList<>();
    operations.forEach(operation -> all.add(rows(operation.codes())));
    return all.get(0).stream()
        .filter(row -> all.stream().allMatch(rows -> rows.contains(row)))
        .collect(Collectors.toSet());
  }

  private static List<String> rows(CodeTable<?> table) {
    return table.rows().stream().map(WireDocument::line).toList();
  }

  private static String line(CodeRow<?> row) {
    return "| `%s` | %s | %s | %s | %s |%n"
        .formatted(row.code(), row.says(), meaning(row.meaning()), row.charge(), row.evidence())
        .replace(System.lineSeparator(), "\n");
  }

  private static String meaning(Meaning<?> meaning) {
    if (meaning instanceof Meaning.Value<?> is) {
      return Outcome.plain(is.value());
    }
    if (meaning instanceof Meaning.NoValue<?> lacks) {
      return "unknown: " + lacks.gap();
    }
    if (meaning instanceof Meaning.Failed<?> fails) {
      return "fails: "
          + fails.kind()
          + fails.retryAfter().map(wait -> ", for " + wait.toSeconds() + " s").orElse("")
          + (fails.maxRetries().isPresent()
              ? ", repeated at the most " + fails.maxRetries().getAsInt() + " ×"
              : "")
          + fails.refusal().map(period -> "; not asked again " + period).orElse("");
    }
    return "see the next field";
  }
}
