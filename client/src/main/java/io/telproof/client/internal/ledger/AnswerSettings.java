package io.telproof.client.internal.ledger;

import io.telproof.Sensitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Whether the answer to a question under a key is kept, beside its receipt.
 *
 * @param keep for how long, 1 ms or more; not at all unless said
 * @param key what it is sealed with: 32 bytes in base64
 */
record AnswerSettings(Optional<Duration> keep, Optional<Sensitive> key) {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final int KEY_BYTES = 32;

  /**
   * Checks that the two belong together.
   *
   * @throws IllegalArgumentException if something is wrong; the message has a line for each, which
   *     begins with the setting
   */
  AnswerSettings {
    List<String> wrong = new ArrayList<>();
    if (keep.isPresent() && keep.get().compareTo(SHORTEST) < 0) {
      wrong.add(
          "keep must be 1 ms or more; leave it out where only the receipts of answers are to be"
              + " kept");
    }
    if (keep.isPresent() && key.isEmpty()) {
      wrong.add("keep needs key as well: answers are kept sealed; " + madeSo());
    }
    if (key.isPresent() && keep.isEmpty()) {
      wrong.add("key needs keep as well: for how long an answer is kept, as in keep = 30d");
    }
    if (key.isPresent() && bytes(key.get()).length != KEY_BYTES) {
      wrong.add("key is not 32 bytes in base64; " + madeSo());
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
  }

  private static String madeSo() {
    return "openssl rand -base64 32 makes one";
  }

  /** What the text says in base64; nothing where it is none. */
  private static byte[] bytes(Sensitive key) {
    try {
      return Base64.getDecoder().decode(key.reveal());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** The seal, where answers are kept. */
  Optional<AnswerSeal> seal() {
    return keep.flatMap(span -> key.map(secret -> new AnswerSeal(bytes(secret), span)));
  }
}
