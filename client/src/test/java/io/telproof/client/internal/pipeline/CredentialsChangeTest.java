package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.client.internal.credentials.CredentialsFile;
import io.telproof.client.internal.credentials.RefreshingCredentials;
import io.telproof.client.internal.credentials.TestCredentials;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.LogCapture;
import io.telproof.spi.http.VendorProfile;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.HandTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rotations, questions and time in any order: what is refused, and for how long. */
@Timeout(300)
class CredentialsChangeTest {
  private static final int SEEDS = 200;
  private static final int STEPS = 150;
  private static final CallContext CONTEXT = CallContext.within(Duration.ofMinutes(1));

  /**
   * How far a rotation is. In all of them but the gap some keys that were in the file are valid.
   */
  private enum Phase {
    SETTLED,
    VENDOR_KNOWS_BOTH_BEFORE_THE_FILE,
    HALF_IN_THE_FILE,
    IN_THE_FILE_BEFORE_THE_VENDOR_KNOWS,
    VENDOR_KNOWS_BOTH,
    GAP
  }

  @TempDir Path folder;
  private final Map<Phase, Integer> questions = new EnumMap<>(Phase.class);
  private int repeated;

  @Test
  void while_two_keys_overlap_no_question_is_lost_and_after_a_gap_the_next_one_is_answered() {
    try (LogCapture log = new LogCapture()) {
      for (int seed = 0; seed < SEEDS; seed++) {
        new World(seed).run();
      }
      assertThat(log.lines()).noneMatch(line -> line.contains("Canary"));
    }
    for (Phase phase : Phase.values()) {
      assertThat(questions.getOrDefault(phase, 0)).as(phase.name()).isGreaterThan(100);
    }
    assertThat(repeated).isGreaterThan(300);
  }

  private final class World {
    private final Random random;
    private final int seed;
    private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
    private final CredentialsFile file;
    private final RefreshingCredentials keys;
    private final CheckingVendor vendor;
    private final Check<String, String> check;
    private Phase phase = Phase.SETTLED;
    private String old = "K0";
    private String fresh = "K0";
    private int rotations;

    World(int seed) {
      this.seed = seed;
      random = new Random(seed);
      file = new CredentialsFile(folder.resolve("key-" + seed));
      file.write(fresh);
      keys =
          RefreshingCredentials.ofFiles(
              "main",
              List.of(file.path),
              file::credentials,
              TestCredentials.of(fresh),
              new VendorProfile(time),
              time,
              Runnable::run);
      vendor = new CheckingVendor(keys, time, fresh);
      check =
          Stages.check(
              new CredentialsStage<>(Stages.of(vendor), keys, CheckType.PHONE_STATUS, true, time),
              time);
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(6)) {
          case 0 -> proceed();
          case 1 -> time.advance(aWhile());
          case 2 -> halfWritten();
          default -> ask();
        }
      }
    }

    private Duration aWhile() {
      // Both halves of a change are written together; anything else may take its time.
      int longest =
          phase == Phase.HALF_IN_THE_FILE ? 2_000 : random.nextInt(8) == 0 ? 90_000 : 3_000;
      return Duration.ofMillis(random.nextInt(longest));
    }

    /** A moment in which the file holds no keys that can be read. */
    private void halfWritten() {
      if ((phase == Phase.SETTLED || phase == Phase.VENDOR_KNOWS_BOTH) && freshInUse()) {
        file.writeText("CanaryKey");
        ask(() -> {});
        file.write(fresh);
      }
    }

    private void proceed() {
      switch (phase) {
        case SETTLED -> begin(random.nextInt(3));
        case VENDOR_KNOWS_BOTH_BEFORE_THE_FILE -> {
          if (random.nextInt(3) == 0) {
            file.write("half");
            phase = Phase.HALF_IN_THE_FILE;
          } else {
            file.write(fresh);
            phase = Phase.VENDOR_KNOWS_BOTH;
          }
        }
        case HALF_IN_THE_FILE -> {
          file.write(fresh);
          phase = Phase.VENDOR_KNOWS_BOTH;
        }
        case IN_THE_FILE_BEFORE_THE_VENDOR_KNOWS -> {
          vendor.known.add(fresh);
          phase = Phase.VENDOR_KNOWS_BOTH;
        }
        case VENDOR_KNOWS_BOTH -> {
          vendor.known.remove(old);
          phase = Phase.SETTLED;
        }
        case GAP -> {
          file.write(fresh);
          phase = Phase.SETTLED;
          ask();
        }
      }
    }

    private boolean freshInUse() {
      return !vendor.seen.isEmpty() && vendor.seen.get(vendor.seen.size() - 1).equals(fresh);
    }

    /** One rotation at a time: the next begins when the keys of the last are in use. */
    private void begin(int how) {
      if (!freshInUse()) {
        return;
      }
      old = fresh;
      fresh = "K" + ++rotations;
      switch (how) {
        case 0 -> {
          vendor.known.add(fresh);
          phase = Phase.VENDOR_KNOWS_BOTH_BEFORE_THE_FILE;
        }
        case 1 -> {
          file.write(fresh);
          phase = Phase.IN_THE_FILE_BEFORE_THE_VENDOR_KNOWS;
        }
        default -> {
          vendor.known.remove(old);
          vendor.known.add(fresh);
          phase = Phase.GAP;
        }
      }
    }

    private void ask() {
      ask(meanwhile());
    }

    private void ask(Runnable meanwhile) {
      Phase asked = phase;
      boolean gap = phase == Phase.GAP;
      if (random.nextBoolean()) {
        vendor.waiting = meanwhile;
      } else {
        vendor.travelling = meanwhile;
      }
      int before = vendor.seen.size();
      try {
        Answer<String> answer = check.check("?", CONTEXT);
        int attempts = vendor.seen.size() - before;
        assertThat(gap).as("seed %d: answered in the gap", seed).isFalse();
        assertThat(answer.receipt().earlier()).hasSize(attempts - 1);
        repeated += attempts - 1;
      } catch (VerificationException e) {
        if (!gap) {
          fail("seed " + seed + " in " + asked + " signed with " + vendor.seen, e);
        }
        assertThat(e.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
      }
      assertThat(vendor.seen.size() - before).as("seed %d", seed).isBetween(1, 2);
      questions.merge(asked, 1, Integer::sum);
      vendor.waiting = () -> {};
      vendor.travelling = () -> {};
    }

    /** The rotation goes on during a question, once at the most, and others ask beside it. */
    private Runnable meanwhile() {
      boolean[] done = new boolean[1];
      int attempt = random.nextInt(2);
      boolean goesOn = phase != Phase.GAP && random.nextInt(3) == 0;
      boolean othersAsk = random.nextBoolean();
      int started = vendor.contexts.size();
      return () -> {
        if (goesOn && !done[0] && vendor.contexts.size() - started == attempt + 1) {
          done[0] = true;
          if (phase == Phase.SETTLED) {
            begin(random.nextInt(2));
          } else {
            proceed();
          }
        }
        if (othersAsk) {
          time.advance(Duration.ofMillis(random.nextInt(1_500)));
          keys.ready(Deadline.in(Duration.ofSeconds(1), time));
        }
      };
    }
  }
}
