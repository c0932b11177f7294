package io.telproof.sandbox.internal.signature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The bodies of the last requests, newest first; a client may have signed one of them. */
public final class RecentBodies {

  private static final int KEPT = 32;
  private static final int LARGEST = 64 << 10;

  private final Deque<byte[]> bodies = new ArrayDeque<>();

  /** Remembers a body, unless it is large. */
  public synchronized void add(byte[] body) {
    if (body.length > LARGEST) {
      return;
    }
    bodies.addFirst(body.clone());
    if (bodies.size() > KEPT) {
      bodies.removeLast();
    }
  }

  synchronized List<byte[]> list() {
    return new ArrayList<>(bodies);
  }
}
