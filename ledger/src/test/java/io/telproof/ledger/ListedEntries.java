package io.telproof.ledger;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger with the entries that a test wants. */
final class ListedEntries implements LedgerReader {
  private final List<Entry> entries = new ArrayList<>();

  private Intent intent(String at, String provider, String operation) {
    return Intent.of(
        Questions.id(entries.size()),
        Instant.parse(at),
        CheckType.TENURE,
        provider,
        operation,
        Questions.id(9),
        CallContext.within(Duration.ofSeconds(1)));
  }

  ListedEntries settled(
      String at, String provider, String operation, Charge charge, Optional<String> requestId) {
    Intent intent = intent(at, provider, operation);
    Settlement settlement =
        new Settlement(
            intent.id(),
            intent.at(),
            Settlement.KNOWN,
            charge,
            Optional.empty(),
            requestId,
            Duration.ZERO);
    entries.add(new Entry(intent, Optional.of(settlement), false));
    return this;
  }

  ListedEntries settled(String at, Charge charge, String requestId) {
    return settled(
        at, "main", "Months", charge, Optional.of(requestId).filter(id -> !id.isEmpty()));
  }

  ListedEntries open(String at, boolean owned) {
    entries.add(new Entry(intent(at, "main", "Months"), Optional.empty(), owned));
    return this;
  }

  @Override
  public void entries(Instant from, Instant until, Consumer<Entry> shown) {
    entries.stream()
        .filter(each -> !each.intent().at().isBefore(from) && each.intent().at().isBefore(until))
        .sorted(Comparator.comparing(each -> each.intent().at()))
        .forEach(shown);
  }

  @Override
  public void doubts(Consumer<Entry> shown) {
    entries.stream().filter(Entry::isInDoubt).forEach(shown);
  }

  @Override
  public void close() {}
}
