package io.telproof.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualTime time = VirtualTime.at(START);

  @Test
  void time_stands_still_until_it_is_moved() {
    assertThat(time.now()).isEqualTo(START);
    time.advance(Duration.ofSeconds(90));
    assertThat(time.now()).isEqualTo(START.plusSeconds(90));
    assertThat(time.nanos()).isEqualTo(90_000_000_000L);
  }

  @Test
  void tasks_run_one_at_a_time_in_the_order_of_their_wake_ups() throws InterruptedException {
    assertThat(diary()).isEqualTo(diary()).startsWith("0@0", "1@0", "2@0", "2@3", "1@4", "0@5");
  }

  private static List<String> diary() throws InterruptedException {
    VirtualTime virtual = VirtualTime.at(START);
    List<String> diary = new ArrayList<>();
    List<VirtualTime.Task> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int task = i;
      tasks.add(
          () -> {
            for (int round = 0; round < 20; round++) {
              diary.add(task + "@" + virtual.nanos());
              virtual.await(Duration.ofNanos(5 - task));
            }
          });
    }
    virtual.run(tasks);
    assertThat(virtual.nanos()).isEqualTo(100);
    return diary;
  }

  @Test
  void what_a_task_throws_is_thrown_by_the_run_after_the_others_have_ended() {
    List<String> ended = new ArrayList<>();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                time.run(
                    List.of(
                        () -> {
                          throw new IllegalStateException("broken");
                        },
                        () -> {
                          time.await(Duration.ofSeconds(1));
                          ended.add("other");
                        })))
        .withRootCauseExactlyInstanceOf(IllegalStateException.class);
    assertThat(ended).containsExactly("other");
  }

  @Test
  void a_task_can_interrupt_another() throws InterruptedException {
    CompletableFuture<Thread> sleeper = new CompletableFuture<>();
    List<String> seen = new ArrayList<>();
    time.run(
        List.of(
            () -> {
              sleeper.complete(Thread.currentThread());
              try {
                time.await(Duration.ofDays(1));
              } catch (InterruptedException e) {
                seen.add("interrupted");
              }
            },
            () -> {
              time.await(Duration.ofSeconds(1));
              time.interrupt(sleeper.join());
            }));
    assertThat(seen).containsExactly("interrupted");
    assertThat(time.now()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void by_hand_only_those_whose_wait_is_over_wake() throws Exception {
    CompletableFuture<Long> early = sleeping(Duration.ofSeconds(1));
    CompletableFuture<Long> late = sleeping(Duration.ofSeconds(3));
    time.untilWaiting(2);
    time.advance(Duration.ofMillis(999));
    time.untilWaiting(2);
    assertThat(early).isNotDone();
    assertThat(time.advanceToNextWakeUp()).isTrue();
    assertThat(early.get()).isEqualTo(1_000_000_000L);
    assertThat(late).isNotDone();
    assertThat(time.advanceToNextWakeUp()).isTrue();
    assertThat(late.get()).isEqualTo(3_000_000_000L);
    assertThat(time.advanceToNextWakeUp()).isFalse();
  }

  @Test
  void who_is_interrupted_before_it_waits_does_not_wait() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> time.await(Duration.ZERO));
  }

  private CompletableFuture<Long> sleeping(Duration wait) {
    CompletableFuture<Long> woke = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                time.await(wait);
                woke.complete(time.nanos());
              } catch (InterruptedException e) {
                woke.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return woke;
  }
}
