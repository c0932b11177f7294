package io.telproof.ledger.jdbc;

/** Statements for one schema. Immutable. */
final class Sql {
  private final String schema;

  Sql(String schema) {
    this.schema = schema;
  }

  /**
   * A statement, in which a table is written as {@code @intents}, and {@code alive(X)} stands for
   * whether the owner X is alive by the server's clock, which a transaction does not stop.
   */
  String of(String text) {
    return text.replaceAll(
            "alive\\(([^)]+)\\)",
            "EXISTS (SELECT 1 FROM @owners alive WHERE alive.id = $1"
                + " AND alive.lease_until > clock_timestamp())")
        .replace("@", '"' + schema + "\".");
  }
}
