package io.telproof.testkit;

import io.telproof.spi.Limit;
import io.telproof.spi.Quota;
import io.telproof.spi.Quotas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The application's own quotas, as far as a provider can tell: they note who asks for which turn,
 * and give one after whatever wait a clause wants.
 */
final class RecordedQuotas implements Quotas {
  /** What a clause does to who asks for a turn. */
  @FunctionalInterface
  interface Wait {
    void before(Duration within) throws InterruptedException;
  }

  /** One turn that was given. */
  record Given(String key, Limit limit, Duration within, List<String> events) {}

  private final List<Given> given = new ArrayList<>();
  private final Wait wait;

  private RecordedQuotas(Wait wait) {
    this.wait = wait;
  }

  /** Turns for everybody at once. */
  static RecordedQuotas open() {
    return new RecordedQuotas(within -> {});
  }

  static RecordedQuotas after(Wait wait) {
    return new RecordedQuotas(wait);
  }

  synchronized List<Given> given() {
    return List.copyOf(given);
  }

  @Override
  public Quota limit(String key, Limit limit) {
    return within -> {
      Given turn = new Given(key, limit, within, new ArrayList<>());
      synchronized (this) {
        given.add(turn);
      }
      wait.before(within);
      return new Turn(turn.events());
    };
  }

  /** A turn that notes how it ended. */
  private record Turn(List<String> events) implements Quota.Turn {
    @Override
    public void sent() {
      note("sent");
    }

    @Override
    public void close() {
      note("closed");
    }

    private void note(String event) {
      synchronized (events) {
        events.add(event);
      }
    }
  }
}
