package io.telproof.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * Server sockets whose connections answer at once, and can be reset.
 *
 * <p>Without TCP_NODELAY each call on a kept connection takes 43 ms: the head and the body of a
 * reply are written apart, and the second waits for the caller's delayed acknowledgement.
 */
final class LoopbackSockets extends ServerSocketFactory {

  /** By the order in which they were accepted, which is how the server numbers them too. */
  private final Map<Integer, Socket> open = new ConcurrentHashMap<>();

  private final AtomicInteger accepted = new AtomicInteger();

  /** Makes closing this connection a reset: what is unsent is thrown away, and a RST goes out. */
  void resetOnClose(int connection) {
    Socket socket = open.get(connection);
    if (socket != null) {
      try {
        socket.setSoLinger(true, 0);
      } catch (SocketException closed) {
        // The caller was faster; there is nobody left to reset.
      }
    }
  }

  void close(int connection) throws IOException {
    Socket socket = open.get(connection);
    if (socket != null) {
      socket.close();
    }
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return new ServerSocket() {
      @Override
      public Socket accept() throws IOException {
        Socket socket = super.accept();
        socket.setTcpNoDelay(true);
        open.values().removeIf(Socket::isClosed);
        open.put(accepted.getAndIncrement(), socket);
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException("sockets are bound by the server");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException("sockets are bound by the server");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
    throw new UnsupportedOperationException("sockets are bound by the server");
  }
}
