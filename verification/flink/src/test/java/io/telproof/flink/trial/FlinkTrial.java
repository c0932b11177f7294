package io.telproof.flink.trial;

import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;

/**
 * Jobs on a cluster of processes, whose task managers are killed, with a Redis, a PostgreSQL and a
 * vendor in a process of its own, whose bill is held against what came out.
 */
final class FlinkTrial {
  /** The longest that a task manager is left alone before it is killed. */
  private static final int SPAN_MILLIS = 3000;

  private FlinkTrial() {}

  /**
   * Runs what is named, {@code rate} or {@code kill}, or both.
   *
   * @param arguments what to run, rows where the processors are the limit, rows where a reply takes
   *     its time, rows of a run with kills, kills, and a seed
   */
  public static void main(String[] arguments) throws Exception {
    String what = arguments[0];
    int quick = Integer.parseInt(arguments[1]);
    int slow = Integer.parseInt(arguments[2]);
    int killed = Integer.parseInt(arguments[3]);
    int kills = Integer.parseInt(arguments[4]);
    Random random = new Random(Long.parseLong(arguments[5]));
    List<Plan> plans =
        List.of(
            new Plan("rate_at_once_1", quick, 1, 32, 0, 0, false),
            new Plan("rate_at_once_2", quick, 2, 32, 0, 0, false),
            new Plan("rate_slow_1", slow, 1, 8, 500, 0, false),
            new Plan("rate_slow_2", 2 * slow, 2, 8, 500, 0, false),
            new Plan("kill_aligned", killed, 2, 8, 100, kills, false),
            new Plan("kill_unaligned", killed, 2, 8, 100, kills, true));
    boolean holds = true;
    Path directory = Files.createTempDirectory("telproof-flink");
    try (Servers servers = new Servers(directory)) {
      System.out.println(Reckoning.header());
      for (Plan plan : plans) {
        if (what.equals("all") || plan.name().startsWith(what)) {
          Reckoning reckoning = run(directory.resolve(plan.name()), plan, servers, random);
          System.out.println(reckoning.text());
          holds &= reckoning.holds();
        }
      }
    } finally {
      if (holds && System.getProperty("telproof.trial.keep") == null) {
        delete(directory);
      } else {
        System.out.println("logs and output are in " + directory);
      }
    }
    // Flink's client leaves threads behind.
    System.exit(holds ? 0 : 1);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Reckoning run(Path directory, Plan plan, Servers servers, Random random)
      throws Exception {
    Files.createDirectories(directory);
    Path stateKey = Files.writeString(directory.resolve("state.key"), TrialJob.SECRET);
    try (VendorProcess vendor = new VendorProcess(plan.replyMillis());
        FlinkProcesses flink = new FlinkProcesses(directory, plan.taskManagers())) {
      String configuration =
          """
          telproof {
            providers.main {
              type = tencent, secret-id = "%s", secret-key = "%s", endpoint = "%s"
              limits { tenure = 10000/s }
            }
            routes.tenure = main
            # So many lost replies in a row, as after a kill, would open it.
            breaker.enabled = false
            %s
          }
          """
              .formatted(
                  TencentVendor.CREDENTIALS.secretId(),
                  TencentVendor.CREDENTIALS.secretKey(),
                  vendor.endpoint(),
                  servers.configuration(plan.name()));
      JobClient job =
          TrialJob.of(flink.restPort(), directory, plan, configuration, stateKey)
              .executeAsync(plan.name());
      int kills = kill(plan, vendor, flink, random);
      job.getJobExecutionResult().get();
      return new Reckoning(
          plan,
          kills,
          vendor.charged(),
          Output.read(directory.resolve("out")),
          servers.intents(plan.name(), "charge = 'CHARGED'"),
          servers.intents(plan.name(), "outcome IS NULL"));
    }
  }

  /** Kills one after the other, each once more was asked; how many, before all was. */
  private static int kill(Plan plan, VendorProcess vendor, FlinkProcesses flink, Random random)
      throws IOException, InterruptedException {
    for (int kills = 0; kills < plan.kills(); kills++) {
      long before = vendor.charged().requests();
      long enough = Math.min(before + plan.rows() / (2L * plan.kills()), plan.rows() - 200L);
      if (enough <= before) {
        return kills;
      }
      Waits.until(() -> vendor.charged().requests() >= enough);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(SPAN_MILLIS));
      flink.killTaskManager(random.nextInt(flink.count()));
    }
    return plan.kills();
  }
}
