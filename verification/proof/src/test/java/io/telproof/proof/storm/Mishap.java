package io.telproof.proof.storm;

import java.util.random.RandomGenerator;

/** What befalls an exchange on the line. The number is how often, in a thousand. */
enum Mishap {
  /** Nothing. */
  NONE(550),
  /** At a random byte of the request both ends are reset. */
  REQUEST_RESET(25),
  /** At a random byte of the request nothing moves any more. */
  REQUEST_STALLED(20),
  /** At a random byte of the request both connections end. */
  REQUEST_CUT(25),
  /** The request waits at a random byte. */
  REQUEST_DELAYED(30),
  /** The request comes in pieces. */
  REQUEST_SPLIT(30),
  /** At a random byte of the reply both ends are reset. */
  REPLY_RESET(25),
  /** At a random byte of the reply nothing moves any more. */
  REPLY_STALLED(20),
  /** At a random byte of the reply both connections end. */
  REPLY_CUT(25),
  /** The reply waits at a random byte. */
  REPLY_DELAYED(30),
  /** The reply comes in pieces. */
  REPLY_SPLIT(30),
  /** The reply comes twice, in one segment. */
  TWICE(15),
  /** The reply comes again some milliseconds later, whatever is under way then. */
  TWICE_LATER(25),
  /** A 408 that nobody asked for, in the reply's segment. */
  A_408(15),
  /** A 408 that nobody asked for, some milliseconds later. */
  A_408_LATER(25),
  /** Bytes without a meaning, in the reply's segment. */
  JUNK(15),
  /** Bytes without a meaning, some milliseconds later. */
  JUNK_LATER(25),
  /** A whole reply that nobody asked for, with an id that nobody has seen, in the same segment. */
  INVENTED(15),
  /** The same some milliseconds later, which nobody can tell from a reply where one is awaited. */
  INVENTED_LATER(5),
  /** The idle connection is closed some milliseconds later. */
  CLOSED_IN_THE_PAUSE(30),
  /** The idle connection is reset some milliseconds later. */
  RESET_IN_THE_PAUSE(20);

  private final int often;

  Mishap(int often) {
    this.often = often;
  }

  /** Whether more comes than the replies. */
  boolean isStray() {
    return switch (this) {
      case TWICE, TWICE_LATER, A_408, A_408_LATER, JUNK, JUNK_LATER, INVENTED, INVENTED_LATER ->
          true;
      default -> false;
    };
  }

  static Mishap next(RandomGenerator random) {
    int all = 0;
    for (Mishap mishap : values()) {
      all += mishap.often;
    }
    int drawn = random.nextInt(all);
    for (Mishap mishap : values()) {
      drawn -= mishap.often;
      if (drawn < 0) {
        return mishap;
      }
    }
    throw new IllegalStateException("unreachable");
  }
}
