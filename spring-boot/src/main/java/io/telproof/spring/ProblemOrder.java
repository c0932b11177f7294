package io.telproof.spring;

import io.telproof.client.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Problems as a person goes through them: file after file, each from its first line to its last,
 * and then what stands in no file. Spring flattens a file, so the client cannot keep its order.
 */
final class ProblemOrder {
  private static final Pattern LINE = Pattern.compile("(.+?): (\\d{1,9})(?:-\\d+)?(?:, .*)?");

  private static final Comparator<Place> ORDER =
      Comparator.comparing((Place place) -> place.line() == 0)
          .thenComparing(Place::file)
          .thenComparingInt(Place::line);

  private ProblemOrder() {}

  /** A file and a line of it; the line is 0 where there is none. */
  private record Place(String file, int line) {
    static Place of(Problem problem) {
      Matcher where = LINE.matcher(problem.where());
      return where.matches()
          ? new Place(where.group(1), Integer.parseInt(where.group(2)))
          : new Place(problem.where(), 0);
    }
  }

  /** The same problems, in this order. */
  static List<Problem> of(List<Problem> problems) {
    return problems.stream().sorted(Comparator.comparing(Place::of, ORDER)).toList();
  }
}
