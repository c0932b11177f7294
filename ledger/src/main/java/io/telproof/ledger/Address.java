package io.telproof.ledger;

/**
 * The place of a record as one number: the segment's number above, the offset in it below. What was
 * written later has a greater one.
 */
final class Address {
  private Address() {}

  static long of(long segment, long offset) {
    return (segment << 32) | offset;
  }

  static long segment(long address) {
    return address >>> 32;
  }

  static long offset(long address) {
    return address & 0xFFFF_FFFFL;
  }
}
