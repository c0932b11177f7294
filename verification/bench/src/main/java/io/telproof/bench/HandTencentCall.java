package io.telproof.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Asks Tencent by hand: the same request that Telproof sends. Thread-safe. */
public final class HandTencentCall implements Function<String, String> {
  static final String ACTION = "MobileNetworkTimeVerification";
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final HandOkHttp http;
  private final HttpUrl url;
  private final String host;
  private final HandTc3 signature;

  /** A client of this address. */
  public HandTencentCall(String url) {
    this(url, new HandOkHttp());
  }

  HandTencentCall(String url, HandOkHttp http) {
    this.http = http;
    this.url = HttpUrl.get(url);
    this.host = URI.create(url).getAuthority();
    this.signature =
        new HandTc3("AKIDtelproofsandbox", "telproof-sandbox-secret-key", host, ACTION);
  }

  @Override
  public String apply(String number) {
    byte[] body = ("{\"Mobile\":\"" + number + "\"}").getBytes(StandardCharsets.UTF_8);
    long second = System.currentTimeMillis() / 1000;
    Request request =
        new Request.Builder()
            .url(url)
            .header("Host", host)
            .header("X-TC-Action", ACTION)
            .header("X-TC-Version", "2018-03-01")
            .header("X-TC-Timestamp", Long.toString(second))
            .header("Authorization", signature.authorization(body, second))
            .post(RequestBody.create(body, JSON))
            .build();
    return http.text(request, "Range");
  }
}
