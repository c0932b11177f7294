package io.telproof.ledger.trial;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.client.Ledgers;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Plays a plan, and ends everything whatever happens. For one thread. */
final class Run {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** What is killed is killed so much later than it is decided, so that it is another moment. */
  private static final int LONGEST_WAIT_MILLIS = 50;

  private final Plan plan;
  private final Random random;
  private final Time time = Time.system();
  private final List<AskingProcess> processes = new ArrayList<>();
  private int kills;
  private int serverKills;

  private Run(Plan plan) {
    this.plan = plan;
    this.random = new Random(plan.seed());
  }

  static Findings of(Plan plan) throws Exception {
    return new Run(plan).play();
  }

  /** Something is killed once so many questions have ended. */
  private record Kill(int after, boolean server) {}

  private Findings play() throws Exception {
    Stopwatch stopwatch = Stopwatch.start(time);
    Progress progress = new Progress();
    try (Keeper keeper = plan.keepers().open();
        FaultyVendor vendor = new FaultyVendor(plan.seed())) {
      String config = Plan.config(vendor.endpoint(), keeper);
      for (int i = 0; i < plan.schedule().processes(); i++) {
        processes.add(new AskingProcess(plan.schedule(), i, config, progress));
      }
      for (Kill each : kills()) {
        progress.await(each.after());
        kill(each, keeper);
      }
      progress.await(plan.schedule().ends());
      for (AskingProcess each : processes) {
        each.finish();
      }
      Duration lasted = stopwatch.elapsed();
      List<Entry> entries = new ArrayList<>();
      List<Entry> doubts = new ArrayList<>();
      read(ConfigFactory.parseString(config), entries, doubts);
      return new Findings(
          plan,
          kills,
          serverKills,
          progress.ended(),
          progress.words(),
          Reckoning.of(vendor.carriedOut(), entries),
          doubts.size(),
          vendor.charged(),
          lasted);
    } finally {
      processes.forEach(AskingProcess::close);
    }
  }

  /** At random moments, of which none is so late that everything is over. */
  private List<Kill> kills() {
    List<Kill> all = new ArrayList<>();
    for (int i = 0; i < plan.kills() + plan.serverKills(); i++) {
      all.add(new Kill(random.nextInt(plan.schedule().ends() * 9 / 10), i >= plan.kills()));
    }
    all.sort(Comparator.comparingInt(Kill::after));
    return all;
  }

  private void kill(Kill each, Keeper keeper) throws IOException, InterruptedException {
    time.await(Duration.ofMillis(random.nextInt(LONGEST_WAIT_MILLIS)));
    if (each.server()) {
      serverKills += keeper.killAndStartAgain() ? 1 : 0;
      return;
    }
    List<AskingProcess> asking = processes.stream().filter(process -> !process.isOver()).toList();
    if (!asking.isEmpty()) {
      kills += asking.get(random.nextInt(asking.size())).killAndStartAgain() ? 1 : 0;
    }
  }

  /** Reads it once nobody is taken to be alive any more who left something without an end. */
  private void read(Config config, List<Entry> entries, List<Entry> doubts)
      throws LedgerException, InterruptedException {
    Deadline deadline = Deadline.in(PATIENCE, time);
    try (LedgerReader reader = Ledgers.read(config)) {
      do {
        entries.clear();
        doubts.clear();
        reader.entries(Instant.EPOCH, time.now().plus(PATIENCE), entries::add);
        reader.doubts(doubts::add);
        if (entries.stream().noneMatch(Run::isUnderWay)) {
          return;
        }
        time.await(BETWEEN_LOOKS);
      } while (!deadline.left().isZero());
    }
    throw new IllegalStateException("the ledger takes a process to be alive that has ended");
  }

  private static boolean isUnderWay(Entry entry) {
    return entry.settlement().isEmpty() && entry.owned();
  }
}
