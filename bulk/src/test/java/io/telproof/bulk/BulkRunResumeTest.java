package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import io.telproof.PhoneNumber;
import io.telproof.bulk.BulkReport.Kind;
import io.telproof.bulk.internal.file.Output;
import io.telproof.bulk.internal.file.RunDirectory;
import io.telproof.sandbox.Fault;
import io.telproof.spi.CheckType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run stops and goes on. */
final class BulkRunResumeTest {
  private static final String GOOD = "+8613800138000";
  private static final String SUSPENDED = "+8613800138010";
  private static final String NOT_TOLD = "+8613800138070";

  @TempDir private Path directory;
  private RunFixture vendor;

  @BeforeEach
  void start() {
    vendor = new RunFixture(directory);
  }

  @AfterEach
  void end() {
    vendor.close();
  }

  private long charged() {
    return vendor.sandbox().bill().charged();
  }

  @Test
  void a_run_that_stopped_goes_on_and_asks_nothing_twice() throws Exception {
    for (OutputOrder order : OutputOrder.values()) {
      InputTable table = vendor.table("number", GOOD, SUSPENDED, NOT_TOLD, "12", GOOD);
      Path out = directory.resolve(order + ".csv");
      long before = charged();
      BulkReport report = stopping(table, out, order).run(vendor.config());
      assertThat(report.stop().orElseThrow().kind()).isEqualTo(Kind.ASKED);
      for (int i = 0; i < 10 && !report.isFinished(); i++) {
        report = stopping(table, out, order).run(vendor.config());
      }
      assertThat(report.totals().rows()).isEqualTo(5);
      assertThat(charged() - before).isEqualTo(3);
      assertThat(report.totals().charges()).containsEntry(Charge.CHARGED, 3L);
      assertThat(Files.readAllLines(out).stream().map(line -> line.replaceFirst(",.*", "")))
          .containsExactlyInAnyOrder("line", "2", "3", "4", "6");
      assertThat(Files.readAllLines(Output.rejected(out))).hasSize(2);
    }
  }

  /** Stops as it reads its second number. */
  private BulkRun stopping(InputTable table, Path out, OutputOrder order) {
    BulkRun run = BulkRun.of(CheckType.TENURE, table, out).inFlight(1).order(order);
    int[] read = {0};
    return run.numbers(
        "E.164",
        text -> {
          if (++read[0] == 2) {
            run.stop();
          }
          return PhoneNumber.of(text);
        });
  }

  @Test
  void a_run_that_has_ended_asks_nothing_any_more_and_has_thrown_its_keys_away() throws Exception {
    InputTable table = vendor.table("number", GOOD);
    BulkReport first = vendor.tenure(table).run(vendor.config());
    List<String> lines = vendor.lines("out.csv");
    assertThat(RunDirectory.of(vendor.file("out.csv")).resolve("keys")).doesNotExist();
    assertThat(Files.readAllLines(RunDirectory.of(vendor.file("out.csv")).resolve("progress")))
        .as("no list of rows, which would grow with the table")
        .contains("done=1", "beyond=", "finished=true");
    BulkReport second = vendor.tenure(table).run(vendor.config());
    assertThat(second).isEqualTo(first);
    assertThat(vendor.lines("out.csv")).isEqualTo(lines);
    assertThat(charged()).isOne();
  }

