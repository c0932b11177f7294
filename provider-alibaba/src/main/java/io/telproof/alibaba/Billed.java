package io.telproof.alibaba;

import io.telproof.Charge;
import io.telproof.spi.CodeTable;
import io.telproof.spi.Meaning;
import io.telproof.spi.Row;
import java.util.List;
import java.util.stream.Collectors;

/** What an operation's own table says of its bill, for people. */
final class Billed {
  private Billed() {}

  /** Which codes of a field are billed: of those that are answers, not of the refusals. */
  static String by(String field, CodeTable<?> table) {
    String charged = table.billed();
    if (!charged.isEmpty()) {
      return field + " " + charged;
    }
    List<Row<?>> answers =
        table.rows().stream()
            .filter(row -> !(row.meaning() instanceof Meaning.Fails<?>))
            .collect(Collectors.toUnmodifiableList());
    if (answers.stream().anyMatch(row -> row.charge() == Charge.UNSTATED)) {
      return "not stated";
    }
    String possible =
        answers.stream()
            .filter(row -> row.charge() == Charge.POSSIBLE)
            .map(Row::code)
            .collect(Collectors.joining(", "));
    return possible.isEmpty() ? "nothing" : field + " " + possible + ", once delivered";
  }
}
