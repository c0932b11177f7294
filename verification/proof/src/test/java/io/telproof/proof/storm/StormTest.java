package io.telproof.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.VerificationProviderFactory;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the receipts say in a storm, beside what the vendors have in their books.
 *
 * <p>{@code -Dtelproof.storm=100000} says how many questions there are, of which each test has a
 * half, and {@code -Dtelproof.storm.seed=7} which storm it is.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
final class StormTest {
  private static final int QUESTIONS = Integer.getInteger("telproof.storm", 2_000);
  private static final long SEED = Long.getLong("telproof.storm.seed", 20_260_301);

  /** So many questions meet everything that there is to meet; fewer, most of it. */
  private static final int ENOUGH = 20_000;

  @Test
  void no_vendor_is_left_out() {
    Set<String> types = new TreeSet<>();
    ServiceLoader.load(VerificationProviderFactory.class)
        .forEach(factory -> types.add(factory.type()));
    assertThat(new Storm(QUESTIONS / 2, 2, SEED).asked()).hasSameSizeAs(types);
    assertThat(AskedVendor.values()).as("those whose replies are framed").hasSameSizeAs(types);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {1, 2})
  void whatever_befalls_the_lines_no_receipt_is_a_lie_with_so_many_vendors(int vendors)
      throws Exception {
    Storm storm = new Storm(QUESTIONS / 2, vendors, SEED);
    Report report = storm.blow();
    System.out.println(report);
    report.examples().forEach(System.out::println);

    assertThat(report.questions()).as("each ended").isEqualTo(QUESTIONS / 2);
    assertThat(report.violations()).as("a seed of %d", SEED).isEmpty();
    assertThat(report.carriedOutBy().keySet())
        .as("each vendor is out in it")
        .isEqualTo(storm.asked());
    // About a third on a machine with nothing else to do, fewer on a busy one.
    assertThat(report.answered()).as("it is no night either").isGreaterThan(QUESTIONS / 16);
    assertThat(report.mishaps().size())
        .as("kinds of mishaps")
        .isGreaterThanOrEqualTo(Mishap.values().length * (QUESTIONS < ENOUGH ? 3 : 4) / 4);
  }
}
