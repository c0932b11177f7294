package io.telproof.spi.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A socket under guard: what is read from it is one reply for each request. */
// A lock here would keep a close from ending a read: the socket below has its own.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class OneReplySocket extends Socket {
  private final ChannelSocket below;
  private final ConnectionGuard guard;

  OneReplySocket(ChannelSocket below) {
    this.below = below;
    this.guard = new ConnectionGuard(below);
  }

  ChannelSocket below() {
    return below;
  }

  ConnectionGuard guard() {
    return guard;
  }

  @Override
  public InputStream getInputStream() {
    return guard.one(below.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() {
    return guard.one(below.getOutputStream());
  }

  @Override
  public void connect(SocketAddress address, int timeoutMillis) throws IOException {
    below.connect(address, timeoutMillis);
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    below.setTcpNoDelay(on);
  }

  @Override
  public InetAddress getInetAddress() {
    return below.getInetAddress();
  }

  @Override
  public int getPort() {
    return below.getPort();
  }

  @Override
  public void setSoTimeout(int millis) {
    below.setSoTimeout(millis);
  }

  @Override
  public int getSoTimeout() {
    return below.getSoTimeout();
  }

  @Override
  public boolean isConnected() {
    return below.isConnected();
  }

  @Override
  public boolean isClosed() {
    return below.isClosed();
  }

  @Override
  public boolean isInputShutdown() {
    return below.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return below.isOutputShutdown();
  }

  @Override
  public void shutdownInput() throws IOException {
    below.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    below.shutdownOutput();
  }

  @Override
  public void close() throws IOException {
    below.close();
  }
}
