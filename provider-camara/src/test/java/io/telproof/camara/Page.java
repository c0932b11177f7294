package io.telproof.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.IdentityVerdict;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of refusals, stated a second time: {@code status code basis meaning charge} in each line;
 * behind the meaning may stand for how long, as in {@code QUOTA:not-for-60-s}. Of two lines for one
 * code the first counts, as where an operation's own page stands before the common one.
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
      return is.value() instanceof IdentityVerdict verdict
          ? verdict.outcome() + verdict.differing().map(Object::toString).orElse("")
          : String.valueOf(is.value());
    }
    if (meaning instanceof Meaning.NoValue<?> lacks) {
      return lacks.gap().name();
    }
    if (meaning instanceof Meaning.Failed<?> fails) {
      return fails.kind()
          + fails.retryAfter().map(wait -> ":" + wait).orElse("")
          + fails.refusal().map(period -> ":not-" + period.toString().replace(' ', '-')).orElse("");
    }
    return "read-on";
  }

  /** Each refusal, with the status that its page has beside the code, comes to this. */
  void isWhatComesOf(Function<Reply, ? extends Answer<?>> decode) {
    counting()
        .forEach(
            words -> {
              String expected = words[3].replaceFirst(":.*", "") + " " + words[4] + " " + words[1];
              int status = Integer.parseInt(words[0]);
              Reply reply =
                  status == 204 ? Replies.body(204, "") : Replies.refusal(status, words[1]);
              assertThat(Outcome.of(() -> decode.apply(reply))).as(words[1]).isEqualTo(expected);
            });
  }
}
