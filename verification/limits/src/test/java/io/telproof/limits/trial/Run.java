package io.telproof.limits.trial;

import io.telproof.spi.time.Time;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays a plan: opens everything, warms it, lets all begin at the same moment, and ends everything
 * whatever happens.
 */
final class Run {
  private static final double MILLIS = 1000;
  private static final Duration AHEAD = Duration.ofMillis(300);

  private final Vendor.Maker vendors;
  private final Party.Maker parties;

  Run(Vendor.Maker vendors, Party.Maker parties) {
    this.vendors = vendors;
    this.parties = parties;
  }

  /** Everything in a process of its own. */
  static Run processes() {
    return new Run(VendorProcess::new, ProcessParty::new);
  }

  /** Clients that share this process and nothing else. */
  static Run threads() {
    return new Run(StampingVendor::new, ThreadParty::new);
  }

  /** Clients in processes, the vendor in this one. */
  static Run processesBesideTheVendor() {
    return new Run(StampingVendor::new, ProcessParty::new);
  }

  Findings play(Plan plan) throws Exception {
    Books books = new Books();
    List<Party> open = new ArrayList<>();
    @Nullable RedisServer redis =
        plan.redis() == Plan.Redis.NONE ? null : new RedisServer(plan.redis() == Plan.Redis.DISK);
    try (Vendor vendor = vendors.make(books::arrived)) {
      String config = plan.config(vendor.endpoint(), redis == null ? "" : redis.url());
      for (int process = 0; process < plan.processes(); process++) {
        Party party = parties.make(process, plan.callers(), config, books);
        open.add(party);
        // One after the other: all at once they would be too slow for their own time-outs.
        party.awaitReady();
      }
      long from = System.nanoTime() + AHEAD.toNanos();
      long until = from + plan.lasting().toNanos();
      open.forEach(party -> party.start(from, until));
      Stage stage = new Stage(open, redis);
      play(plan, stage, from);
      for (Party party : open) {
        party.finish();
      }
      double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
      vendor.finish();
      return new Findings(plan, books, from, until, stage.dead(), stage.shift(), load);
    } finally {
      for (Party party : open) {
        party.close();
      }
      if (redis != null) {
        redis.close();
      }
    }
  }

  private static void play(Plan plan, Stage stage, long from) throws Exception {
    for (Plan.Step step : plan.steps()) {
      Duration left = Duration.ofNanos(from + step.at().toNanos() - System.nanoTime());
      if (!left.isNegative()) {
        Time.system().await(left);
      }
      step.action().play(stage);
      System.err.printf(
          "%s: what was to happen after %.1f s was over after %.1f s%n",
          plan.name(),
          step.at().toMillis() / MILLIS,
          Duration.ofNanos(System.nanoTime() - from).toMillis() / MILLIS);
    }
  }
}
