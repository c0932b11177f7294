package io.telproof.cli;

import io.telproof.Charge;
import io.telproof.ledger.Bill;
import io.telproof.ledger.Bill.Line;
import io.telproof.ledger.Days;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    header = "Count what was asked, by day, provider, operation and charge.",
    description =
        "Count what was asked, by day, provider, operation and charge. A question "
            + "belongs to the day on which it was asked, by the clock of the machine that "
            + "asked.")
final class LedgerBillCommand implements Callable<Integer> {
  @Mixin private final LedgerOptions options = new LedgerOptions();
  @Mixin private final DayOptions dayOptions = new DayOptions();
  private final IoStreams surroundings;

  LedgerBillCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Days days = dayOptions.days();
    List<Line> lines = options.read(ledger -> Bill.of(ledger, days));
    if (options.json()) {
      Map<String, @Nullable Object> fields = JsonLine.object();
      fields.put("zone", days.zone().getId());
      fields.put("lines", lines.stream().map(LedgerBillCommand::fields).toList());
      new JsonLine(fields).print(surroundings.out());
    } else {
      print(lines);
    }
    return ExitStatus.KNOWN.code();
  }

  private static Map<String, @Nullable Object> fields(Line line) {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("day", line.day().toString());
    fields.put("provider", line.provider());
    fields.put("operation", line.operation());
    for (Charge charge : Charge.values()) {
      fields.put(charge.name().toLowerCase(Locale.ROOT), line.count(charge));
    }
    fields.put("inDoubt", line.inDoubt());
    fields.put("underWay", line.underWay());
    return fields;
  }

  private void print(List<Line> lines) {
    Screen screen = surroundings.screen();
    if (lines.isEmpty()) {
      screen.line("Nothing was asked.");
      screen.flush();
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of("DAY", "PROVIDER", "OPERATION"));
    List<ToLongFunction<Line>> counts = new ArrayList<>();
    for (Charge charge : Charge.values()) {
      heading.add(charge.name());
      counts.add(line -> line.count(charge));
    }
    heading.addAll(List.of("IN DOUBT", "UNDER WAY"));
    counts.add(Line::inDoubt);
    counts.add(Line::underWay);
    rows.add(heading);
    for (Line line : lines) {
      List<String> row =
          new ArrayList<>(List.of(line.day().toString(), line.provider(), line.operation()));
      counts.forEach(count -> row.add(Long.toString(count.applyAsLong(line))));
      rows.add(row);
    }
    List<String> sums = new ArrayList<>(List.of("all", "", ""));
    counts.forEach(count -> sums.add(Long.toString(lines.stream().mapToLong(count).sum())));
    rows.add(sums);
    new Columns(rows).print(screen);
  }
}
