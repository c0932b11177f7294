package io.telproof.client;

import io.telproof.spi.Quota;
import io.telproof.spi.Time;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A quota, whose waits and exchanges are told to a listener. Thread-safe. */
final class WatchedQuota implements Quota {
  private static final Logger LOG = LoggerFactory.getLogger(ClientListener.class);

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
    WatchedTurn watched = new WatchedTurn();
    Admission admission = quota.take(within);
    if (!(admission instanceof Turn turn)) {
      listener.turn(provider, operation, since(asked), false);
      return admission;
    }
    boolean given = false;
    try {
      listener.turn(provider, operation, since(asked), true);
      watched.begin(turn);
      given = true;
      return watched;
    } finally {
      if (!given) {
        turn.close();
      }
    }
  }

  @Override
  public OptionalInt left() {
    return quota.left();
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(time.nanos() - nanos);
  }

  /**
   * An application may keep turns itself. What breaks there takes no answer away that the turn was
   * used for. Made before there is a turn, so that none is lost for want of memory.
   */
  private final class WatchedTurn implements Turn {
    private @Nullable Turn turn;
    private long given;
    private volatile boolean over;

    private void begin(Turn got) {
      given = time.nanos();
      turn = got;
    }

    @Override
    public void sent() {
      if (turn != null) {
        Aside.run("a turn", turn::sent, LOG);
      }
    }

    @Override
    public void close() {
      if (turn != null) {
        Aside.run("a turn", turn::close, LOG);
      }
      if (!over) {
        over = true;
        Aside.run("a clock", () -> listener.exchanged(provider, operation, since(given)), LOG);
      }
    }
  }
}
