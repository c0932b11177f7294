package io.telproof.testkit.internal;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** All that a request is made of, as one text. */
public final class RequestText {
  private RequestText() {}

  /** Target, headers and body. */
  public static String of(VendorRequest request) {
    StringBuilder text = new StringBuilder(request.target());
    for (Header header : request.headers()) {
      text.append('\n').append(header.name()).append(": ").append(header.value());
    }
    return text.append('\n').append(request.bodyText()).toString();
  }

  /** The same request with another text wherever one stands in it. */
  static VendorRequest replaced(VendorRequest request, String text, String other) {
    List<Header> headers =
        request.headers().stream()
            .map(header -> new Header(header.name(), header.value().replace(text, other)))
            .toList();
    return new VendorRequest(
        request.method(),
        request.target().replace(text, other),
        headers,
        request.bodyText().replace(text, other).getBytes(StandardCharsets.UTF_8));
  }
}
