package io.telproof.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is carried out, and so is billed, is answered, although callers come faster than the vendor
 * allows: who would be asked too late to be answered is not asked.
 *
 * <p>{@code -Dtelproof.load=full} measures every combination, some of them at a time, for a minute
 * each.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
final class OverTheRateTest {
  private static final boolean FULL = "full".equals(System.getProperty("telproof.load"));
  private static final int AT_A_TIME = 4;
  private static final double LEAST = 0.99;

  @Test
  void of_what_is_carried_out_over_the_rate_ninety_nine_in_a_hundred_are_answered()
      throws Exception {
    List<Measurements> all = measure(FULL ? everything() : some());
    System.out.println(Measurements.head());
    all.forEach(System.out::println);

    assertThat(all).allSatisfy(each -> assertThat(each.violations()).isEmpty());
    List<Measurements> answerable =
        all.stream().filter(each -> each.load().canBeAnswered()).toList();
    if (FULL) {
      assertThat(answerable).allMatch(each -> each.share() >= LEAST);
    } else {
      // Each is short, and one question more or less is half of a hundredth.
      double carriedOut = answerable.stream().mapToLong(Measurements::carriedOut).sum();
      assertThat(answerable.stream().mapToLong(Measurements::answered).sum() / carriedOut)
          .isGreaterThanOrEqualTo(LEAST);
    }
  }

  private static List<Load> some() {
    Duration lasting = Duration.ofSeconds(12);
    return List.of(
        new Load(Duration.ofMillis(200), Duration.ofSeconds(1), 1, lasting),
        new Load(Duration.ofMillis(600), Duration.ofSeconds(1), 2, lasting),
        new Load(Duration.ofMillis(50), Duration.ofSeconds(1), 1, lasting));
  }

  private static List<Load> everything() {
    List<Load> loads = new ArrayList<>();
    for (int vendors : new int[] {1, 2}) {
      for (int within : new int[] {1, 3, 10}) {
        for (int takes : new int[] {50, 200, 600, 2_000}) {
          loads.add(
              new Load(
                  Duration.ofMillis(takes),
                  Duration.ofSeconds(within),
                  vendors,
                  Duration.ofSeconds(60)));
        }
      }
    }
    return loads;
  }

  private static List<Measurements> measure(List<Load> loads) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<Measurements>> under = new ArrayList<>();
      loads.forEach(load -> under.add(threads.submit(load::measure)));
      List<Measurements> all = new ArrayList<>();
      for (Future<Measurements> each : under) {
        all.add(each.get());
      }
      return all;
    } finally {
      threads.shutdownNow();
    }
  }
}
