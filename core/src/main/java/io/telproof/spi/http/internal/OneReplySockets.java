package io.telproof.spi.http.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets under guard. A channel is below each, because only that can look without waiting.
 */
public final class OneReplySockets extends SocketFactory {
  @Override
  public Socket createSocket() throws IOException {
    return new OneReplySocket(new ChannelSocket());
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw connected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw connected();
  }

  private static UnsupportedOperationException connected() {
    return new UnsupportedOperationException("OkHttp connects its sockets itself");
  }
}
