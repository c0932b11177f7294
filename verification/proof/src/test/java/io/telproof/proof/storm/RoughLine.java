package io.telproof.proof.storm;

import io.telproof.spi.time.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** The line to a vendor, on which much goes wrong. Thread-safe. */
final class RoughLine implements AutoCloseable {
  private final ExecutorService late = Executors.newCachedThreadPool(RoughLine::daemon);
  private final Map<Mishap, Integer> mishaps = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final int vendor;
  private final Books books;
  private final long seed;
  private final PortWatch listening;

  /**
   * A line.
   *
   * @param vendor the vendor's port on this machine
   * @param seed what goes wrong where on the first connection, on the second, and so on; which
   *     question meets it is the threads' business
   */
  RoughLine(int vendor, Books books, long seed) throws IOException {
    this.vendor = vendor;
    this.books = books;
    this.seed = seed;
    this.listening = new PortWatch(ServerSocketFactory.getDefault(), this::play);
  }

  URI endpoint() {
    return listening.endpoint("http");
  }

  /** How often each went wrong. */
  Map<Mishap, Integer> mishaps() {
    return Map.copyOf(mishaps);
  }

  private void play(Peer client) throws IOException, InterruptedException {
    SplittableRandom random =
        new SplittableRandom(seed * 1_000_003 + connections.getAndIncrement());
    try (Peer there = new Peer(new Socket(InetAddress.getLoopbackAddress(), vendor))) {
      new RoughConnection(client, there, books, random, this::later, this::count).play();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "storm-late");
    thread.setDaemon(true);
    return thread;
  }

  private void later(Runnable work, Duration after) {
    late.execute(
        () -> {
          try {
            Time.system().await(after);
            work.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void count(Mishap mishap) {
    mishaps.merge(mishap, 1, Integer::sum);
  }

  /** Returns once the client has closed every connection, and the vendor has what was sent. */
  void drain() throws IOException, InterruptedException {
    listening.drain();
  }

  @Override
  public void close() throws IOException {
    late.shutdownNow();
    listening.close();
  }
}
