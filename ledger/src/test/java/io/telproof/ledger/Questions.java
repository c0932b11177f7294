package io.telproof.ledger;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What these tests write, each by its number. */
final class Questions {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant ALWAYS = Instant.parse("2100-01-01T00:00:00Z");
  static final Duration ELAPSED = Duration.ofMillis(120);

  private Questions() {}

  static FileLedgerSettings in(Path directory, long segmentBytes) {
    return in(directory, segmentBytes, Survival.POWER_LOSS);
  }

  static FileLedgerSettings in(Path directory, long segmentBytes, Survival survival) {
    return new FileLedgerSettings(
        new LedgerDirectory(directory),
        Optional.of(new SegmentSize(segmentBytes)),
        Optional.of(survival));
  }

  static String id(int number) {
    return "%032x".formatted(number);
  }

  static String key(int number) {
    return "%032x%032x".formatted(number, 7);
  }

  static Intent intent(int number) {
    return Intent.of(
        id(number),
        START.plusMillis(number),
        CheckType.TENURE,
        "main",
        "Months",
        id(9),
        new CallContext(Duration.ofSeconds(1), "call-" + number, Optional.empty()));
  }

  static Settlement settled(int number, Charge charge) {
    return new Settlement(
        id(number),
        START.plusMillis(number).plus(ELAPSED),
        Settlement.KNOWN,
        charge,
        Optional.of("0"),
        Optional.of("request-" + number),
        ELAPSED);
  }

  static Receipt receipt(int number) {
    return Receipt.of("main", "Months", Charge.CHARGED, START.plusMillis(number), ELAPSED)
        .withRequestId("request-" + number);
  }

  static List<LedgerReader.Entry> entries(LedgerReader ledger) throws LedgerException {
    List<LedgerReader.Entry> shown = new ArrayList<>();
    ledger.entries(Instant.EPOCH, ALWAYS, shown::add);
    return shown;
  }

  static List<LedgerReader.Entry> doubts(LedgerReader ledger) throws LedgerException {
    List<LedgerReader.Entry> shown = new ArrayList<>();
    ledger.doubts(shown::add);
    return shown;
  }

  static List<String> ids(List<LedgerReader.Entry> entries) {
    return entries.stream().map(entry -> entry.intent().id()).toList();
  }
}
