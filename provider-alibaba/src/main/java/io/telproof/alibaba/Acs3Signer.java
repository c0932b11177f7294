package io.telproof.alibaba;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Sha256;
import io.telproof.spi.http.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * ACS3-HMAC-SHA256. Signs the query string as it stands in the URL, which has to be the canonical
 * one of {@link Rfc3986#parameters}: what is signed is what is sent. Stateless.
 *
 * @see <a
 *     href="https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature">V3
 *     request structure and signature</a>
 */
final class Acs3Signer implements Signer {
  private static final String ALGORITHM = "ACS3-HMAC-SHA256";
  private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

  @Override
  public Request sign(
      Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
    String id = printable(credentials.id());
    String contentHash = Sha256.hex(body);
    Request.Builder builder =
        request
            .newBuilder()
            .header("Host", hostHeader(request.url()))
            .header("x-acs-date", at.truncatedTo(ChronoUnit.SECONDS).toString())
            .header("x-acs-content-sha256", contentHash)
            .header("x-acs-signature-nonce", nonce);
    credentials
        .token()
        .ifPresent(
            token ->
                builder
                    .header("x-acs-accesskey-id", id)
                    .header("x-acs-security-token", printable(token)));
    SortedMap<String, String> headers = signedHeaders(builder.build().headers());
    String names = String.join(";", headers.keySet());
    String canonical =
        request.method()
            + "\n/\n"
            + query(request.url())
            + "\n"
            + headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining())
            + "\n"
            + names
            + "\n"
            + contentHash;
    String toSign = ALGORITHM + "\n" + Sha256.hex(utf8(canonical));
    String signature = Sha256.hmacHex(utf8(credentials.secret().reveal()), utf8(toSign));
    return builder
        .header(
            "Authorization",
            "%s Credential=%s,SignedHeaders=%s,Signature=%s"
                .formatted(ALGORITHM, id, names, signature))
        .build();
  }

  /** A header that the vendor reads and that is not signed would be refused. */
  private static SortedMap<String, String> signedHeaders(Headers headers) {
    SortedMap<String, String> signed = new TreeMap<>();
    for (String header : headers.names()) {
      String name = header.toLowerCase(Locale.ROOT);
      if (name.startsWith("x-acs-") || name.equals("host") || name.equals("content-type")) {
        signed.put(
            name,
            headers.values(header).stream()
                .map(String::strip)
                .sorted()
                .collect(Collectors.joining(",")));
      }
    }
    return signed;
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

  /** The HTTP client would quote what cannot stand in a header; this does not. */
  private static String printable(Sensitive credential) {
    if (!VISIBLE.matcher(credential.reveal()).matches()) {
      throw new IllegalArgumentException(
          "an access key id and a security token are visible ASCII characters without blanks");
    }
    return credential.reveal();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
