package io.telproof.client.internal.config;

import io.telproof.Sensitive;
import java.util.Optional;

/**
 * What audit records are made with.
 *
 * @param hashKey the key of the hash that stands for a number; a random one of this process unless
 *     said, so that records of two processes cannot be joined
 */
public record AuditSettings(Optional<Sensitive> hashKey) {
  public AuditSettings {
    if (!hashKey.map(HashKey::isLongEnough).orElse(true)) {
      throw new IllegalArgumentException("hash-key " + HashKey.TOO_SHORT);
    }
  }
}
