package io.telproof.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One peer in a JVM of its own, warm or not. For one thread. */
final class Client implements AutoCloseable {
  private final Peer peer;
  private final JavaProcess process;
  private final long firstCallNanos;

  /** Starts it, and returns once it has its first answer. */
  Client(Peer peer, String url, Plan plan) throws IOException {
    this.peer = peer;
    List<String> options = new ArrayList<>(plan.jvm());
    options.addAll(peer.options());
    long start = System.nanoTime();
    process =
        new JavaProcess(
            options, peer.classPath(), ClientMain.class.getName(), List.of(peer.call(), url));
    try {
      String said = process.read();
      firstCallNanos = System.nanoTime() - start;
      if (!said.equals(ClientMain.READY)) {
        throw new IOException(peer.name() + " said something else than that it is ready");
      }
    } catch (IOException e) {
      process.close();
      throw e;
    }
  }

  Peer peer() {
    return peer;
  }

  /** How long it took from the start of the JVM to the end of the first call. */
  long firstCallNanos() {
    return firstCallNanos;
  }

  /** Has so many threads ask for a while. */
  Slice ask(int threads, long millis) throws IOException {
    return Slice.of(process.ask(threads + " " + millis));
  }

  /** Waits until its compilers have nothing to do. */
  void rest() throws IOException {
    process.ask(ClientMain.REST);
  }

  @Override
  public void close() {
    process.close();
  }
}
