package io.telproof.proof.storm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One end of a connection. What is written by two threads is not mixed. */
final class Peer implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  Peer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** The next message; empty where the other end has closed. */
  Optional<Message> read() throws IOException {
    return Message.read(in);
  }

  /** Returns once the other end has closed, or after so many milliseconds. */
  void untilClosed(int atMostMillis) throws IOException {
    socket.setSoTimeout(atMostMillis);
    while (in.read() != -1) {
      // Whatever still comes is of no interest.
    }
  }

  synchronized void write(byte[] bytes, int from, int to) throws IOException {
    socket.getOutputStream().write(bytes, from, to - from);
    socket.getOutputStream().flush();
  }

  void write(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes nothing more; what comes can still be read. */
  void end() throws IOException {
    socket.shutdownOutput();
  }

  /** Ends the connection with a reset instead of an orderly close. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