  @Test
  void a_start_that_goes_on_says_how_far_the_run_has_come_and_a_first_one_says_nothing()
      throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED);
    List<BulkStatus> told = new ArrayList<>();
    Instant before = Instant.now();
    vendor.tenure(table).budget(1).resumed(told::add).run(vendor.config());
    assertThat(told).isEmpty();
    vendor.tenure(table).budget(2).resumed(told::add).run(vendor.config());
    assertThat(told)
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.totals().rows()).isOne();
              assertThat(status.finished()).isFalse();
              assertThat(status.begun()).isBetween(before, Instant.now());
            });
    vendor.tenure(table).budget(2).resumed(told::add).run(vendor.config());
    assertThat(told).hasSize(2).last().extracting(BulkStatus::finished).isEqualTo(true);
  }

  @Test
  void a_budget_is_never_overdrawn_and_counts_the_whole_run() throws Exception {
    InputTable table =
        vendor.table("number", GOOD, SUSPENDED, NOT_TOLD, "+8613900000001", "+8613900000002");
    BulkReport report = vendor.tenure(table).inFlight(8).budget(2).run(vendor.config());
    assertThat(report.stop().orElseThrow().kind()).isEqualTo(Kind.BUDGET);
    assertThat(report.stop().orElseThrow().reason()).contains("the budget of 2");
    assertThat(charged()).isEqualTo(2);
    assertThat(vendor.tenure(table).inFlight(8).budget(3).run(vendor.config()).isFinished())
        .isFalse();
    assertThat(charged()).isEqualTo(3);
    assertThat(vendor.tenure(table).budget(5).run(vendor.config()).stop()).isEmpty();
    assertThat(charged()).isEqualTo(5);
  }

  @Test
  void a_key_that_is_refused_stops_the_run_and_no_row_is_lost() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED);
    vendor.revokeKey();
    BulkReport report = vendor.tenure(table).run(vendor.config());
    assertThat(report.stop().orElseThrow().kind()).isEqualTo(Kind.VENDOR);
    assertThat(report.stop().orElseThrow().reason())
        .startsWith("UNAUTHORIZED from main MobileNetworkTimeVerification, line 2: ");
    assertThat(report.totals().rows()).isZero();
    vendor.restoreKey();
    assertThat(vendor.tenure(table).run(vendor.config()).totals().known()).isEqualTo(2);
  }

  @Test
  void a_key_that_was_mended_in_the_configuration_goes_on_with_the_row_that_was_refused()
      throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED, NOT_TOLD);
    vendor.tenure(table).budget(1).run(vendor.config());
    Map<String, Object> wrong = Map.of("telproof.providers.main.secret-key", "another");
    for (int i = 0; i < 2; i++) {
      BulkReport refused = vendor.tenure(table).run(vendor.config(wrong));
      assertThat(refused.stop().orElseThrow().reason())
          .startsWith("UNAUTHORIZED from main MobileNetworkTimeVerification, line 3: ");
      assertThat(refused.totals().rows()).isOne();
    }
    BulkReport report = vendor.tenure(table).run(vendor.config());
    assertThat(report.isFinished()).isTrue();
    assertThat(vendor.output(2)).containsExactly("2,known", "3,known", "4,unknown");
    assertThat(charged()).isEqualTo(3);
  }

  @Test
  void whoever_stops_a_run_is_not_told_what_is_left_and_what_it_waits_for() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED, NOT_TOLD);
    vendor.sandbox().faults().next(Fault.CLOSE_AFTER_REPLY);
    vendor.sandbox().faults().next(50, Fault.HTTP_429);
    BulkRun run = vendor.tenure(table);
    List<BulkProgress> told = new ArrayList<>();
    run.progress(
            progress -> {
              told.add(progress);
              run.stop();
            })
        .run(vendor.config());
    assertThat(told.get(0).left()).as("it was told before").isPresent();
    assertThat(told.get(0).waiting()).isPresent();
    assertThat(told).last().extracting(BulkProgress::left).isEqualTo(Optional.empty());
    assertThat(told).last().extracting(BulkProgress::waiting).isEqualTo(Optional.empty());
  }

  @Test
  void a_vendor_that_answers_nothing_is_not_paid_for_all_rows() throws Exception {
    List<String> lines = new ArrayList<>(List.of("number"));
    for (int i = 0; i < 150; i++) {
      lines.add("+861390000%04d".formatted(i));
    }
    vendor.sandbox().faults().next(150, Fault.NOT_JSON_200);
    BulkReport report =
        vendor.tenure(vendor.table(lines.toArray(String[]::new))).run(vendor.config());
    assertThat(report.stop().orElseThrow().kind()).isEqualTo(Kind.VENDOR);
    assertThat(report.stop().orElseThrow().reason()).startsWith("100 rows in a row");
    assertThat(charged()).isEqualTo(100);
  }

  @Test
  void what_a_killed_process_left_in_doubt_is_no_reason_to_stop() throws Exception {
    int rows = 120;
    List<String> lines = new ArrayList<>(List.of("number"));
    for (int i = 0; i < rows; i++) {
      lines.add("+861390000%04d".formatted(i));
    }
    InputTable table = vendor.table(lines.toArray(String[]::new));
    vendor.sandbox().faults().next(rows, Fault.STALL);
    BulkRun stalled = vendor.tenure(table).inFlight(rows);
    CompletableFuture<BulkReport> ended =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return stalled.run(vendor.config());
              } catch (BulkException e) {
                throw new IllegalStateException(e);
              }
            });
    while (vendor.sandbox().heard().size() < rows && !ended.isDone()) {
      Thread.onSpinWait();
    }
    copy("killed.csv");
    vendor.close();
    assertThat(ended.join().totals().doubtful()).isEqualTo(rows);

    BulkReport report =
        BulkRun.of(CheckType.TENURE, table, vendor.file("killed.csv")).run(vendor.config());
    assertThat(report.stop()).isEmpty();
    assertThat(report.totals().doubtful()).isEqualTo(rows);
  }

  /** All that a process which was killed at this moment has left, for an output of this name. */
  private void copy(String name) throws IOException {
    // Where it stands, and then what only grows.
    copy(RunDirectory.of(vendor.file("out.csv")), name);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.getFileName().toString().startsWith("out.csv")) {
          copy(file, name);
        }
      }
    }
  }

  private static void copy(Path tree, String name) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.toList()) {
        try {
          Files.copy(file, Path.of(file.toString().replace("out.csv", name)));
        } catch (NoSuchFileException e) {
          // It was written beside the one whose place it has taken meanwhile.
        }
      }
    }
  }
}
