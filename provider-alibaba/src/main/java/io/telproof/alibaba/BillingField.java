package io.telproof.alibaba;

import io.telproof.Charge;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import java.util.List;
import java.util.stream.Collectors;

/** What an operation's own table says of its bill, for people. */
final class BillingField {
  private BillingField() {}

  /** Which codes of a field are billed: of those that are answers, not of the refusals. */
  static String by(String field, CodeTable<?> table) {
    String charged = table.billed();
    if (!charged.isEmpty()) {
      return field + " " + charged;
    }
    List<CodeRow<?>> answers =
        table.rows().stream()
            .filter(row -> !(row.meaning() instanceof Meaning.Failed<?>))
            .collect(Collectors.toUnmodifiableList());
    if (answers.stream().anyMatch(row -> row.charge() == Charge.UNSTATED)) {
      return "not stated";
    }
    String possible =
        answers.stream()
            .filter(row -> row.charge() == Charge.POSSIBLE)
            .map(CodeRow::code)
            .collect(Collectors.joining(", "));
    return possible.isEmpty() ? "nothing" : field + " " + possible + ", once delivered";
  }
}
