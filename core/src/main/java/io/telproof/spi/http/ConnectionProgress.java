package io.telproof.spi.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;

/**
 * How far the connection of one call has come. OkHttp's threads tell it, and any thread may look.
 */
final class ConnectionProgress extends EventListener {
  /** The step that was begun last. */
  enum Step {
    /** None, or a kept connection was taken. */
    NONE,
    /** The look-up of a name: of the proxy's where there is one, or else of the vendor's. */
    LOOK_UP,
    /** The connection itself; through a proxy, its way to the vendor too. */
    CONNECT,
    TLS
  }

  /** Whether this OkHttp tells of {@link #proxySelectStart}: the first versions of 4 do not. */
  private static volatile boolean canStop;

  private volatile Step step = Step.NONE;
  private volatile boolean keptOnly;

  /** Whether {@link #keptOnly} has an effect; seen once a first connection was made. */
  static boolean canStop() {
    return canStop;
  }

  /** From now on, whether the call is to take a kept connection or end. */
  void keptOnly(boolean only) {
    keptOnly = only;
  }

  Step step() {
    return step;
  }

  @Override
  public void callStart(Call call) {
    step = Step.NONE;
  }

  /** What OkHttp does first where it has no connection for a call. */
  @Override
  public void proxySelectStart(Call call, HttpUrl url) {
    canStop = true;
    if (keptOnly) {
      throw new NoKeptConnection();
    }
  }

  @Override
  public void dnsStart(Call call, String domainName) {
    step = Step.LOOK_UP;
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    step = Step.CONNECT;
  }

  @Override
  public void secureConnectStart(Call call) {
    step = Step.TLS;
  }
}
