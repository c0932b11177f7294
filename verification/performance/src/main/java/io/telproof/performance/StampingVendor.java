package io.telproof.performance;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A vendor on this machine that answers every question about a number's tenure after a fixed time,
 * and stamps each request as its first byte is read. It does not look at signatures: what is
 * measured is the client. Thread-safe.
 */
final class StampingVendor implements AutoCloseable {
  private final ServerSocket server;
  private final Moments arrivals = new Moments();
  private final AtomicLong replies = new AtomicLong();
  private final long latencyMillis;

  StampingVendor(long latencyMillis) throws IOException {
    this.latencyMillis = latencyMillis;
    this.server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  Moments arrivals() {
    return arrivals;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "vendor");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        start(() -> answer(socket));
      }
    } catch (IOException e) {
      // Closed: nothing more is measured.
    }
  }

  private void answer(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      while (true) {
        request(in);
        if (latencyMillis > 0) {
          TimeUnit.MILLISECONDS.sleep(latencyMillis);
        }
        socket.getOutputStream().write(reply());
      }
    } catch (IOException | InterruptedException e) {
      // The client has gone.
    }
  }

  /** Reads one request to its end. */
  private void request(InputStream in) throws IOException {
    String line = line(in, true);
    int length = 0;
    while (!line.isEmpty()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).trim());
      }
      line = line(in, false);
    }
    in.skipNBytes(length);
  }

  private String line(InputStream in, boolean first) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next == -1) {
        throw new EOFException();
      }
      if (first && line.length() == 0) {
        arrivals.add(System.nanoTime());
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private byte[] reply() {
    String body =
        "{\"Response\":{\"Result\":\"0\",\"Description\":\"ok\",\"Range\":\"[24,+)\",\"RequestId\":\"r-"
            + replies.incrementAndGet()
            + "\"}}";
    return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
