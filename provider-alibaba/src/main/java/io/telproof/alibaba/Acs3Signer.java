package io.telproof.alibaba;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.HmacKey;
import io.telproof.spi.http.Sha256;
import io.telproof.spi.http.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * ACS3-HMAC-SHA256, in the steps of the vendor's page. Signs the query string as it stands in the
 * URL, which has to be the canonical one of {@link Rfc3986#parameters}: what is signed is what is
 * sent. Keeps the key that it used last. Thread-safe.
 *
 * @see <a
 *     href="https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature">V3
 *     request structure and signature</a>
 */
final class Acs3Signer implements Signer {
  private static final String ALGORITHM = "ACS3-HMAC-SHA256";
  private static final int CANONICAL_LENGTH = 512;

  private volatile @Nullable SigningKey lastKey;
  private volatile @Nullable Second lastSecond;

  @Override
  public Request sign(
      Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
    SigningKey key = key(credentials);
    String contentHash = Sha256.hex(body);
    Request.Builder builder =
        request
            .newBuilder()
            .header("Host", hostHeader(request.url()))
            .header("x-acs-date", written(at))
            .header("x-acs-content-sha256", contentHash)
            .header("x-acs-signature-nonce", nonce);
    if (credentials.token().isPresent()) {
      builder
          .header("x-acs-accesskey-id", credentials.id().reveal())
          .header("x-acs-security-token", credentials.token().get().reveal());
    }

    SortedMap<String, String> headers = signedHeaders(builder.build().headers());
    String names = String.join(";", headers.keySet());
    String canonical = canonicalRequest(request, headers, names, contentHash);
    String toSign = ALGORITHM + "\n" + Sha256.hex(utf8(canonical));
    String signature = key.signing.hex(utf8(toSign));
    return builder
        .header(
            "Authorization",
            ALGORITHM
                + (" Credential=" + credentials.id().reveal())
                + (",SignedHeaders=" + names)
                + (",Signature=" + signature))
        .build();
  }

  private static String canonicalRequest(
      Request request, SortedMap<String, String> headers, String names, String contentHash) {
    StringBuilder text = new StringBuilder(CANONICAL_LENGTH);
    text.append(request.method()).append('\n');
    text.append("/\n");
    text.append(query(request.url())).append('\n');
    for (Map.Entry<String, String> header : headers.entrySet()) {
      text.append(header.getKey()).append(':').append(header.getValue()).append('\n');
    }
    text.append('\n');
    text.append(names).append('\n');
    return text.append(contentHash).toString();
  }

  /** A header that the vendor reads and that is not signed would be refused. */
  private static SortedMap<String, String> signedHeaders(Headers headers) {
    SortedMap<String, String> signed = new TreeMap<>();
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i).toLowerCase(Locale.ROOT);
      if (name.startsWith("x-acs-") || name.equals("host") || name.equals("content-type")) {
        @Nullable String another = signed.put(name, headers.value(i).strip());
        if (another != null) {
          signed.put(name, joined(headers.values(name)));
        }
      }
    }
    return signed;
  }

  /** The values of a header that is there more than once. */
  private static String joined(List<String> values) {
    List<String> sorted = new ArrayList<>();
    for (String value : values) {
      sorted.add(value.strip());
    }
    Collections.sort(sorted);
    return String.join(",", sorted);
  }

  private static String query(HttpUrl url) {
    @Nullable String query = url.encodedQuery();
    return query == null ? "" : query;
  }

  /** As it is sent: with the port, where that is not the scheme's own. */
  private static String hostHeader(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
  }

  /** In UTC and whole seconds; written once for all requests of a second. */
  private String written(Instant at) {
    @Nullable Second last = lastSecond;
    if (last == null || last.number != at.getEpochSecond()) {
      last = new Second(at.getEpochSecond(), at.truncatedTo(ChronoUnit.SECONDS).toString());
      lastSecond = last;
    }
    return last.text;
  }

  /** Looks at credentials once, and not for each request that is signed with them. */
  private SigningKey key(Credentials credentials) {
    @Nullable SigningKey kept = lastKey;
    if (kept != null && kept.credentials.equals(credentials)) {
      return kept;
    }
    requirePrintable(credentials.id());
    credentials.token().ifPresent(Acs3Signer::requirePrintable);
    SigningKey key = new SigningKey(credentials, HmacKey.of(utf8(credentials.secret().reveal())));
    lastKey = key;
    return key;
  }

  /** The HTTP client would quote what cannot stand in a header; this does not. */
  private static void requirePrintable(Sensitive credential) {
    if (!credential.reveal().chars().allMatch(each -> each >= '!' && each <= '~')) {
      throw new IllegalArgumentException(
          "an access key id and a security token are visible ASCII characters without blanks");
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private record Second(long number, String text) {}

  /** What is signed with. No record: its text must not hold the secret. */
  private static final class SigningKey {
    private final Credentials credentials;
    private final HmacKey signing;

    private SigningKey(Credentials credentials, HmacKey signing) {
      this.credentials = credentials;
      this.signing = signing;
    }
  }
}
