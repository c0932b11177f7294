package io.telproof.bulk.trial;

import io.telproof.bulk.trial.CountingVendor.Charged;
import io.telproof.bulk.trial.Outputs.Difference;
import io.telproof.sandbox.tencent.TencentCredentials;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A table that is asked once without a stop, and once with the process killed again and again, held
 * against what the vendor has charged.
 */
final class BulkTrial {
  private static final double MILLIS = 1000.0;

  /** A process that is killed sooner than this has hardly begun. */
  private static final long SOONEST = 1500;

  /**
   * What came of it.
   *
   * @param different questions in the table
   * @param rate rows a second of the run without a stop
   * @param heap the most in its heap before a collection, in MiB
   * @param kept the most that a full collection left there, in MiB
   * @param whole what the vendor charged for it
   * @param kills how often the other run was killed
   * @param killed what the vendor charged for that one
   * @param difference between the two outputs
   * @param statuses exit statuses of both at their end
   */
  record Result(
      long different,
      double rate,
      long heap,
      long kept,
      Charged whole,
      int kills,
      Charged killed,
      Difference difference,
      String statuses) {
    /** Whether all that is promised held. */
    boolean holds() {
      return whole.equals(new Charged(different, 0))
          && killed.again() == 0
          && killed.requests() <= different
          && killed.requests() + difference.doubts() >= different
          && difference.other() == 0
          && statuses.equals(difference.doubts() == 0 ? "0 0" : "0 3");
    }

    String text() {
      return """
          questions in the table                  %d
          without a stop: rows a second           %.0f
          without a stop: peak of the heap, MiB   %d, %d after a full collection
          without a stop: charged, charged twice  %d, %d
          kills                                   %d
          killed: charged, charged twice          %d, %d
          killed: rows in doubt, listed           %d
          rows that differ otherwise              %d
          exit statuses                           %s
          holds                                   %s
          """
          .formatted(
              different,
              rate,
              heap,
              kept,
              whole.requests(),
              whole.again(),
              kills,
              killed.requests(),
              killed.again(),
              difference.doubts(),
              difference.other(),
              statuses,
              holds());
    }
  }

  private BulkTrial() {}

  /** Runs the trial: rows, kills, the heap of the command, and a seed. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("telproof-bulk");
    try {
      Result result =
          run(
              directory,
              Integer.parseInt(arguments[0]),
              Integer.parseInt(arguments[1]),
              arguments[2],
              Long.parseLong(arguments[3]));
      System.out.print(result.text());
      if (!result.holds()) {
        System.out.print(Files.readString(directory.resolve(BulkProcess.SAID)));
      }
      System.exit(result.holds() ? 0 : 1);
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  static Result run(Path directory, int rows, int kills, String heap, long seed)
      throws IOException, InterruptedException {
    Path table = directory.resolve("in.csv");
    long different = TrialTable.write(table, rows);
    try (VendorProcess vendor = new VendorProcess()) {
      Path configuration = directory.resolve("application.conf");
      Files.writeString(configuration, configuration(vendor.endpoint()));
      BulkProcess command = new BulkProcess(directory, table, configuration, heap);
      Path whole = directory.resolve("whole.csv");
      long began = System.nanoTime();
      int status = command.run(whole);
      double seconds = (System.nanoTime() - began) / 1e9;
      long peak = command.peakHeap();
      long kept = command.keptHeap();
      Charged once = vendor.take();
      Path killed = directory.resolve("killed.csv");
      int done = 0;
      Random random = new Random(seed);
      long span = Math.max(SOONEST, (long) (2 * seconds * MILLIS / (kills + 1)));
      for (boolean running = true; running && done < kills; ) {
        running = command.killed(killed, SOONEST + random.nextLong(span));
        done += running ? 1 : 0;
      }
      String statuses = status + " " + command.run(killed);
      Charged often = vendor.take();
      return new Result(
          different,
          rows / seconds,
          peak,
          kept,
          once,
          done,
          often,
          Outputs.of(whole, killed),
          statuses);
    }
  }

  private static String configuration(String endpoint) {
    TencentCredentials key = TencentVendor.CREDENTIALS;
    return String.format(
        Locale.ROOT,
        """
        telproof {
          providers.main {
            type = tencent
            endpoint = "%s"
            secret-id = "%s"
            secret-key = "%s"
            limits.tenure = 100000/s
          }
        }
        """,
        endpoint,
        key.secretId(),
        key.secretKey());
  }
}
