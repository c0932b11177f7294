package io.telproof.tencent;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.HmacKey;
import io.telproof.spi.http.Sha256;
import io.telproof.spi.http.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * TC3-HMAC-SHA256, in the four steps of the vendor's page. The key that is derived from the secret
 * for a product and a UTC day is kept for that day. Thread-safe.
 *
 * @see <a href="https://cloud.tencent.com/document/api/213/30654">Signature v3</a>
 */
final class Tc3Signer implements Signer {
  private static final String ALGORITHM = "TC3-HMAC-SHA256";
  private static final int CANONICAL_LENGTH = 256;

  /** What is signed of the headers: names in lower case, in the order of their letters. */
  private static final List<String> SIGNED = List.of("content-type", "host", "x-tc-action");

  private final String service;
  private final List<String> signedHeaders;
  private final String signedNames;
  private volatile @Nullable DayKey dayKey;

  /** A signer for one product, as in {@code faceid}. */
  Tc3Signer(String service) {
    this(service, SIGNED);
  }

  Tc3Signer(String service, List<String> signedHeaders) {
    this.service = service;
    this.signedHeaders = signedHeaders;
    this.signedNames = String.join(";", signedHeaders);
  }

  @Override
  public boolean takesNonce() {
    return false;
  }

  @Override
  public Request sign(
      Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
    String host = hostHeader(request.url());
    String timestamp = Long.toString(at.getEpochSecond());
    DayKey key = key(credentials.secret(), at);

    String canonical = canonicalRequest(request, host, body);
    String toSign =
        ALGORITHM + "\n" + timestamp + "\n" + key.scope + "\n" + Sha256.hex(utf8(canonical));
    String signature = key.signing.hex(utf8(toSign));
    String authorization =
        ALGORITHM
            + (" Credential=" + credentials.id().reveal() + "/" + key.scope)
            + (", SignedHeaders=" + signedNames)
            + (", Signature=" + signature);

    Request.Builder signed =
        request
            .newBuilder()
            .header("Host", host)
            .header("X-TC-Timestamp", timestamp)
            .header("Authorization", authorization);
    if (credentials.token().isPresent()) {
      signed.header("X-TC-Token", credentials.token().get().reveal());
    }
    return signed.build();
  }

  private String canonicalRequest(Request request, String host, byte[] body) {
    StringBuilder text = new StringBuilder(CANONICAL_LENGTH);
    text.append(request.method()).append('\n');
    text.append("/\n");
    text.append(query(request.url())).append('\n');
    for (String name : signedHeaders) {
      @Nullable String value = name.equals("host") ? host : request.header(name);
      if (value == null) {
        throw new IllegalArgumentException("a request without " + name + " cannot be signed");
      }
      text.append(name).append(':').append(canonicalValue(value)).append('\n');
    }
    text.append('\n');
    text.append(signedNames).append('\n');
    return text.append(Sha256.hex(body)).toString();
  }

  private static String query(HttpUrl url) {
    @Nullable String query = url.encodedQuery();
    return query == null ? "" : query;
  }

  private static String canonicalValue(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  /** As it is sent: with the port, where that is not the scheme's own. */
  private static String hostHeader(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }

  private DayKey key(Sensitive secret, Instant at) {
    // The day in UTC: a local date would be refused between the two midnights.
    long day = Math.floorDiv(at.getEpochSecond(), TimeUnit.DAYS.toSeconds(1));
    @Nullable DayKey kept = dayKey;
    if (kept != null && kept.day == day && kept.secret.equals(secret)) {
      return kept;
    }
    DayKey key = derived(secret, day);
    dayKey = key;
    return key;
  }

  private DayKey derived(Sensitive secret, long day) {
    String date = LocalDate.ofEpochDay(day).toString();
    byte[] secretDate = Sha256.hmac(utf8("TC3" + secret.reveal()), utf8(date));
    byte[] secretService = Sha256.hmac(secretDate, utf8(service));
    HmacKey signing = HmacKey.of(Sha256.hmac(secretService, utf8("tc3_request")));
    return new DayKey(day, secret, date + "/" + service + "/tc3_request", signing);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The key of one day. No record: its text must not hold the secret. */
  private static final class DayKey {
    private final long day;
    private final Sensitive secret;
    private final String scope;
    private final HmacKey signing;

    private DayKey(long day, Sensitive secret, String scope, HmacKey signing) {
      this.day = day;
      this.secret = secret;
      this.scope = scope;
      this.signing = signing;
    }
  }
}
