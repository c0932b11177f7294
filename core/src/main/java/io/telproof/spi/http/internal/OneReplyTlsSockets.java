package io.telproof.spi.http.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Puts TLS over sockets under guard. */
public final class OneReplyTlsSockets extends SSLSocketFactory {
  private final SSLSocketFactory sockets;

  public OneReplyTlsSockets(SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    if (!(socket instanceof OneReplySocket below)) {
      throw new IOException("TLS goes over a socket under guard alone");
    }
    SSLSocket tls = (SSLSocket) sockets.createSocket(below.below(), host, port, autoClose);
    below.guard().encrypted(tls.getInputStream());
    return new OneReplyTlsSocket(tls, below.guard());
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
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
    return new UnsupportedOperationException("OkHttp puts TLS over a socket that it connected");
  }
}
