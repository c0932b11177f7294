package io.telproof.sandbox.internal.page;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests as they arrive, as server-sent events (WHATWG HTML, section 9.2): {@code hello} with the
 * name of the log, then a {@code request} for each, whose {@code id} is its number, {@code current}
 * behind those that were kept, and {@code missed} where the reader was too slow for some.
 */
public final class EventStream {

  /** Where the events go. */
  @FunctionalInterface
  public interface Sink {
    /** Sends a text at once. */
    void send(String text) throws IOException;
  }

  private final RequestLog log;
  private final Duration heartbeat;
  private final AtomicInteger open;
  private long seen;

  /**
   * A stream of what comes behind a number.
   *
   * @param heartbeat how long it may be silent
   * @param open counts the streams under way
   */
  EventStream(RequestLog log, long seen, Duration heartbeat, AtomicInteger open) {
    this.log = log;
    // A number that this log has not reached is another's, of a sandbox that ran here before.
    this.seen = seen > log.last() ? 0 : seen;
    this.heartbeat = heartbeat;
    this.open = open;
  }

  /**
   * Sends until the log is closed.
   *
   * @throws IOException if the reader has gone
   */
  public void sendTo(Sink sink) throws IOException {
    open.incrementAndGet();
    try {
      sink.send("retry: 1000\nevent: hello\ndata: {\"run\":\"" + log.run() + "\"}\n\n");
      String current = "event: current\ndata: {}\n\n";
      Duration patience = Duration.ZERO;
      while (!log.isClosed()) {
        RequestLog.News news = log.await(seen, patience);
        sink.send(text(news) + current);
        seen = news.last();
        current = "";
        patience = heartbeat;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      open.decrementAndGet();
    }
  }

  private String text(RequestLog.News news) {
    // A comment keeps the connection from looking dead, and tells a dead one.
    StringBuilder text = new StringBuilder(news.requests().isEmpty() ? ":\n\n" : "");
    if (seen > 0 && news.lost() > 0) {
      text.append("event: missed\ndata: ").append(news.lost()).append("\n\n");
    }
    for (RequestLog.Numbered each : news.requests()) {
      text.append("id: ").append(each.number()).append("\nevent: request\ndata: ");
      text.append(each.json()).append("\n\n");
    }
    return text.toString();
  }
}
