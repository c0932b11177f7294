package io.telproof.client.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.telproof.client.CredentialsProvider;
import io.telproof.client.ExpiringCredentials;
import io.telproof.client.internal.pipeline.HandExecutor;
import io.telproof.client.internal.pipeline.WaitingThread;
import io.telproof.spi.http.LogCapture;
import io.telproof.spi.http.VendorProfile;
import io.telproof.spi.http.VendorTime;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.HandTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of an application's source. */
@Timeout(120)
class RefreshingCredentialsSourceTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final VendorProfile profile = new VendorProfile(time);
  private final HandExecutor executor = new HandExecutor();
  private final Deque<Object> gives = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();

  private Optional<ExpiringCredentials> source(String provider) {
    asked.add(provider);
    Object next = gives.removeFirst();
    if (next instanceof RuntimeException thrown) {
      throw thrown;
    }
    if (next instanceof Error thrown) {
      throw thrown;
    }
    return next.equals("none") ? Optional.empty() : Optional.of((ExpiringCredentials) next);
  }

  private ExpiringCredentials expiring(String name, Duration length) {
    return new ExpiringCredentials(TestCredentials.of(name), Optional.of(time.now().plus(length)));
  }

  private RefreshingCredentials keys(ExpiringCredentials first) {
    return keys(first, executor);
  }

  private RefreshingCredentials keys(ExpiringCredentials first, Executor where) {
    return RefreshingCredentials.ofSource("main", this::source, first, profile, time, where);
  }

  private Deadline within(Duration duration) {
    return Deadline.in(duration, time);
  }

  private boolean ready(RefreshingCredentials keys) {
    return keys.ready(within(Duration.ofMinutes(1)));
  }

  private static String current(RefreshingCredentials keys) {
    return TestCredentials.name(keys.current());
  }

  @Test
  void keys_without_an_end_are_not_asked_for_again() {
    RefreshingCredentials keys = keys(ExpiringCredentials.of(TestCredentials.of("A")));
    for (int day = 0; day < 1000; day++) {
      assertThat(ready(keys)).isTrue();
      time.advance(Duration.ofDays(1));
    }
    assertThat(executor.kept()).isZero();
    assertThat(current(keys)).isEqualTo("A");
  }

  @ParameterizedTest
  @CsvSource({"PT10M, PT8M", "PT15M, PT12M", "PT25M, PT20M", "PT1H, PT55M", "PT12H, PT11H55M"})
  void a_lease_is_renewed_in_its_last_fifth_or_its_last_five_minutes(
      Duration length, Duration renewed) {
    RefreshingCredentials keys = keys(expiring("A", length));
    time.advance(renewed.minusNanos(1));
    assertThat(ready(keys)).isTrue();
    assertThat(executor.kept()).isZero();
    time.advance(Duration.ofNanos(1));
    assertThat(ready(keys)).isTrue();
    assertThat(executor.kept()).isEqualTo(1);
  }

  @Test
  void a_lease_ends_by_the_vendors_clock_where_that_is_known() {
    RefreshingCredentials keys = keys(expiring("A", Duration.ofHours(-1)), Runnable::run);
    gives.add("none");
    assertThat(ready(keys)).isFalse();
    VendorTime.told(profile, time.now().minus(HOUR).minus(HOUR));
    assertThat(ready(keys)).isTrue();
    assertThat(current(keys)).isEqualTo("A");
    time.advance(HOUR.minusNanos(1));
    gives.add("none");
    assertThat(ready(keys)).isTrue();
    time.advance(Duration.ofNanos(1));
    assertThat(ready(keys)).isFalse();
  }

  @Test
  void a_lease_that_has_ended_by_the_vendors_clock_has_ended_though_ours_is_behind() {
    RefreshingCredentials keys = keys(expiring("A", HOUR));
    VendorTime.told(profile, time.now().plus(HOUR));
    assertThat(keys.ready(within(Duration.ofMillis(1)))).isFalse();
    gives.add(expiring("B", HOUR.plus(HOUR)));
    executor.run();
    assertThat(ready(keys)).isTrue();
    assertThat(current(keys)).isEqualTo("B");
  }

  @ParameterizedTest
  @CsvSource({"PT10M, PT8M", "PT1H, PT55M"})
  void a_lease_is_as_long_as_it_is_though_the_vendor_told_its_time_after_it_was_got(
      Duration length, Duration renewed) {
    Duration ahead = Duration.ofHours(5);
    RefreshingCredentials keys = keys(expiring("A", length.minus(ahead)));
    VendorTime.told(profile, time.now().minus(ahead));
    time.advance(renewed.minusNanos(1));
    assertThat(ready(keys)).isTrue();
    assertThat(executor.kept()).isZero();
    time.advance(Duration.ofNanos(1));
    assertThat(ready(keys)).isTrue();
    assertThat(executor.kept()).isEqualTo(1);
  }

  @Test
  void what_a_source_gives_is_held_against_the_vendors_clock() {
    RefreshingCredentials keys = keys(expiring("A", Duration.ofMinutes(-61)), Runnable::run);
    VendorTime.told(profile, time.now().minus(HOUR));
    gives.add(expiring("B", Duration.ofMinutes(-30)));
    assertThat(ready(keys)).isTrue();
    assertThat(current(keys)).isEqualTo("B");
  }

  @Test
  void the_keys_before_serve_while_they_live_by_the_vendors_clock() {
    RefreshingCredentials keys = keys(expiring("A", Duration.ofMinutes(-50)), Runnable::run);
    VendorTime.told(profile, time.now().minus(HOUR));
    time.advance(Duration.ofMinutes(9));
    gives.add(expiring("B", HOUR));
    ready(keys);
    keys.refused(TestCredentials.of("B"));
    assertThat(current(keys)).isEqualTo("A");
    keys.refused(TestCredentials.of("A"));
    assertThat(current(keys)).isEqualTo("B");
  }

  @Test
  void nobody_waits_while_a_lease_lives_and_one_flight_renews_it() {
    RefreshingCredentials keys = keys(expiring("A", HOUR));
    time.advance(Duration.ofMinutes(59));
    gives.add(expiring("B", HOUR));
    for (int i = 0; i < 20; i++) {
      assertThat(ready(keys)).isTrue();
      assertThat(current(keys)).isEqualTo("A");
    }
    assertThat(executor.run()).isEqualTo(1);
    assertThat(current(keys)).isEqualTo("B");
    assertThat(ready(keys)).isTrue();
    assertThat(executor.kept()).isZero();
    assertThat(asked).containsExactly("main");
  }

  @Test
  void whoever_comes_after_the_end_waits_for_the_one_flight() throws Exception {
    RefreshingCredentials keys = keys(expiring("A", HOUR));
    time.advance(HOUR);
    gives.add(expiring("B", HOUR));
    List<CompletableFuture<String>> callers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      CompletableFuture<String> caller = new CompletableFuture<>();
      callers.add(caller);
      threads.add(
          new Thread(() -> caller.complete(ready(keys) ? current(keys) : "nothing in time")));
    }
    threads.forEach(Thread::start);
    threads.forEach(WaitingThread::forIt);
    assertThat(executor.run()).isEqualTo(1);
    for (CompletableFuture<String> caller : callers) {
      assertThat(caller.get()).isEqualTo("B");
    }
    assertThat(asked).hasSize(1);
    assertThat(executor.kept()).isZero();
  }

  @Test
  void who_saw_the_end_near_asks_nobody_where_another_has_renewed_meanwhile() {
    Deque<Runnable> atNextLook = new ArrayDeque<>();
    HandTime watched = HandTime.over(time);
    watched.atEachUse(() -> Optional.ofNullable(atNextLook.poll()).ifPresent(Runnable::run));
    RefreshingCredentials keys =
        RefreshingCredentials.ofSource(
            "main",
            this::source,
            expiring("A", HOUR),
            new VendorProfile(watched),
            watched,
            Runnable::run);
    time.advance(Duration.ofMinutes(59));
    gives.add(expiring("B", HOUR));
    atNextLook.add(() -> ready(keys));
    assertThat(ready(keys)).isTrue();
    assertThat(current(keys)).isEqualTo("B");
    assertThat(asked).hasSize(1);
  }

  @Test
  void nobody_waits_for_longer_than_there_is_time() {
    RefreshingCredentials keys = keys(expiring("A", HOUR));
    time.advance(HOUR);
    assertThat(keys.ready(within(Duration.ofMillis(1)))).isFalse();
    assertThat(keys.ready(within(Duration.ofMillis(1)))).isFalse();
    assertThat(executor.kept()).isEqualTo(1);
    gives.add(expiring("B", HOUR));
    executor.run();
    assertThat(keys.ready(within(Duration.ofMillis(1)))).isTrue();
  }

  @Test
  void an_interrupt_ends_the_wait_and_stays_set() {
    RefreshingCredentials keys = keys(expiring("A", HOUR));
    time.advance(HOUR);
    Thread.currentThread().interrupt();
    assertThat(keys.ready(within(Duration.ofDays(1)))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void leases_of_any_length_are_renewed_before_they_end() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      HandTime mine = new HandTime("2026-01-01T00:00:00Z");
      List<Instant> ends = new ArrayList<>();
      CredentialsProvider source =
          provider -> {
            Instant until = mine.now().plusSeconds(60 + random.nextInt(10_000));
            ends.add(until);
            return Optional.of(
                new ExpiringCredentials(TestCredentials.of("K" + ends.size()), Optional.of(until)));
          };
      RefreshingCredentials keys =
          RefreshingCredentials.ofSource(
              "main",
              source,
              source.credentials("main").orElseThrow(),
              new VendorProfile(mine),
              mine,
              executor);
      for (int i = 0; i < 500; i++) {
        assertThat(keys.ready(Deadline.in(SECOND, mine))).isTrue();
        executor.run();
        assertThat(mine.now()).as("seed %d", seed).isBefore(ends.get(ends.size() - 1));
        assertThat(current(keys)).isEqualTo("K" + ends.size());
        // A fifth of the shortest life is 12 seconds: who asks at least so often never waits.
        mine.advance(Duration.ofMillis(1 + random.nextInt(11_000)));
      }
      assertThat(ends).as("seed %d", seed).hasSizeLessThan(150);
    }
  }

  @Test
  void what_a_source_throws_is_told_by_its_class_and_it_is_left_alone_for_ten_seconds() {
    RefreshingCredentials keys = keys(expiring("A", HOUR), Runnable::run);
    time.advance(Duration.ofMinutes(59));
    gives.add(new IllegalStateException("no access with CanaryKey-A"));
    gives.add(new LinkageError("CanaryKey-A"));
    gives.add(new UncheckedIOException(new IOException("CanaryKey-A")));
    gives.add(expiring("B", HOUR));
    try (LogCapture log = new LogCapture()) {
      for (int i = 0; i < 30; i++) {
        assertThat(ready(keys)).isTrue();
        assertThat(asked).hasSize(1 + i / 10);
        assertThat(current(keys)).isEqualTo("A");
        time.advance(SECOND);
      }
      assertThat(ready(keys)).isTrue();
      assertThat(current(keys)).isEqualTo("B");
      assertThat(log.lines()).hasSize(3).allMatch(line -> line.startsWith("WARN "));
      assertThat(log.lines().get(0))
          .contains("provider main", "the application's source", "java.lang.IllegalStateException");
      assertThat(log.lines().get(1)).contains("java.lang.LinkageError");
      assertThat(log.lines().get(2)).contains("java.io.UncheckedIOException");
      assertThat(log.lines()).noneMatch(line -> line.contains("Canary"));
    }
  }

  @Test
  void a_source_that_gives_nothing_usable_has_failed() {
    RefreshingCredentials keys = keys(expiring("A", HOUR), Runnable::run);
    time.advance(Duration.ofMinutes(59));
    gives.add("none");
    gives.add(expiring("B", Duration.ZERO));
    try (LogCapture log = new LogCapture()) {
      ready(keys);
      time.advance(Duration.ofSeconds(10));
      ready(keys);
      assertThat(current(keys)).isEqualTo("A");
      assertThat(log.lines()).hasSize(2);
      assertThat(log.lines().get(0)).contains("(it gave none)");
      assertThat(log.lines().get(1)).contains("(it gave keys that have ended");
    }
  }

  @Test
  void a_source_that_fails_when_the_keys_have_ended_lets_callers_go_at_once() {
    RefreshingCredentials keys = keys(expiring("A", HOUR), Runnable::run);
    time.advance(HOUR);
    gives.add(new IllegalStateException("down"));
    assertThat(keys.ready(within(Duration.ofDays(1)))).isFalse();
    assertThat(keys.ready(within(Duration.ofDays(1)))).isFalse();
    assertThat(asked).hasSize(1);
    time.advance(Duration.ofSeconds(10));
    gives.add(expiring("B", HOUR));
    assertThat(keys.ready(within(Duration.ofDays(1)))).isTrue();
    assertThat(current(keys)).isEqualTo("B");
  }

  @Test
  void an_executor_that_takes_nothing_is_a_failure_like_another() {
    RefreshingCredentials keys =
        keys(
            expiring("A", HOUR),
            task -> {
              throw new RejectedExecutionException("full");
            });
    time.advance(HOUR);
    try (LogCapture log = new LogCapture()) {
      assertThat(keys.ready(within(Duration.ofDays(1)))).isFalse();
      assertThat(keys.ready(within(Duration.ofDays(1)))).isFalse();
      assertThat(log.lines()).hasSize(1);
      assertThat(log.lines().get(0)).contains("RejectedExecutionException");
    }
  }

  @Test
  void a_thread_that_cannot_be_had_is_tried_for_again_and_harms_no_keys_that_are_there() {
    boolean[] full = {true};
    RefreshingCredentials keys =
        keys(
            expiring("A", HOUR),
            task -> {
              if (full[0]) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              task.run();
            });
    time.advance(Duration.ofMinutes(56));
    assertThatNoException().isThrownBy(() -> assertThat(ready(keys)).isTrue());
    full[0] = false;
    time.advance(Duration.ofSeconds(10));
    gives.add(expiring("B", HOUR));
    assertThat(ready(keys)).isTrue();
    assertThat(current(keys)).isEqualTo("B");
  }

  @Test
  void refused_keys_are_asked_for_anew_once_in_five_seconds() {
    RefreshingCredentials keys =
        keys(ExpiringCredentials.of(TestCredentials.of("A")), Runnable::run);
    for (int i = 0; i < 3; i++) {
      gives.add(ExpiringCredentials.of(TestCredentials.of("A")));
    }
    for (int i = 0; i < 15; i++) {
      assertThat(keys.renewed(TestCredentials.of("A"), within(SECOND))).isFalse();
      assertThat(asked).hasSize(1 + i / 5);
      time.advance(SECOND);
    }
    gives.add(ExpiringCredentials.of(TestCredentials.of("B")));
    assertThat(keys.renewed(TestCredentials.of("A"), within(SECOND))).isTrue();
    assertThat(current(keys)).isEqualTo("B");
  }

  @Test
  void a_source_with_new_keys_for_everybody_is_not_hammered_by_a_missing_permission() {
    RefreshingCredentials keys =
        keys(ExpiringCredentials.of(TestCredentials.of("K0")), Runnable::run);
    for (int i = 1; i <= 4; i++) {
      gives.add(ExpiringCredentials.of(TestCredentials.of("K" + i)));
    }
    for (int i = 0; i < 200; i++) {
      keys.renewed(keys.current(), within(SECOND));
      time.advance(Duration.ofMillis(100));
    }
    assertThat(asked).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void keys_that_were_renewed_meanwhile_are_not_asked_for_again() {
    RefreshingCredentials keys =
        keys(ExpiringCredentials.of(TestCredentials.of("A")), Runnable::run);
    gives.add(ExpiringCredentials.of(TestCredentials.of("B")));
    assertThat(keys.renewed(TestCredentials.of("A"), within(SECOND))).isTrue();
    time.advance(Duration.ofMinutes(1));
    assertThat(keys.renewed(TestCredentials.of("A"), within(SECOND))).isTrue();
    assertThat(asked).hasSize(1);
    assertThat(current(keys)).isEqualTo("B");
  }

  @Test
  void once_closed_nothing_is_asked_for_and_nothing_is_told() {
    RefreshingCredentials keys = keys(expiring("A", HOUR));
    time.advance(HOUR.minusSeconds(1));
    ready(keys);
    gives.add(new IllegalStateException("closed as well"));
    keys.close();
    keys.close();
    try (LogCapture log = new LogCapture()) {
      executor.run();
      time.advance(HOUR);
      assertThat(keys.ready(within(Duration.ofDays(1)))).isFalse();
      assertThat(keys.renewed(TestCredentials.of("A"), within(Duration.ofDays(1)))).isFalse();
      assertThat(log.lines()).isEmpty();
    }
    assertThat(asked).hasSize(1);
    assertThat(executor.kept()).isZero();
    assertThat(current(keys)).isEqualTo("A");
  }
}
