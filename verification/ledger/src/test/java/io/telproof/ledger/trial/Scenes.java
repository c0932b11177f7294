package io.telproof.ledger.trial;

import java.util.List;

/** The scenes of the trial. */
final class Scenes {
  static final List<String> NAMES = List.of("file", "file-process-end", "postgresql", "same-keys");

  private Scenes() {}

  /** One process on files, which is killed. */
  static Plan file(int questions, int threads, int kills, long seed) {
    return file("file", "power-loss", questions, threads, kills, seed);
  }

  /** The same on files that survive the process alone, which are not waited for. */
  static Plan fileProcessEnd(int questions, int threads, int kills, long seed) {
    return file("file-process-end", "process-end", questions, threads, kills, seed);
  }

  private static Plan file(
      String name, String survives, int questions, int threads, int kills, long seed) {
    return new Plan(
        name,
        () -> new FileKeeper(survives),
        new Schedule(1, threads, questions, false),
        kills,
        0,
        seed);
  }

  /** One process on PostgreSQL, which are both killed. */
  static Plan postgresql(int questions, int threads, int kills, int serverKills, long seed) {
    return new Plan(
        "postgresql",
        PostgresKeeper::new,
        new Schedule(1, threads, questions, false),
        kills,
        serverKills,
        seed);
  }

  /** Four processes on PostgreSQL that ask the same under the same keys, and all are killed. */
  static Plan sameKeys(int questions, int threads, int kills, int serverKills, long seed) {
    return new Plan(
        "same-keys",
        PostgresKeeper::new,
        new Schedule(4, threads, questions, true),
        kills,
        serverKills,
        seed);
  }
}
