package io.telproof.examples.flink;

import io.telproof.Answer;
import io.telproof.Tenure;
import io.telproof.flink.Outcome;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * An outcome as a line of CSV: the id, {@code known}, {@code unknown} or {@code failed}, the months
 * from and to, the gap or the kind of the failure, the charge, and of a failure its reason.
 */
final class OutcomeLine implements MapFunction<Outcome<Tenure>, String> {
  private static final long serialVersionUID = 1L;

  private final String run;

  OutcomeLine(String run) {
    this.run = run;
  }

  @Override
  public String map(Outcome<Tenure> outcome) {
    String id = Recheck.id(run, outcome.key());
    if (outcome instanceof Outcome.Failed<Tenure> failed) {
      return line(
          id,
          "failed",
          "",
          "",
          failed.failure().kind().name(),
          failed.failure().charge().name(),
          '"' + failed.failure().reason().replace("\"", "\"\"") + '"');
    }
    Answer<Tenure> answer = ((Outcome.Answered<Tenure>) outcome).answer();
    String charge = answer.receipt().charge().name();
    if (answer instanceof Answer.Known<Tenure> known) {
      Tenure tenure = known.value();
      String to = tenure.to().isPresent() ? String.valueOf(tenure.to().getAsInt()) : "";
      return line(id, "known", String.valueOf(tenure.from()), to, "", charge, "");
    }
    String gap = ((Answer.Unknown<Tenure>) answer).gap().name();
    return line(id, "unknown", "", "", gap, charge, "");
  }

  private static String line(String... fields) {
    return String.join(",", fields);
  }
}
