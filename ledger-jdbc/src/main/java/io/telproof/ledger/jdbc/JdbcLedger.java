package io.telproof.ledger.jdbc;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.ledger.jdbc.IntentTable.Settling;
import io.telproof.ledger.jdbc.KeyTable.Conclusion;
import io.telproof.ledger.jdbc.KeyTable.Look;
import io.telproof.ledger.jdbc.SqlFailure.Effect;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.time.Time;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes in PostgreSQL as one of any number of owners. Every write is a commit that has reached the
 * disk of PostgreSQL when it returns. Thread-safe.
 */
final class JdbcLedger implements Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcLedger.class);

  /** How often a lease is renewed while it lasts: several may fail. */
  private static final int BEATS = 5;

  /** Every so many beats the answers whose time is over are deleted. */
  private static final int BEATS_TO_FORGET = 20;

  private final Database database;
  private final Lease lease;
  private final IntentTable intents;
  private final KeyTable keys;
  private final JdbcLedgerReader reader;
  private final Backlog backlog;
  private final Time time;
  private final ScheduledThreadPoolExecutor heart =
      new ScheduledThreadPoolExecutor(1, JdbcLedger::heart);

  /** The keys that callers of this process have, each with the owner to whom it was granted. */
  private final Map<String, Long> held = new ConcurrentHashMap<>();

  private final UncertainIntents uncertain = new UncertainIntents();

  private final Duration longestBeat;

  private volatile boolean closed;
  private int beats;

  private JdbcLedger(
      Database database, Lease lease, JdbcLedgerSettings settings, Sql sql, Time time) {
    this.database = database;
    this.lease = lease;
    this.intents = new IntentTable(sql);
    this.keys = new KeyTable(sql, intents);
    this.reader = new JdbcLedgerReader(database, intents);
    this.backlog = new Backlog();
    this.time = time;
    this.longestBeat = settings.longestConnect().plus(settings.longestCommand());
  }

  /** Opens one: makes or changes the tables where that is to be done, and begins a lease. */
  static JdbcLedger open(JdbcLedgerSettings settings, Time time) throws LedgerException {
    Migrations.apply(settings);
    Sql sql = new Sql(settings.schemaName());
    try {
      Database database = Database.open(settings, false);
      boolean opened = false;
      try {
        warnWithoutFsync(database);
        Lease lease = Lease.begin(database, sql, settings.leaseTime());
        JdbcLedger ledger = new JdbcLedger(database, lease, settings, sql, time);
        ledger.start(settings.leaseTime());
        opened = true;
        return ledger;
      } finally {
        if (!opened) {
          database.close();
        }
      }
    } catch (SqlFailure e) {
      throw e.told();
    }
  }

  private static void warnWithoutFsync(Database database) throws SqlFailure {
    if (database.run(JdbcLedger::isWithoutFsync)) {
      LOG.warn(
          "the ledger's PostgreSQL runs with fsync = off: where its machine loses power, intents are"
              + " lost, and nobody knows what was asked");
    }
  }

  private static boolean isWithoutFsync(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT current_setting('fsync') = 'off'")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private static Thread heart(Runnable beats) {
    Thread thread = new Thread(beats, "telproof-ledger-jdbc");
    thread.setDaemon(true);
    return thread;
  }

  private void start(Duration leaseTime) {
    long beat = leaseTime.toMillis() / BEATS;
    var unused = heart.scheduleWithFixedDelay(this::beat, beat, beat, MILLISECONDS);
  }

  private void beat() {
    try {
      lease.renew();
      backlog.write();
      if (beats++ % BEATS_TO_FORGET == 0) {
        database.run(this::forget);
      }
    } catch (SqlFailure e) {
      // Whoever noticed has said so.
    } catch (RuntimeException e) {
      // A heart that throws beats no more.
      LOG.warn("the lease in the ledger was not renewed: {}", e.getClass().getSimpleName());
    }
  }

  private boolean forget(Connection connection) throws SQLException {
    keys.forget(connection, time.now());
    return true;
  }

  @Override
  public void intend(Intent intent) throws LedgerException {
    check();
    long owner = intent.key().map(held::get).orElseGet(lease::owner);
    try {
      if (intended(intent, owner)) {
        return;
      }
      if (owner == lease.owner()) {
        lease.renew();
      }
      if (intent.key().filter(held::containsKey).isEmpty() && intended(intent, lease.owner())) {
        return;
      }
    } catch (SqlFailure e) {
      if (e.effect() == Effect.POSSIBLE) {
        uncertain.add(intent);
      }
      throw e.told();
    }
    throw new LedgerException(
        "this process was taken to have ended, because it stood still or could not reach the"
            + " ledger's PostgreSQL for longer than its lease; another one may have the idempotency"
            + " key by now, and nothing may be asked under it here");
  }

  private boolean intended(Intent intent, long owner) throws SqlFailure {
    boolean holds = intent.key().filter(held::containsKey).isPresent();
    return database.run(connection -> intents.intend(connection, intent, owner, holds));
  }

  @Override
  public void settle(Settlement settlement) throws LedgerException {
    check();
    Settling settling;
    try {
      settling = settled(settlement);
    } catch (SqlFailure e) {
      backlog.add(() -> told(settled(settlement)));
      throw e.told();
    }
    told(settling);
    if (settling == Settling.UNKNOWN || settling == Settling.ALREADY) {
      throw new LedgerException("the ledger has no open intent of this id");
    }
  }

  private Settling settled(Settlement settlement) throws SqlFailure {
    Optional<Intent> intent = uncertain.of(settlement.id());
    if (intent.isEmpty()) {
      return database.run(connection -> intents.settle(connection, settlement));
    }
    Settling settling =
        database.run(
            connection -> intents.write(connection, intent.get(), lease.owner(), settlement));
    uncertain.remove(settlement.id());
    return settling;
  }

  private static void told(Settling settling) {
    if (settling == Settling.LATE) {
      LOG.warn(
          "what came of a question was written after the lease of this process had ended; it was in"
              + " doubt until now");
    }
  }

  @Override
  public KeyClaim claim(String key) throws LedgerException {
    check();
    long owner = lease.owner();
    if (held.putIfAbsent(key, owner) != null) {
      return new KeyClaim.UnderWay();
    }
    boolean kept = false;
    try {
      Optional<KeyClaim> claim = claimed(key, owner);
      if (claim.isEmpty()) {
        lease.renew();
        owner = lease.owner();
        held.put(key, owner);
        claim = claimed(key, owner);
      }
      kept = claim.filter(KeyClaim.Granted.class::isInstance).isPresent();
      return claim.orElseThrow(
          () -> new LedgerException("the lease in the ledger ends as fast as it is renewed"));
    } catch (SqlFailure e) {
      if (e.effect() == Effect.POSSIBLE) {
        kept = true;
        release(key, owner);
      }
      throw e.told();
    } finally {
      if (!kept) {
        held.remove(key);
      }
    }
  }

  private Optional<KeyClaim> claimed(String key, long owner) throws SqlFailure {
    Look look = database.run(connection -> keys.look(connection, key, owner));
    return switch (look) {
      case GRANTED -> Optional.of(new KeyClaim.Granted());
      case UNDER_WAY -> Optional.of(new KeyClaim.UnderWay());
      case OPEN -> database.transact(connection -> keys.claim(connection, key, owner, time.now()));
    };
  }

  @Override
  public void conclude(
      String key, String outcome, Receipt receipt, Optional<Sensitive> answer, Instant until)
      throws LedgerException {
    check();
    @Nullable Long owner = held.get(key);
    if (owner == null) {
      throw new LedgerException("this process has not claimed the idempotency key");
    }
    Conclusion conclusion = new Conclusion(key, outcome, receipt, answer, until);
    boolean concluded;
    try {
      concluded = concluded(conclusion, owner);
    } catch (SqlFailure e) {
      backlog.add(() -> concluded(conclusion, owner));
      throw e.told();
    }
    if (!concluded) {
      throw new LedgerException(
          "another process has the idempotency key, because this one was taken to have ended");
    }
  }

  private boolean concluded(Conclusion conclusion, long owner) throws SqlFailure {
    boolean concluded = database.run(connection -> keys.conclude(connection, conclusion, owner));
    held.remove(conclusion.key(), owner);
    return concluded;
  }

  @Override
  public void release(String key) throws LedgerException {
    check();
    @Nullable Long owner = held.get(key);
    if (owner == null) {
      return;
    }
    try {
      released(key, owner);
    } catch (SqlFailure e) {
      release(key, owner);
      throw e.told();
    }
  }

  private void release(String key, long owner) {
    backlog.add(() -> released(key, owner));
  }

  /** Nothing was asked under it that can have cost anything: what may be there says so. */
  private void released(String key, long owner) throws SqlFailure {
    for (Intent intent : uncertain.under(key)) {
      Settling unused =
          settled(
              new Settlement(
                  intent.id(),
                  time.now(),
                  FailureKind.UNAVAILABLE.name(),
                  Charge.FREE,
                  Optional.empty(),
                  Optional.empty(),
                  Duration.ZERO));
    }
    boolean unused =
        database.run(
            connection -> {
              keys.release(connection, key, owner);
              return true;
            });
    held.remove(key, owner);
  }

  @Override
  public boolean dismiss(String id) throws LedgerException {
    check();
    try {
      return database.run(connection -> intents.dismiss(connection, id, time.now()));
    } catch (SqlFailure e) {
      throw e.told();
    }
  }

  @Override
  public void entries(Instant from, Instant until, Consumer<Entry> shown) throws LedgerException {
    reader.entries(from, until, shown);
  }

  @Override
  public void doubts(Consumer<Entry> shown) throws LedgerException {
    reader.doubts(shown);
  }

  private void check() throws LedgerException {
    if (closed) {
      throw new LedgerException("the ledger is closed");
    }
  }

  /** Ends the lease, after what waits to be written, where PostgreSQL is there. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    heart.shutdown();
    boolean interrupted = Thread.interrupted();
    try {
      // A beat that is under way would renew the lease.
      boolean unused = heart.awaitTermination(longestBeat.toMillis(), MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    try {
      backlog.write();
      lease.end();
    } catch (SqlFailure e) {
      // Whoever noticed has said so; the lease ends by itself.
    } finally {
      database.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
