package io.telproof.bench;

import io.telproof.spi.http.internal.ConnectionGuard;
import io.telproof.spi.http.internal.OneReplySockets;
import io.telproof.spi.http.internal.RequestIds;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** What the gateway puts below OkHttp, for a client that is used by hand. */
final class GuardedOkHttp {
  private static final RequestIds NONE = new RequestIds();

  private GuardedOkHttp() {}

  /** Telproof's sockets, which need no watchdog of OkHttp's; nothing looks at what they read. */
  static OkHttpClient.Builder sockets(OkHttpClient.Builder client) {
    return client
        .socketFactory(new OneReplySockets())
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO);
  }

  /** These with the look at a connection before each request, and the framing of each reply. */
  static OkHttpClient.Builder guarded(OkHttpClient.Builder client) {
    return sockets(client).addNetworkInterceptor(GuardedOkHttp::look);
  }

  private static Response look(Interceptor.Chain chain) throws IOException {
    Optional<ConnectionGuard> guard =
        Optional.ofNullable(chain.connection())
            .flatMap(connection -> ConnectionGuard.of(connection.socket()));
    if (guard.isEmpty() || !guard.get().ready(NONE)) {
      throw new IOException("the connection is of no use");
    }
    return chain.proceed(chain.request());
  }
}
