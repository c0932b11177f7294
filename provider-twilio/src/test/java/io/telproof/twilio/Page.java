package io.telproof.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.PhoneStatus;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of codes, stated a second time: {@code status code basis meaning charge} in each line, at
 * 200 inside the reply; behind the meaning may stand for how long, as in {@code
 * QUOTA:not-for-60-s}. Of two lines for one code the first counts, as where an operation's own page
 * stands before the common one.
 */
record Page(List<String[]> lines) {
  static Page of(String... parts) {
    return new Page(
        Stream.of(parts)
            .flatMap(String::lines)
            .map(line -> line.strip().split(" +", -1))
            .filter(words -> words.length == 5)
            .toList());
  }

  private Stream<String[]> counting() {
    return lines.stream()
        .filter(
            words ->
                lines.stream().filter(other -> other[1].equals(words[1])).findFirst().orElseThrow()
                    == words);
  }

  /** The production table has these rows and no others. */
  void equalsTable(CodeTable<?> table) {
    List<? extends CodeRow<?>> rows = table.rows();
    assertThat(rows.subList(0, rows.size() - 1).stream().map(Page::line))
        .containsExactlyInAnyOrderElementsOf(
            counting().map(words -> String.join(" ", List.of(words).subList(1, 5))).toList());
  }

  private static String line(CodeRow<?> row) {
    return String.join(
        " ", row.code(), row.evidence().name(), meaning(row.meaning()), row.charge().name());
  }

  private static String meaning(Meaning<?> meaning) {
    if (meaning instanceof Meaning.Value<?> is) {
      return is.value() instanceof PhoneStatus status
          ? status.state().name()
          : String.valueOf(is.value());
    }
    if (meaning instanceof Meaning.NoValue<?> lacks) {
      return lacks.gap().name();
    }
    if (meaning instanceof Meaning.Failed<?> fails) {
      return fails.kind()
          + (fails.maxRetries().isPresent() ? ":again-" + fails.maxRetries().getAsInt() : "")
          + fails.retryAfter().map(wait -> ":" + wait).orElse("")
          + fails.refusal().map(period -> ":not-" + period.toString().replace(' ', '-')).orElse("");
    }
    return "read-on";
  }

  /** Each code, inside a package or as a refusal with its HTTP status, comes to this. */
  void isWhatComesOf(Function<Reply, ? extends Answer<?>> decode, Function<String, Reply> inside) {
    counting()
        .forEach(
            words -> {
              // Six digits in a row could be somebody's number: no receipt has them.
              String code = words[1].length() < 6 ? words[1] : "-";
              String expected = words[3].replaceFirst(":.*", "") + " " + words[4] + " " + code;
              int status = Integer.parseInt(words[0]);
              Reply reply =
                  status == 200 ? inside.apply(words[1]) : Replies.refusal(status, words[1]);
              assertThat(Outcome.of(() -> decode.apply(reply))).as(words[1]).isEqualTo(expected);
            });
  }
}
