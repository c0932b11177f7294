package io.telproof.tencent;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Sha256;
import io.telproof.spi.http.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * TC3-HMAC-SHA256. The key that is derived from the secret for a product and a UTC day is kept for
 * that day. Thread-safe.
 *
 * @see <a href="https://cloud.tencent.com/document/api/213/30654">Signature v3</a>
 */
final class Tc3Signer implements Signer {
  private static final String ALGORITHM = "TC3-HMAC-SHA256";

  /** What is signed of the headers: names in lower case, in the order of their letters. */
  private static final List<String> SIGNED = List.of("content-type", "host", "x-tc-action");

  private final AtomicReference<@Nullable DayKey> dayKey = new AtomicReference<>();
  private final String service;
  private final List<String> signedHeaders;

  /** A signer for one product, as in {@code faceid}. */
  Tc3Signer(String service) {
    this(service, SIGNED);
  }

  Tc3Signer(String service, List<String> signedHeaders) {
    this.service = service;
    this.signedHeaders = signedHeaders;
  }

  @Override
  public Request sign(
      Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
    String timestamp = Long.toString(at.getEpochSecond());
    Request.Builder builder =
        request
            .newBuilder()
            .header("Host", hostHeader(request.url()))
            .header("X-TC-Timestamp", timestamp);
    credentials.token().ifPresent(token -> builder.header("X-TC-Token", token.reveal()));
    // The day in UTC: a local date would be refused between the two midnights.
    String date = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    String scope = date + "/" + service + "/tc3_request";
    String toSign =
        String.join(
            "\n", ALGORITHM, timestamp, scope, Sha256.hex(utf8(canonical(builder.build(), body))));
    String signature = Sha256.hmacHex(key(credentials.secret(), date), utf8(toSign));
    return builder
        .header(
            "Authorization",
            "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(
                    ALGORITHM,
                    credentials.id().reveal(),
                    scope,
                    String.join(";", signedHeaders),
                    signature))
        .build();
  }

  private String canonical(Request request, byte[] body) {
    StringBuilder text =
        new StringBuilder(request.method())
            .append("\n/\n")
            .append(query(request.url()))
            .append('\n');
    for (String name : signedHeaders) {
      text.append(name).append(':').append(canonicalValue(request, name)).append('\n');
    }
    return text.append('\n')
        .append(String.join(";", signedHeaders))
        .append('\n')
        .append(Sha256.hex(body))
        .toString();
  }

  private static String query(HttpUrl url) {
    @Nullable String query = url.encodedQuery();
    return query == null ? "" : query;
  }

  private static String canonicalValue(Request request, String name) {
    @Nullable String value = request.header(name);
    if (value == null) {
      throw new IllegalArgumentException("a request without " + name + " cannot be signed");
    }
    return value.strip().toLowerCase(Locale.ROOT);
  }

  /** As it is sent: with the port, where that is not the scheme's own. */
  private static String hostHeader(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }

  private byte[] key(Sensitive secret, String date) {
    @Nullable DayKey kept = dayKey.get();
    if (kept != null && kept.date.equals(date) && kept.secret.equals(secret)) {
      return kept.key;
    }
    byte[] dated = Sha256.hmac(utf8("TC3" + secret.reveal()), utf8(date));
    byte[] key = Sha256.hmac(Sha256.hmac(dated, utf8(service)), utf8("tc3_request"));
    dayKey.set(new DayKey(date, secret, key));
    return key;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The key of one day. No record: its text must not hold the key. */
  private static final class DayKey {
    private final String date;
    private final Sensitive secret;
    private final byte[] key;

    private DayKey(String date, Sensitive secret, byte[] key) {
      this.date = date;
      this.secret = secret;
      this.key = key;
    }
  }
}
