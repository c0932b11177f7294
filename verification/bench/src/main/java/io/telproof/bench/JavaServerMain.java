package io.telproof.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The vendors in a JVM of their own, for machines without an nginx: a thread for each connection,
 * which replies without looking at what it is asked. It says the port of each vendor, and ends
 * where its input does.
 */
public final class JavaServerMain {
  private static final AtomicLong REPLIES = new AtomicLong();

  private JavaServerMain() {}

  /** Serves. */
  public static void main(String... args) throws IOException {
    for (Vendor vendor : Vendor.values()) {
      ServerSocket server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
      start(() -> accept(server, vendor));
      System.out.println(server.getLocalPort());
    }
    while (System.in.read() != -1) {
      // Nothing is to be said to it.
    }
    Runtime.getRuntime().halt(0);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "vendor");
    thread.setDaemon(true);
    thread.start();
  }

  private static void accept(ServerSocket server, Vendor vendor) {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        start(() -> reply(socket, vendor));
      }
    } catch (IOException e) {
      // The process ends.
    }
  }

  private static void reply(Socket socket, Vendor vendor) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      while (true) {
        readRequest(in);
        String body = vendor.reply(new UUID(0, REPLIES.incrementAndGet()).toString());
        socket
            .getOutputStream()
            .write(
                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body)
                    .getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next == -1) {
        throw new EOFException();
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }
}
