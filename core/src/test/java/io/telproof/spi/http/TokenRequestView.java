package io.telproof.spi.http;

import java.nio.charset.StandardCharsets;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What a request for a token would send, for tests of another package. */
public record TokenRequestView(Request request, String body) {
  /** Of a request that is ready to be sent. */
  public static TokenRequestView of(OutgoingRequest request) {
    return new TokenRequestView(
        request.request(), new String(request.body(), StandardCharsets.UTF_8));
  }

  /** Method and URL. */
  public String line() {
    return request.method() + " " + request.url();
  }

  /** A header. */
  public @Nullable String header(String name) {
    return request.header(name);
  }
}
