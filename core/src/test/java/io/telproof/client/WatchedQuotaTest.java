package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.spi.HandTime;
import io.telproof.spi.Limit;
import io.telproof.spi.Quota;
import io.telproof.spi.Quota.Turn;
import io.telproof.spi.Quotas;
import io.telproof.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A turn and those who hear of it. */
class WatchedQuotaTest {
  private static final Limit LIMIT = Limit.perSecond(20);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");

  private Quota watched(Quotas quotas, Time by, Supplier<? extends Error> thrown) {
    ClientListener breaking =
        new ClientListener() {
          @Override
          public void turn(String provider, String operation, Duration waited, boolean given) {
            throw thrown.get();
          }

          @Override
          public void exchanged(String provider, String operation, Duration elapsed) {
            throw thrown.get();
          }
        };
    ClientListener listener = new Listeners(List.of(breaking));
    return new WatchedQuotas(quotas, "main", listener, by).limit("main/Ask", LIMIT);
  }

  @Test
  void a_listener_that_throws_an_error_costs_no_turn() throws InterruptedException {
    Quota quota = watched(Quotas.local(time), time, AssertionError::new);
    for (int i = 0; i < 100; i++) {
      ((Turn) quota.take(Duration.ZERO)).close();
    }
    assertThat(quota.left()).hasValue(20);
  }

  @Test
  void where_a_listener_is_out_of_memory_that_is_passed_on_and_the_turn_is_given_back() {
    Quota quota = watched(Quotas.local(time), time, OutOfMemoryError::new);
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> quota.take(Duration.ZERO)).isInstanceOf(OutOfMemoryError.class);
    }
    assertThat(quota.left()).hasValue(20);
  }

  /** A time that breaks at one of its readings. */
  private final class OnceBroken implements Time {
    private int well;

    private OnceBroken(int well) {
      this.well = well;
    }

    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public long nanos() {
      if (well-- == 0) {
        throw new IllegalStateException("for the test");
      }
      return time.nanos();
    }

    @Override
    public void await(Duration duration) throws InterruptedException {
      time.await(duration);
    }
  }

  @Test
  void wherever_the_clock_breaks_no_turn_is_lost() throws InterruptedException {
    for (int well = 0; well < 6; well++) {
      Quota quota = watched(Quotas.local(time), new OnceBroken(well), AssertionError::new);
      try {
        ((Turn) quota.take(Duration.ZERO)).close();
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("for the test");
      }
      assertThat(quota.left()).as("after %d readings", well).hasValue(20);
    }
  }

  @Test
  void an_applications_own_turn_that_breaks_takes_no_answer_away() throws InterruptedException {
    List<String> events = new ArrayList<>();
    Quotas breaking =
        (key, limit) ->
            within ->
                new Turn() {
                  @Override
                  public void sent() {
                    events.add("sent");
                    throw new IllegalStateException("for the test");
                  }

                  @Override
                  public void close() {
                    events.add("closed");
                    throw new NoClassDefFoundError("for the test");
                  }
                };
    Turn turn = (Turn) watched(breaking, time, AssertionError::new).take(Duration.ZERO);
    turn.sent();
    turn.close();
    assertThat(events).containsExactly("sent", "closed");
  }
}
