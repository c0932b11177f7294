package io.telproof.limits.trial;

/** Hears what becomes of the questions of one process. Implementations are thread-safe. */
interface Witness {
  /** A caller has a permit, and has sent nothing yet. */
  void granted(Grant grant);

  /** A question was answered. */
  void answered();

  /** A question has failed, by the name of the kind. */
  void failed(String kind);
}
