package io.telproof.client.internal.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of intents: 16 hexadecimal digits that no other process has, and 16 that count. Thread-safe.
 */
final class IntentIds {
  private final String process;
  private final AtomicLong next = new AtomicLong();

  IntentIds(SecureRandom random) {
    this.process = HexFormat.of().toHexDigits(random.nextLong());
  }

  String next() {
    return process + HexFormat.of().toHexDigits(next.getAndIncrement());
  }
}
