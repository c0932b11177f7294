package io.telproof.proof.storm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A port of this machine, with a thread for each connection. Thread-safe. */
final class PortWatch implements AutoCloseable {
  /** What happens on a connection; it is closed at the end. */
  interface Script {
    void play(Peer peer) throws IOException, InterruptedException;
  }

  private static final int MOST_WAITING = 1_000;
  private static final int PATIENCE_SECONDS = 20;

  private final ExecutorService threads = Executors.newCachedThreadPool(PortWatch::daemon);
  private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
  private final ServerSocket server;
  private final Script script;

  PortWatch(ServerSocketFactory sockets, Script script) throws IOException {
    this.script = script;
    this.server = sockets.createServerSocket(0, MOST_WAITING, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "storm");
    thread.setDaemon(true);
    return thread;
  }

  URI endpoint(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        threads.execute(() -> play(socket));
      }
    } catch (IOException e) {
      // Closed: it is over.
    }
  }

  private void play(Socket socket) {
    try (Peer peer = new Peer(socket)) {
      peers.add(peer);
      try {
        script.play(peer);
      } finally {
        peers.remove(peer);
      }
    } catch (IOException | InterruptedException e) {
      // The other end has gone, or it is over.
    }
  }

  /** Takes no more connections, and waits until the other ends have closed those there are. */
  void drain() throws IOException, InterruptedException {
    server.close();
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a connection outlasts its client");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
    for (Peer peer : peers) {
      peer.close();
    }
  }
}
