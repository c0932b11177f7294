package io.telproof.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Asks Alibaba by hand: the same request that Telproof sends. Thread-safe. */
public final class HandAlibabaCall implements Function<String, String> {
  private static final String ACTION = "MobileOnlineTime";
  private static final String VERSION = "2019-03-07";
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final HandOkHttp http = new HandOkHttp();
  private final HttpUrl url;
  private final String host;
  private final HandAcs3 signature;

  /** A client of this address. */
  public HandAlibabaCall(String url) {
    this.url = HttpUrl.get(url);
    this.host = URI.create(url).getAuthority();
    this.signature =
        new HandAcs3("telproof-sandbox-id", "telproof-sandbox-secret", host, ACTION, VERSION);
  }

  @Override
  public String apply(String number) {
    byte[] body = ("Mobile=" + number + "&ParamType=normal").getBytes(StandardCharsets.UTF_8);
    String contentHash = signature.contentHash(body);
    String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String nonce = UUID.randomUUID().toString();
    Request request =
        new Request.Builder()
            .url(url)
            .header("Accept", "application/json")
            .header("Host", host)
            .header("x-acs-action", ACTION)
            .header("x-acs-version", VERSION)
            .header("x-acs-date", date)
            .header("x-acs-content-sha256", contentHash)
            .header("x-acs-signature-nonce", nonce)
            .header("Authorization", signature.authorization(contentHash, date, nonce))
            .post(RequestBody.create(body, FORM))
            .build();
    return http.text(request, "TimeCode");
  }
}
