package io.telproof.client;

import io.telproof.spi.Quota;
import io.telproof.spi.Time;
import java.time.Duration;
import java.util.OptionalInt;

/** A quota, whose waits and exchanges are told to a listener. Thread-safe. */
final class WatchedQuota implements Quota {
  private final Quota quota;
  private final String provider;
  private final String operation;
  private final ClientListener listener;
  private final Time time;

  WatchedQuota(Quota quota, String provider, String operation, ClientListener listener, Time time) {
    this.quota = quota;
    this.provider = provider;
    this.operation = operation;
    this.listener = listener;
    this.time = time;
  }

  @Override
  public Admission take(Duration within) throws InterruptedException {
    long asked = time.nanos();
    Admission admission = quota.take(within);
    boolean given = admission instanceof Turn;
    listener.turn(provider, operation, since(asked), given);
    return given ? new WatchedTurn((Turn) admission, time.nanos()) : admission;
  }

  @Override
  public OptionalInt left() {
    return quota.left();
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(time.nanos() - nanos);
  }

  private final class WatchedTurn implements Turn {
    private final Turn turn;
    private final long given;
    private volatile boolean over;

    private WatchedTurn(Turn turn, long given) {
      this.turn = turn;
      this.given = given;
    }

    @Override
    public void sent() {
      turn.sent();
    }

    @Override
    public void close() {
      turn.close();
      if (!over) {
        over = true;
        listener.exchanged(provider, operation, since(given));
      }
    }
  }
}
