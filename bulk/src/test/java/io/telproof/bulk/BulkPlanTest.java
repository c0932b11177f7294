package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.telproof.bulk.internal.file.RunDirectory;
import io.telproof.sandbox.Fault;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run would ask, told before it is asked. */
final class BulkPlanTest {
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

  @Test
  void a_plan_counts_and_asks_nobody_and_writes_nothing() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED, GOOD, "12");
    BulkPlan plan =
        vendor
            .tenure(table)
            .plan(vendor.config(Map.of("telproof.providers.main.limits.tenure", "1/s")));
    assertThat(plan.rows()).isEqualTo(4);
    assertThat(plan.rejected()).isOne();
    assertThat(plan.reasons()).singleElement().asString().startsWith("line 5: number: ");
    assertThat(plan.most()).isEqualTo(2);
    assertThat(plan.providers()).containsExactly("main");
    assertThat(plan.limits()).isEqualTo("1/s");
    assertThat(plan.shortest()).contains(Duration.ofSeconds(1));
    assertThat(vendor.sandbox().bill().requests()).isZero();
    assertThat(vendor.file("out.csv")).doesNotExist();
    assertThat(RunDirectory.of(vendor.file("out.csv"))).doesNotExist();
  }

  @Test
  void a_plan_of_a_run_that_was_begun_tells_what_is_left_and_writes_nothing() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED, NOT_TOLD, "12", NOT_TOLD);
    assertThat(vendor.tenure(table).plan(vendor.config()).begun()).isEmpty();
    vendor.tenure(table).budget(1).run(vendor.config());
    Map<Path, String> files = files();
    BulkPlan plan = vendor.tenure(table).plan(vendor.config());
    assertThat(plan.rows()).isEqualTo(5);
    assertThat(plan.done()).isOne();
    assertThat(plan.rejected()).isOne();
    assertThat(plan.most()).isEqualTo(2);
    assertThat(files()).isEqualTo(files);

    vendor.sandbox().faults().next(Fault.RESET_BEFORE_REPLY);
    vendor.tenure(table).run(vendor.config());
    files = files();
    BulkPlan ended = vendor.tenure(table).plan(vendor.config());
    assertThat(ended.begun().orElseThrow().finished()).isTrue();
    assertThat(ended.done()).isEqualTo(5);
    assertThat(ended.most()).isZero();
    BulkPlan again = vendor.tenure(table).askAgainInDoubt().plan(vendor.config());
    assertThat(again.done()).isEqualTo(4);
    assertThat(again.most()).isOne();
    assertThat(files()).isEqualTo(files);
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> vendor.tenure(table).order(OutputOrder.ANSWERED).plan(vendor.config()))
        .withMessageStartingWith("this run was begun with another order");
  }

  @Test
  void what_a_row_that_is_done_has_asked_is_counted_as_answered() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED, GOOD, "12", GOOD);
    assertThat(vendor.tenure(table).plan(vendor.config()).answered()).isZero();
    vendor.tenure(table).budget(1).run(vendor.config());
    BulkPlan plan = vendor.tenure(table).plan(vendor.config());
    assertThat(plan.done()).isOne();
    assertThat(plan.answered()).isEqualTo(2);
    assertThat(plan.questions()).hasValue(1);
    long before = vendor.sandbox().bill().charged();
    assertThat(vendor.tenure(table).run(vendor.config()).isFinished()).isTrue();
    assertThat(vendor.sandbox().bill().charged() - before).as("as it was told").isOne();
  }

  @Test
  void a_run_that_was_ended_before_it_had_a_ledger_has_asked_nothing() throws Exception {
    InputTable table = vendor.table("number", GOOD, SUSPENDED);
    vendor.tenure(table).budget(0).run(vendor.config());
    Path ledger = RunDirectory.of(vendor.file("out.csv")).resolve("ledger");
    try (Stream<Path> files = Files.walk(ledger)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertThat(vendor.tenure(table).plan(vendor.config()).questions()).hasValue(2);
    assertThat(ledger).doesNotExist();
  }

  /** All files, with what is in them and when they were written. */
  private Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            file,
            Files.getLastModifiedTime(file)
                + Files.readString(file, Charset.forName("ISO-8859-1")));
      }
    }
    return files;
  }
}
