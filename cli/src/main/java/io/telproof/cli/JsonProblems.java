package io.telproof.cli;

import io.telproof.client.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a configuration, for a program. */
final class JsonProblems {
  private JsonProblems() {}

  /** Each problem as an object. */
  static List<Map<String, @Nullable Object>> of(List<Problem> problems) {
    return problems.stream().map(JsonProblems::of).toList();
  }

  private static Map<String, @Nullable Object> of(Problem problem) {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("path", problem.path());
    fields.put("where", problem.where());
    fields.put("says", problem.says());
    return fields;
  }
}
