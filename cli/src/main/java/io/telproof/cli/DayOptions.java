package io.telproof.cli;

import io.telproof.ledger.Days;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which days a command looks at. */
final class DayOptions {
  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The first day, as in 2026-01-31. Default: the first there is.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The last day. Default: the last there is.")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = ZoneConverter.class,
      description = "The time zone of these days. Default: Asia/Shanghai.")
  private ZoneId zone = ZoneId.of("Asia/Shanghai");

  Days days() {
    try {
      return new Days(zone, from, to);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--to: " + e.getMessage() + "; give a later day");
    }
  }
}
