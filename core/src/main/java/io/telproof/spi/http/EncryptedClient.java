package io.telproof.spi.http;

import io.telproof.spi.http.internal.OneReplyTlsSockets;
import java.net.Proxy;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The client of a gateway's https calls: the one in clear text, with its pool and its threads, and
 * with TLS, which is set up as the first one is asked for. Thread-safe.
 *
 * <p>TLS takes a sixth of what it takes to open a client and ask it for the first time, and nobody
 * needs it who asks a sandbox. What a configuration can get wrong about it was seen by then: the
 * certificates of a {@link CaFile} are read with the settings.
 */
final class EncryptedClient {
  private final OkHttpClient plain;
  private final Network network;
  private volatile @Nullable OkHttpClient client;

  EncryptedClient(OkHttpClient plain, Network network) {
    this.plain = plain;
    this.network = network;
    if (TlsTrust.isOfTheJvmsOptions()) {
      // They can be wrong, and this is found as the client is opened.
      client();
    }
  }

  /** Always the same one. */
  OkHttpClient client() {
    OkHttpClient made = client;
    return made == null ? make() : made;
  }

  private synchronized OkHttpClient make() {
    OkHttpClient made = client;
    if (made == null) {
      TlsTrust trust = network.caFile().map(TlsTrust::platformAnd).orElseGet(TlsTrust::platform);
      made =
          plain
              .newBuilder()
              .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
              .sslSocketFactory(new OneReplyTlsSockets(trust.sockets()), trust.manager())
              .proxy(network.proxy().map(HttpProxy::proxy).orElse(Proxy.NO_PROXY))
              .build();
      client = made;
    }
    return made;
  }
}
