package io.telproof.ledger;

/**
 * How often each request id stands in a statement, by a hash of 64 bits: 32 bytes for each at the
 * most. For one thread.
 */
final class RequestIdTable {
  private static final int CHARGED = 1;
  private static final int SEEN = 1 << 31;
  private static final int FREE = 1 << 15;
  private static final int COUNT = FREE - 1;

  private long[] hashes = new long[1 << 10];
  private int[] counts = new int[1 << 10];
  private int size;

  /** Counts a row; more than 32767 of one id are as many. */
  void add(String id, boolean charged) {
    if (size >= hashes.length / 4 * 3) {
      grow();
    }
    long hash = hash(id);
    int slot = slot(hash);
    if (hashes[slot] == 0) {
      hashes[slot] = hash;
      size++;
    }
    int count = counts[slot];
    if (charged && (count & COUNT) < COUNT) {
      counts[slot] += CHARGED;
    } else if (!charged && ((count >>> 15) & COUNT) < COUNT) {
      counts[slot] += FREE;
    }
  }

  private void grow() {
    long[] before = hashes;
    int[] countsBefore = counts;
    hashes = new long[before.length * 2];
    counts = new int[before.length * 2];
    for (int i = 0; i < before.length; i++) {
      if (before[i] != 0) {
        int slot = slot(before[i]);
        hashes[slot] = before[i];
        counts[slot] = countsBefore[i];
      }
    }
  }

  /** Notes that the ledger has it too; whether the statement has it. */
  boolean see(String id) {
    int slot = slot(hash(id));
    counts[slot] |= hashes[slot] == 0 ? 0 : SEEN;
    return hashes[slot] != 0;
  }

  boolean isSeen(String id) {
    return (counts[slot(hash(id))] & SEEN) != 0;
  }

  /** How many rows of the id were billed. */
  int charged(String id) {
    return counts[slot(hash(id))] & COUNT;
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) (hash ^ (hash >>> 32)) & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Not zero, which stands for nothing. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
