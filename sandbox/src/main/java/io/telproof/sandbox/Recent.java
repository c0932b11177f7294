package io.telproof.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last of many things, oldest first: a server that runs for days must not keep them all. */
final class Recent<T> {

  private final int most;
  private final Deque<T> things = new ArrayDeque<>();

  Recent(int most) {
    this.most = most;
  }

  synchronized void add(T thing) {
    things.addLast(thing);
    if (things.size() > most) {
      things.removeFirst();
    }
  }

  synchronized List<T> list() {
    return List.copyOf(things);
  }

  synchronized void clear() {
    things.clear();
  }
}
