package io.telproof.ledger.jdbc;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.ledger.jdbc.IntentTable.Settling;
import io.telproof.ledger.jdbc.KeyTable.Conclusion;
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
import java.util.Set;
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

  /** What waits to be written is written then. */
  private static final Duration LONGEST_BEAT = Duration.ofSeconds(3);

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

  /**
   * A key that a caller of this process has.
   *
   * @param owner to whom it was granted, who may have ended since
   */
  private record Held(QuestionKey key, long owner) {}

  private final Map<String, Held> held = new ConcurrentHashMap<>();

  /** Those of them whose conclusion waits to be written. */
  private final Set<Held> concluding = ConcurrentHashMap.newKeySet();

  /** The ids of what was written and is not settled yet. */
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  private final UncertainIntents uncertain = new UncertainIntents();

  private final Duration longestWrite;

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
    this.longestWrite = settings.longestConnect().plus(settings.longestCommand());
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
    long beat = Math.min(leaseTime.toMillis() / BEATS, LONGEST_BEAT.toMillis());
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
    Optional<Held> under = intent.key().flatMap(this::heldKey);
    long owner = under.map(Held::owner).orElseGet(lease::owner);
    try {
      if (intended(intent, owner, under.isPresent())) {
        return;
      }
      if (owner == lease.owner()) {
        lease.renew();
      }
      if (under.isEmpty() && intended(intent, lease.owner(), false)) {
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

  private boolean intended(Intent intent, long owner, boolean holds) throws SqlFailure {
    boolean written = database.run(connection -> intents.intend(connection, intent, owner, holds));
    if (written) {
      open.add(intent.id());
    }
    return written;
  }

  /** A key that a caller of this process has, where it has it for this question. */
  private Optional<Held> heldKey(String key) {
    QuestionKey asked = new QuestionKey(key);
    return Optional.ofNullable(held.get(asked.name())).filter(each -> each.key().equals(asked));
  }

  @Override
  public void settle(Settlement settlement) throws LedgerException {
    check();
    // What certainly was not written is not waited for, and does not fill the backlog.
    if (!open.remove(settlement.id()) && uncertain.of(settlement.id()).isEmpty()) {
      throw noOpenIntent();
    }
    Settling settling;
    try {
      settling = settled(settlement);
    } catch (SqlFailure e) {
      backlog.add(() -> told(settled(settlement)));
      throw e.told();
    }
    told(settling);
    if (settling == Settling.UNKNOWN || settling == Settling.ALREADY) {
      throw noOpenIntent();
    }
  }

  private static LedgerException noOpenIntent() {
    return new LedgerException("the ledger has no open intent of this id");
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
    Held claimant = new Held(new QuestionKey(key), lease.owner());
    @Nullable Held before = held.putIfAbsent(claimant.key().name(), claimant);
    if (before != null) {
      return before.key().unlessOther(claimant.key(), new KeyClaim.UnderWay());
    }
    boolean kept = false;
    try {
      Optional<KeyClaim> claim = claimed(claimant);
      if (claim.isEmpty()) {
        lease.renew();
        claimant = new Held(claimant.key(), lease.owner());
        held.put(claimant.key().name(), claimant);
        claim = claimed(claimant);
      }
      kept = claim.filter(KeyClaim.Granted.class::isInstance).isPresent();
      return claim.orElseThrow(
          () -> new LedgerException("the lease in the ledger ends as fast as it is renewed"));
    } catch (SqlFailure e) {
      if (e.effect() == Effect.POSSIBLE) {
        kept = true;
        releaseLater(claimant);
      }
      throw e.told();
    } finally {
      if (!kept) {
        held.remove(claimant.key().name());
      }
    }
  }

  private Optional<KeyClaim> claimed(Held claimant) throws SqlFailure {
    Optional<KeyClaim> seen =
        database.run(connection -> keys.look(connection, claimant.key(), claimant.owner()));
    return seen.isPresent()
        ? seen
        : database.transact(
            connection -> keys.claim(connection, claimant.key(), claimant.owner(), time.now()));
  }

  @Override
  public void conclude(
      String key, String outcome, Receipt receipt, Optional<Sensitive> answer, Instant until)
      throws LedgerException {
    check();
    Held holder =
        heldKey(key)
            .orElseThrow(
                () -> new LedgerException("this process has not claimed the idempotency key"));
    Conclusion conclusion = new Conclusion(holder.key(), outcome, receipt, answer, until);
    boolean concluded;
    try {
      concluded = concluded(conclusion, holder);
    } catch (SqlFailure e) {
      concluding.add(holder);
      backlog.add(() -> concluded(conclusion, holder));
      throw e.told();
    }
    if (!concluded) {
      throw new LedgerException(
          "another process has the idempotency key, because this one was taken to have ended");
    }
  }

  private boolean concluded(Conclusion conclusion, Held holder) throws SqlFailure {
    // Whether they were sent is not known here.
    settleUncertain(holder, FailureKind.INDETERMINATE, Charge.POSSIBLE);
    boolean concluded =
        database.run(connection -> keys.conclude(connection, conclusion, holder.owner()));
    held.remove(holder.key().name(), holder);
    concluding.remove(holder);
    return concluded;
  }

  /** A key whose conclusion waits to be written is given back by that. */
  @Override
  public void release(String key) throws LedgerException {
    check();
    Optional<Held> holder = heldKey(key);
    if (holder.isEmpty() || concluding.contains(holder.get())) {
      return;
    }
    try {
      released(holder.get());
    } catch (SqlFailure e) {
      releaseLater(holder.get());
      throw e.told();
    }
  }

  private void releaseLater(Held holder) {
    backlog.add(() -> released(holder));
  }

  private boolean released(Held holder) throws SqlFailure {
    // Nothing was asked under it that can have cost anything.
    settleUncertain(holder, FailureKind.UNAVAILABLE, Charge.FREE);
    boolean released =
        database.run(connection -> keys.release(connection, holder.key(), holder.owner()));
    held.remove(holder.key().name(), holder);
    return released;
  }

  private void settleUncertain(Held holder, FailureKind kind, Charge charge) throws SqlFailure {
    for (Intent intent : uncertain.under(holder.key())) {
      Settling unused =
          settled(
              new Settlement(
                  intent.id(),
                  time.now(),
                  kind.name(),
                  charge,
                  Optional.empty(),
                  Optional.empty(),
                  Duration.ZERO));
    }
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
      boolean unused = heart.awaitTermination(longestWrite.toMillis(), MILLISECONDS);
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
