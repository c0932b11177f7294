package io.telproof.spi.ratelimit;

import org.jspecify.annotations.Nullable;

/**
 * Slots one after another. Each is linked to its neighbours by itself: to add one takes no memory,
 * and so cannot fail halfway. Not thread-safe.
 */
final class SlotLine {
  private @Nullable Slot first;
  private @Nullable Slot last;
  private int size;

  @Nullable Slot first() {
    return first;
  }

  int size() {
    return size;
  }

  /** Adds it at the end. */
  void add(Slot slot) {
    slot.line = this;
    join(last, slot);
    join(slot, null);
    size++;
  }

  /** Takes it out, if it stands here. */
  void remove(Slot slot) {
    if (slot.line != this) {
      return;
    }
    join(slot.before, slot.after);
    slot.line = null;
    slot.before = null;
    slot.after = null;
    size--;
  }

  /** Makes two neighbours; where one is missing, the other is the last, or the first. */
  private void join(@Nullable Slot before, @Nullable Slot after) {
    if (before == null) {
      first = after;
    } else {
      before.after = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.before = before;
    }
  }
}
