package io.telproof.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A caller that sees every byte, and how the connection ended. */
final class RawSocket implements AutoCloseable {

  enum End {
    CLOSED,
    RESET,
    OPEN
  }

  record RawReply(String text, End end) {}

  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;

  RawSocket(Sandbox sandbox) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.endpoint().getPort());
    socket.setTcpNoDelay(true);
  }

  RawSocket ask(String number) throws IOException {
    String target = "/?number=" + number;
    String head =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nX-Acme-Signature: %s\r\n\r\n"
            .formatted(target, AcmeVendor.signature(target));
    send(head);
    return this;
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads the head alone, up to and with its empty line. */
  String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      RawReply next = read(PATIENCE_MILLIS, 1);
      if (next.text().isEmpty()) {
        throw new IOException("no head: " + next.end());
      }
      head.append(next.text());
    }
    return head.toString();
  }

  /** Reads one whole reply whose length is announced. */
  String reply() throws IOException {
    String head = head();
    int length = Integer.parseInt(head.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
    return head + read(PATIENCE_MILLIS, length).text();
  }

  /** Reads until the connection ends, is silent for this long, or this much has come. */
  RawReply read(int silenceMillis, int most) throws IOException {
    socket.setSoTimeout(silenceMillis);
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      while (seen.size() < most) {
        int length = in.read(part, 0, Math.min(part.length, most - seen.size()));
        if (length < 0) {
          return new RawReply(seen.toString(StandardCharsets.UTF_8), End.CLOSED);
        }
        seen.write(part, 0, length);
      }
    } catch (SocketTimeoutException silence) {
      return new RawReply(seen.toString(StandardCharsets.UTF_8), End.OPEN);
    } catch (IOException reset) {
      return new RawReply(seen.toString(StandardCharsets.UTF_8), End.RESET);
    }
    return new RawReply(seen.toString(StandardCharsets.UTF_8), End.OPEN);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
