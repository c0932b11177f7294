package io.telproof.spi.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import okio.ByteString;

/** A vendor whose every byte is decided by the test. Each connection is played by one script. */
final class RawServer implements AutoCloseable {
  /** What happens on a connection; it is closed at the end. */
  @FunctionalInterface
  interface Script {
    void play(Peer peer) throws IOException, InterruptedException;
  }

  /** A request as it was received, header names in lower case. */
  record RawRequest(String line, Map<String, String> headers, ByteString body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final ServerSocket server;
  private final List<RawRequest> heard = new CopyOnWriteArrayList<>();
  private final List<Peer> peers = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Semaphore ended = new Semaphore(0);
  private final Semaphore read = new Semaphore(0);
  private final Script script;

  RawServer(Script script) throws IOException {
    this(script, ServerSocketFactory.getDefault());
  }

  RawServer(Script script, ServerSocketFactory sockets) throws IOException {
    this.script = script;
    this.server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Answers every request on every connection with this text. */
  static Script always(String reply) {
    return peer -> {
      while (true) {
        peer.request();
        peer.write(reply);
      }
    };
  }

  static String ok(String body) {
    return reply("200 OK", "", body);
  }

  /**
   * A whole reply in chunks.
   *
   * @param trailer the lines behind the last one, each with CRLF
   */
  static String chunked(String trailer, String... chunks) {
    StringBuilder reply =
        new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (String chunk : chunks) {
      reply.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
    }
    return reply.append("0\r\n").append(trailer).append("\r\n").toString();
  }

  /** A whole reply; each header line ends with CRLF. */
  static String reply(String status, String headers, String body) {
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + headers
        + "Content-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  String url(String scheme) {
    return scheme + "://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }

  int port() {
    return server.getLocalPort();
  }

  List<RawRequest> heard() {
    return List.copyOf(heard);
  }

  int connections() {
    return peers.size();
  }

  /** Returns once so many requests have been read. */
  void untilHeard(int requests) throws InterruptedException {
    read.acquire(requests);
    read.release(requests);
  }

  /** Returns once so many connections have been closed by their script. */
  void untilEnded(int connections) throws InterruptedException {
    ended.acquire(connections);
    ended.release(connections);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Peer peer = new Peer(socket);
        peers.add(peer);
        start(peer::play);
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    server.close();
    for (Peer peer : peers) {
      peer.socket.close();
    }
  }

  /** One connection. */
  final class Peer {
    private final Socket socket;
    private final InputStream in;

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
    }

    private void play() {
      try (socket) {
        script.play(this);
      } catch (IOException | InterruptedException e) {
        // The client has gone, which is what some tests are about.
      } finally {
        ended.release();
      }
    }

    /** Reads one whole request. */
    RawRequest request() throws IOException {
      String line = line();
      Map<String, String> headers = new TreeMap<>();
      for (String header = line(); !header.isEmpty(); header = line()) {
        int colon = header.indexOf(':');
        headers.put(
            header.substring(0, colon).toLowerCase(Locale.ROOT),
            header.substring(colon + 1).trim());
      }
      int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
      RawRequest request = new RawRequest(line, headers, ByteString.of(in.readNBytes(length)));
      heard.add(request);
      read.release();
      return request;
    }

    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next == -1) {
          throw new EOFException();
        }
        line.write(next);
      }
      return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /**
     * Carries bytes both ways until either end closes.
     *
     * @param seen gets a copy of what the client sends
     */
    void relay(Socket there, OutputStream seen) throws IOException {
      OutputStream onwards = there.getOutputStream();
      InputStream back = there.getInputStream();
      start(
          () -> {
            try (socket;
                there) {
              back.transferTo(socket.getOutputStream());
            } catch (IOException e) {
              // Either end has gone, and now both have.
            }
          });
      byte[] some = new byte[8192];
      for (int n = in.read(some); n != -1; n = in.read(some)) {
        seen.write(some, 0, n);
        onwards.write(some, 0, n);
        onwards.flush();
      }
    }

    /** Waits until the test is over, or so long. */
    void idle(Duration atMost) throws InterruptedException, IOException {
      if (closing.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new EOFException("the test is over");
      }
    }

    /** Ends the connection with a reset instead of an orderly close. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
