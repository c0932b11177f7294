package io.telproof.cli;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.telproof.Charge;
import io.telproof.bulk.BulkPlan;
import io.telproof.bulk.BulkReport;
import io.telproof.bulk.BulkStatus;
import io.telproof.bulk.Totals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints what came of a run, or what would. */
final class BulkPrinter {
  private final IoStreams surroundings;
  private final boolean json;

  BulkPrinter(IoStreams surroundings, boolean json) {
    this.surroundings = surroundings;
    this.json = json;
  }

  /**
   * Says that a run goes on, or that it has ended, before anything else.
   *
   * @param askAgain whether the rows in doubt may be asked again
   */
  void resumed(BulkStatus status, boolean askAgain) {
    long doubtful = status.totals().doubtful();
    long again = askAgain && status.waiting() == 0 ? doubtful : status.waiting();
    String which = "the run that was begun at " + status.begun().truncatedTo(SECONDS);
    StringBuilder text = new StringBuilder("telproof: ");
    text.append(
        status.finished() && again == 0
            ? "nothing is left to do: " + which + " has ended"
            : "going on with " + which);
    text.append("; rows done ").append(status.totals().rows());
    if (doubtful > 0) {
      text.append(", of them in doubt ").append(doubtful);
    }
    if (again > 0) {
      text.append(", asked again ").append(again);
    }
    surroundings.notes().line(text.toString());
  }

  void report(BulkReport report, Path out) {
    if (json) {
      Map<String, @Nullable Object> fields = JsonLine.object();
      fields.put("finished", report.isFinished());
      fields.put("stop", report.stop().map(stop -> stop.kind().name()).orElse(null));
      fields.put("message", report.stop().map(BulkReport.Stop::reason).orElse(null));
      fields.putAll(totals(report));
      new JsonLine(fields).print(surroundings.out());
      return;
    }
    Screen screen = surroundings.screen();
    Totals totals = report.totals();
    line(screen, "rows", totals.rows());
    line(screen, "known", totals.known());
    line(screen, "unknown", totals.unknown());
    line(screen, "failed", totals.failed());
    line(screen, "rejected", totals.rejected());
    line(screen, "in doubt", totals.doubtful());
    if (report.waiting() > 0) {
      line(screen, "to be asked again", report.waiting());
    }
    for (Charge charge : Charge.values()) {
      line(
          screen, "cost: " + TextReport.inWords(charge), totals.charges().getOrDefault(charge, 0L));
    }
    report
        .stop()
        .ifPresent(
            stop ->
                surroundings.notes().line("telproof: stopped before the end: " + stop.reason()));
    if (totals.rejected() > 0) {
      surroundings.notes().line("telproof: " + out + ".rejected.csv says which rows were rejected");
    }
    if (totals.doubtful() > 0) {
      surroundings
          .notes()
          .line(
              "telproof: "
                  + out
                  + ".doubts.csv says which rows may have been billed without an answer; look at the"
                  + " vendor's bill, and start it with --ask-again-in-doubt to ask them again");
    }
    if (report.waiting() > 0) {
      surroundings
          .notes()
          .line(
              "telproof: "
                  + report.waiting()
                  + " rows that were in doubt wait to be asked again; they stay in "
                  + out
                  + ".doubts.csv until the run goes on");
    }
    screen.flush();
  }

  private static Map<String, @Nullable Object> totals(BulkReport report) {
    Totals totals = report.totals();
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("rows", totals.rows());
    fields.put("known", totals.known());
    fields.put("unknown", totals.unknown());
    fields.put("failed", totals.failed());
    fields.put("rejected", totals.rejected());
    fields.put("inDoubt", totals.doubtful());
    fields.put("toAskAgain", report.waiting());
    for (Charge charge : Charge.values()) {
      fields.put(charge.name().toLowerCase(Locale.ROOT), totals.charges().getOrDefault(charge, 0L));
    }
    return fields;
  }

  void plan(BulkPlan plan) {
    @Nullable Long questions = plan.questions().isPresent() ? plan.questions().getAsLong() : null;
    if (json) {
      Map<String, @Nullable Object> fields = JsonLine.object();
      fields.put("rows", plan.rows());
      fields.put("done", plan.done());
      fields.put("inDoubt", plan.begun().map(status -> status.totals().doubtful()).orElse(0L));
      fields.put("toAskAgain", plan.begun().map(BulkStatus::waiting).orElse(0L));
      fields.put("rejected", plan.rejected());
      fields.put("reasons", plan.reasons());
      fields.put("answered", plan.answered());
      fields.put("questions", questions);
      fields.put("most", plan.most());
      fields.put("providers", plan.providers());
      fields.put("operation", plan.operation());
      fields.put("limits", plan.limits());
      fields.put("billed", plan.billed());
      fields.put("shortestSeconds", plan.shortest().map(Duration::toSeconds).orElse(null));
      new JsonLine(fields).print(surroundings.out());
      return;
    }
    Screen screen = surroundings.screen();
    line(screen, "rows", plan.rows());
    plan.begun().ifPresent(status -> done(screen, status));
    if (plan.begun().filter(BulkPrinter::isOver).isPresent()) {
      // What follows would be about nothing.
      screen.flush();
      return;
    }
    line(screen, "rejected", plan.rejected());
    plan.reasons().forEach(reason -> screen.line("  " + reason));
    if (plan.begun().isPresent()) {
      line(screen, "answered already", plan.answered());
    }
    line(screen, "questions", questions == null ? "too many to compare" : "" + questions);
    line(screen, "asked", String.join(", then ", plan.providers()) + " " + plan.operation());
    line(screen, "limits", plan.limits());
    line(screen, "billed", plan.billed());
    line(screen, "charged", plan.most() + " at most for each provider asked");
    line(screen, "takes", takes(plan));
    screen.flush();
  }

  private static String takes(BulkPlan plan) {
    Duration shortest = plan.shortest().orElse(Duration.ZERO);
    if (plan.most() == 0) {
      return "no time: nobody is asked";
    }
    return shortest.toSeconds() == 0
        ? "as long as the replies take; the limits add less than 1 s"
        : BulkLine.inWords(shortest) + " or more";
  }

  private static boolean isOver(BulkStatus status) {
    return status.finished() && status.waiting() == 0;
  }

  private static void done(Screen screen, BulkStatus status) {
    long doubtful = status.totals().doubtful();
    line(screen, "begun", status.begun().truncatedTo(SECONDS).toString());
    line(screen, "done", status.totals().rows());
    line(screen, "in doubt", doubtful);
    if (status.waiting() > 0) {
      line(screen, "to be asked again", status.waiting());
    }
    if (isOver(status)) {
      screen.line(
          doubtful == 0
              ? "Nothing is left to do: all rows are done."
              : "Nothing is left to do: all rows are done, but for those in doubt, which are asked"
                  + " again with --ask-again-in-doubt alone.");
    }
  }

  private static void line(Screen screen, String label, long count) {
    line(screen, label, Long.toString(count));
  }

  private static void line(Screen screen, String label, String text) {
    screen.part(Colour.LABEL, label(label)).line(text);
  }

  private static String label(String label) {
    return "%-34s".formatted(label);
  }
}
