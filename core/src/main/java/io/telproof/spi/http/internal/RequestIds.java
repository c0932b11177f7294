package io.telproof.spi.http.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The request ids that a vendor gave to the last 4096 replies. A vendor gives an id once: a reply
 * that has one of these was the answer to an earlier question. Thread-safe.
 */
public final class RequestIds {
  private static final int KEPT = 4096;

  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > KEPT;
        }
      };

  private volatile boolean empty = true;

  /** Whether the vendor has given none yet, or gives none. */
  boolean isEmpty() {
    return empty;
  }

  /** Takes an id down; false where it was there. */
  synchronized boolean add(String id) {
    empty = false;
    return seen.putIfAbsent(id, true) == null;
  }
}
