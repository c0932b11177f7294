package io.telproof.broken.codes;

import io.telproof.broken.wire.Sender;
import java.util.List;

/**
 * Know the senders, who know them.
 *
 * @param senders what they know
 */
public record Codes(List<Sender> senders) {
  /** Copies the list. */
  public Codes {
    senders = List.copyOf(senders);
  }
}
