package io.telproof.limits.trial;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The sandbox's Tencent behind a port that stamps. One thread does nothing but read, and stamps
 * what it finds at the moment at which it was woken; another one lets the sandbox answer. The
 * vendor's own limit is off, because it would count by a clock that is read later.
 */
final class StampingVendor implements Vendor {
  /** The operation that is counted. */
  static final String OPERATION = "MobileStatus";

  /** Long enough for several questions of the warm-up to be on their way at once. */
  private static final long WARM_UP_MILLIS = 150;

  private static final int UNLIMITED = 1_000_000;
  private static final int MOST_WAITING = 1_000;

  private final TencentVendor vendor =
      new TencentVendor(TencentSettings.published().limits(UNLIMITED, UNLIMITED));
  private final ScheduledExecutorService answers =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "answers"));
  private final Selector selector = Selector.open();
  private final ServerSocketChannel server = ServerSocketChannel.open();
  private final Consumer<Arrival> arrivals;

  /** Listens on a port of the system's choice. */
  StampingVendor(Consumer<Arrival> arrivals) throws IOException {
    this.arrivals = arrivals;
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MOST_WAITING);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    daemon(this::stamp, "stamps").start();
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.socket().getLocalPort());
  }

  private void stamp() {
    try {
      while (true) {
        selector.select();
        long now = System.nanoTime();
        for (SelectionKey key : selector.selectedKeys()) {
          look(key, now);
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException | ClosedSelectorException e) {
      // Closed: it is over.
    }
  }

  private void look(SelectionKey key, long now) throws IOException {
    if (key.attachment() instanceof Line line) {
      read(key, line, now);
      return;
    }
    SocketChannel channel = server.accept();
    if (channel != null) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.register(selector, SelectionKey.OP_READ, new Line(channel));
    }
  }

  private void read(SelectionKey key, Line line, long now) throws IOException {
    try {
      Optional<VendorRequest> request = line.read(now);
      if (request.isPresent()) {
        long at = line.begun();
        answers.execute(() -> answer(line, at, request.get()));
      }
    } catch (IOException e) {
      // A process that was killed, or a connection that its client let go of.
      key.cancel();
      line.close();
    }
  }

  private void answer(Line line, long at, VendorRequest request) {
    VendorReply reply = vendor.answer(request, Instant.now());
    if (reply.heard().operation().equals(OPERATION)) {
      boolean charged = reply.billing() == Billing.CHARGED;
      arrivals.accept(new Arrival(at, Question.about(reply.heard().contact()), charged));
      line.write(reply);
    } else {
      var unused = answers.schedule(() -> line.write(reply), WARM_UP_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void finish() {
    // Whoever has its reply has been told of before.
  }

  @Override
  public void close() throws IOException {
    selector.close();
    server.close();
    answers.shutdownNow();
  }
}
