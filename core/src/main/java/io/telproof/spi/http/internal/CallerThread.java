package io.telproof.spi.http.internal;

import io.telproof.spi.time.Time;

/**
 * The thread that asks, while it sends by itself: until when, and what befell it meanwhile. Its
 * interrupt flag is taken away while the request is on its way, because OkHttp cuts off the request
 * where it sees the flag, and given back afterwards. For that thread alone.
 */
public final class CallerThread {
  private final long until;
  private boolean interrupted;
  private boolean sent;
  private boolean late;

  /** The calling thread, which has so many nanoseconds from now. */
  public CallerThread(long nanos) {
    this.until = Time.system().nanos() + nanos;
  }

  /** The nanoseconds left; zero or less where there are none. */
  public long left() {
    return until - Time.system().nanos();
  }

  /** Takes the interrupt flag away, if it is set. */
  void takeInterrupt() {
    if (Thread.interrupted()) {
      interrupted = true;
    }
  }

  /** Whether it was interrupted since it began to send. */
  public boolean isInterrupted() {
    takeInterrupt();
    return interrupted;
  }

  /** Sets the interrupt flag again, if it was taken. */
  public void giveBackInterrupt() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A byte of the request is about to leave. */
  void sends() {
    sent = true;
  }

  /** Whether a byte of the request may have left. */
  public boolean isSent() {
    return sent;
  }

  /** Its time ended a wait for the network. */
  void late() {
    late = true;
  }

  /** Whether its time ended while it waited for the network. */
  public boolean isLate() {
    return late;
  }
}
