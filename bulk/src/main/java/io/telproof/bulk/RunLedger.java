package io.telproof.bulk;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.bulk.internal.file.RunDirectory;
import io.telproof.client.Ledgers;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The ledger of a run: the one of the configuration, or else one of its own. */
final class RunLedger {
  private static final String LEDGER = "telproof.ledger.";

  private static final String PURPOSE = "bulk";

  /** As long as a run may last, and more. */
  private static final String KEEP = "3650d";

  /** Clocks of one machine go back by less. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  private static final Set<String> FAILURES =
      Arrays.stream(FailureKind.values()).map(FailureKind::name).collect(Collectors.toSet());

  private final Config config;
  private final String run;

  private RunLedger(Config config, String run) {
    this.config = config;
    this.run = run;
  }

  /**
   * Looks at the ledger that the configuration names, where it names one.
   *
   * @throws BulkException if it does not keep answers
   */
  static void requireAnswers(Config config) throws BulkException {
    if (isKept(config) && !has(config, LEDGER + "answers.keep")) {
      throw new BulkException(
          "telproof.ledger keeps no answers, so that a row whose answer was not written when a"
              + " process ended would be lost: say answers { keep = 30d, key = … } there, longer"
              + " than the run lasts, or take telproof.ledger out and the run keeps its own");
    }
  }

  /**
   * A keyed hash of where the ledger is and of its keys: with another one the run would find
   * nothing of what it has asked. Empty where it cannot be told yet, or not any more.
   *
   * @param key of the run; none where it has ended
   */
  static Optional<String> fingerprint(Config config, byte[] key) {
    if (key.length == 0) {
      return Optional.empty();
    }
    if (!isKept(config)) {
      return Optional.of("its own");
    }
    StringBuilder text = new StringBuilder();
    try {
      for (String name : List.of("kept", "directory", "url", "schema", "hash-key", "answers.key")) {
        String value = config.hasPath(LEDGER + name) ? config.getString(LEDGER + name) : "";
        text.append(value.length()).append(':').append(value);
      }
    } catch (ConfigException.NotResolved e) {
      // Whoever opens the client tells of it.
      return Optional.empty();
    }
    return Optional.of(new RowTag(key).of(text.toString()));
  }

  /** The ledger of a run. */
  static RunLedger of(Config config, RunDirectory directory) {
    if (!isKept(config)) {
      Config own =
          ConfigFactory.parseMap(
              Map.of(
                  LEDGER + "kept", "file",
                  LEDGER + "directory", directory.ledger().toString(),
                  LEDGER + "hash-key", directory.hashKey(),
                  LEDGER + "answers.keep", KEEP,
                  LEDGER + "answers.key", directory.answersKey()),
              "the run");
      return new RunLedger(own.withFallback(config), directory.id());
    }
    return new RunLedger(config, directory.id());
  }

  private static boolean isKept(Config config) {
    return has(config, LEDGER + "kept") && !config.getString(LEDGER + "kept").equals("none");
  }

  private static boolean has(Config config, String path) {
    try {
      return config.hasPath(path);
    } catch (ConfigException.NotResolved e) {
      // A variable that is not set: whoever opens the client tells of it.
      return true;
    }
  }

  /** With the ledger that the run is asked through. */
  Config config() {
    return config;
  }

  /** The id of the call of a question. */
  CallId callId(Question question) {
    return new CallId(run, question.row().number(), question.generation(), question.tag());
  }

  /** The call of a question, under a key that is the same for rows that ask the same. */
  CallContext context(Question question, Duration within) {
    return new CallContext(within, callId(question).toString(), Optional.of(PURPOSE))
        .withKey("bulk-" + run + '-' + question.tag());
  }

  /**
   * Shows what the ledger has of the rows of this run, by the id of their call.
   *
   * @throws BulkException if the ledger cannot be opened
   */
  void askedSince(Instant since, Instant now, BiConsumer<CallId, Entry> shown)
      throws BulkException {
    with(
        ledger ->
            ledger.entries(
                since.minus(SLACK),
                now.plus(SLACK),
                entry -> call(entry).ifPresent(call -> shown.accept(call, entry))));
  }

  /**
   * Tells the tags of what was asked and is not asked again: whoever asks the same is told what
   * came of it, or that it is in doubt. Writes nothing.
   *
   * @throws BulkException if the ledger cannot be read
   */
  void askedForGood(Instant since, Instant now, Consumer<String> told) throws BulkException {
    if (isInFiles() && !Files.exists(Path.of(config.getString(LEDGER + "directory")))) {
      // The run was ended before it had asked anything.
      return;
    }
    try (LedgerReader ledger = Ledgers.read(config)) {
      ledger.entries(
          since.minus(SLACK),
          now.plus(SLACK),
          entry -> {
            if (isForGood(entry)) {
              call(entry).ifPresent(call -> told.accept(call.tag()));
            }
          });
    } catch (LedgerException e) {
      throw unusable(e);
    }
  }

  private boolean isInFiles() {
    return config.getString(LEDGER + "kept").equals("file");
  }

  /** Whether the ledger lets nobody ask it again; what a shadow has asked stands for nothing. */
  private static boolean isForGood(Entry entry) {
    return entry.intent().key().isPresent()
        && entry.settlement().filter(RunLedger::isToBeAskedAgain).isEmpty();
  }

  private static boolean isToBeAskedAgain(Settlement settlement) {
    return settlement.outcome().equals(Settlement.DISMISSED)
        || (settlement.charge() == Charge.FREE && FAILURES.contains(settlement.outcome()));
  }

  /** Says on a person's word that these rows, where they are in doubt, may be asked again. */
  void dismiss(Set<Long> rows) throws BulkException {
    with(
        ledger -> {
          List<String> ids = new ArrayList<>();
          ledger.doubts(
              entry -> {
                if (call(entry).filter(call -> rows.contains(call.row())).isPresent()) {
                  ids.add(entry.intent().id());
                }
              });
          for (String id : ids) {
            boolean unused = ledger.dismiss(id);
          }
        });
  }

  /** The call of an entry; empty where it is none of this run. */
  private Optional<CallId> call(Entry entry) {
    return CallId.of(entry.intent().correlationId()).filter(call -> call.run().equals(run));
  }

  private interface Work {
    void with(Ledger ledger) throws LedgerException;
  }

  private void with(Work work) throws BulkException {
    try (Ledger ledger = Ledgers.open(config)) {
      work.with(ledger);
    } catch (LedgerException e) {
      throw unusable(e);
    }
  }

  private static BulkException unusable(LedgerException e) {
    return new BulkException("the ledger: " + e.getMessage());
  }
}
