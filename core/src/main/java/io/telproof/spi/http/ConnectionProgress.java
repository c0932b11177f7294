package io.telproof.spi.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;

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

  private volatile Step step = Step.NONE;

  Step step() {
    return step;
  }

  @Override
  public void callStart(Call call) {
    step = Step.NONE;
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
