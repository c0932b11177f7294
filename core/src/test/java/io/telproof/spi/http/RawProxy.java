package io.telproof.spi.http;

import io.telproof.spi.http.RawServer.RawRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An HTTP proxy whose every way leads to one vendor, and which keeps what it sees. */
final class RawProxy implements AutoCloseable {
  private final RawServer vendor;
  private final RawServer server;
  private final ByteArrayOutputStream carried = new ByteArrayOutputStream();

  RawProxy(RawServer vendor) throws IOException {
    this.vendor = vendor;
    this.server = new RawServer(this::play);
  }

  private void play(RawServer.Peer peer) throws IOException {
    RawRequest first = peer.request();
    try (Socket there = new Socket(InetAddress.getLoopbackAddress(), vendor.port())) {
      there.setTcpNoDelay(true);
      if (first.line().startsWith("CONNECT ")) {
        peer.write("HTTP/1.1 200 Connection established\r\n\r\n");
      } else {
        onwards(first, there.getOutputStream());
      }
      peer.relay(there, carried);
    }
  }

  private static void onwards(RawRequest request, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder(request.line()).append("\r\n");
    request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(request.body().toByteArray());
    out.flush();
  }

  HttpProxy address() {
    return HttpProxy.of(server.url("http"));
  }

  /** Ends every connection without a word to those whose bytes it carries. */
  void cut() throws IOException {
    server.close();
  }

  /** Returns once so many connections have been closed. */
  void untilEnded(int connections) throws InterruptedException {
    server.untilEnded(connections);
  }

  /** The first request of each connection. */
  List<RawRequest> heard() {
    return server.heard();
  }

  /** What came after those from the client, byte by byte. */
  byte[] carried() {
    return carried.toByteArray();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
