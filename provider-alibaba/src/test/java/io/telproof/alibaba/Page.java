package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of codes, stated a second time: {@code code basis meaning charge} in each line; behind
 * the meaning may stand for how long, or how often, as in {@code QUOTA:not-for-60-s}. An empty line
 * and one that begins with a number sign say nothing.
 */
record Page(List<String> lines) {
  static Page of(String... parts) {
    return new Page(
        Stream.of(parts)
            .flatMap(String::lines)
            .map(line -> line.strip().replaceAll(" +", " "))
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList());
  }

  /** What the gateway says of a parameter of this name. */
  static String of(String parameter) {
    return """
        Missing%1$s INFERRED INVALID_REQUEST FREE
        Invalid%1$s INFERRED INVALID_REQUEST FREE
        """
        .formatted(parameter);
  }

  /** The production table has these rows, no others, and none twice. */
  void equalsTable(CodeTable<?> table) {
    List<? extends CodeRow<?>> rows = table.rows();
    assertThat(rows.subList(0, rows.size() - 1).stream().map(Page::line))
        .containsExactlyInAnyOrderElementsOf(lines);
  }

  private static String line(CodeRow<?> row) {
    return String.join(
        " ", row.code(), row.evidence().name(), meaning(row.meaning()), row.charge().name());
  }

  private static String meaning(Meaning<?> meaning) {
    if (meaning instanceof Meaning.Value<?> is) {
      return String.valueOf(is.value());
    }
    if (meaning instanceof Meaning.NoValue<?> lacks) {
      return lacks.gap().name();
    }
    if (meaning instanceof Meaning.Failed<?> fails) {
      return fails.kind()
          + fails.retryAfter().map(wait -> ":" + wait).orElse("")
          + (fails.maxRetries().isPresent() ? ":x" + fails.maxRetries().getAsInt() : "")
          + fails.refusal().map(period -> ":not-" + period.toString().replace(' ', '-')).orElse("");
    }
    return "read-on";
  }

  /** Every code but that of success comes to the same, whatever HTTP status stands beside it. */
  void isWhatComesOf(Function<Reply, ? extends Answer<?>> decode) {
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (!words[2].equals("read-on")) {
        String expected = words[2].replaceFirst(":.*", "") + " " + words[3] + " " + words[0];
        for (int status : new int[] {200, 400, 403, 404, 429, 500, 503}) {
          Reply reply = Replies.refusal(status, words[0]);
          assertThat(Outcome.of(() -> decode.apply(reply)))
              .as("HTTP " + status)
              .isEqualTo(expected);
        }
      }
    }
  }
}
