package io.telproof.examples.shop;

import com.google.inject.Singleton;
import io.telproof.client.AuditListener;
import io.telproof.client.AuditRecord;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps the record of every question. In memory, which is enough for an example: an auditor wants
 * to find it after a restart. Thread-safe.
 */
@Singleton
final class AuditLog implements AuditListener {
  private final Queue<AuditRecord> records = new ConcurrentLinkedQueue<>();

  @Override
  public void record(AuditRecord entry) {
    records.add(entry);
  }

  List<AuditRecord> records() {
    return List.copyOf(records);
  }

  /** Who asked, why, what came of it and what it cost; a hash stands in the place of the number. */
  static String line(AuditRecord entry) {
    return "%-11s %-8s %-18s %-14s %-9s %-5s %s"
        .formatted(
            entry.correlationId(),
            entry.purpose().orElse(""),
            entry.check().key(),
            entry.outcome(),
            entry.charge(),
            entry.provider(),
            entry.subject());
  }
}
