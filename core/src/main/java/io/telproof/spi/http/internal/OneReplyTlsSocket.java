package io.telproof.spi.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** A TLS socket under guard: what is read from it is one reply for each request. */
// A lock here would keep a close from ending a read: the socket below has its own.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class OneReplyTlsSocket extends SSLSocket {
  private final SSLSocket below;
  private final ConnectionGuard guard;

  OneReplyTlsSocket(SSLSocket below, ConnectionGuard guard) {
    this.below = below;
    this.guard = guard;
  }

  ConnectionGuard guard() {
    return guard;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return guard.one(below.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return guard.one(below.getOutputStream());
  }

  @Override
  public void startHandshake() throws IOException {
    below.startHandshake();
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    below.setSoTimeout(millis);
  }

  @Override
  public int getSoTimeout() throws SocketException {
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

  @Override
  public SSLParameters getSSLParameters() {
    return below.getSSLParameters();
  }

  @Override
  public void setSSLParameters(SSLParameters parameters) {
    below.setSSLParameters(parameters);
  }

  @Override
  public String getApplicationProtocol() {
    return below.getApplicationProtocol();
  }

  @Override
  public String getHandshakeApplicationProtocol() {
    return below.getHandshakeApplicationProtocol();
  }

  @Override
  public SSLSession getSession() {
    return below.getSession();
  }

  @Override
  public SSLSession getHandshakeSession() {
    return below.getHandshakeSession();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return below.getSupportedCipherSuites();
  }

  @Override
  public String[] getSupportedProtocols() {
    return below.getSupportedProtocols();
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return below.getEnabledCipherSuites();
  }

  @Override
  public void setEnabledCipherSuites(String[] names) {
    below.setEnabledCipherSuites(names);
  }

  @Override
  public String[] getEnabledProtocols() {
    return below.getEnabledProtocols();
  }

  @Override
  public void setEnabledProtocols(String[] names) {
    below.setEnabledProtocols(names);
  }

  @Override
  public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
    below.addHandshakeCompletedListener(listener);
  }

  @Override
  public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
    below.removeHandshakeCompletedListener(listener);
  }

  @Override
  public boolean getUseClientMode() {
    return below.getUseClientMode();
  }

  @Override
  public void setUseClientMode(boolean on) {
    below.setUseClientMode(on);
  }

  @Override
  public boolean getNeedClientAuth() {
    return below.getNeedClientAuth();
  }

  @Override
  public void setNeedClientAuth(boolean on) {
    below.setNeedClientAuth(on);
  }

  @Override
  public boolean getWantClientAuth() {
    return below.getWantClientAuth();
  }

  @Override
  public void setWantClientAuth(boolean on) {
    below.setWantClientAuth(on);
  }

  @Override
  public boolean getEnableSessionCreation() {
    return below.getEnableSessionCreation();
  }

  @Override
  public void setEnableSessionCreation(boolean on) {
    below.setEnableSessionCreation(on);
  }
}
