package io.telproof.spi.http.oauth;

import io.telproof.spi.http.Endpoint;
import io.telproof.spi.http.OutgoingRequest;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.RequestBody;

/** What goes to a token endpoint. */
final class TokenRequest {
  /** {@code RequestBody.EMPTY} is not there in OkHttp 4. */
  private static final RequestBody NO_BODY = RequestBody.create(new byte[0]);

  private TokenRequest() {}

  /**
   * A form for a token endpoint.
   *
   * @param proof adds to the request, or to the form, who asks
   */
  static OutgoingRequest of(Endpoint endpoint, Form form, Consumer<Request.Builder> proof) {
    Request.Builder request =
        new Request.Builder()
            .url(endpoint.url())
            .header("Accept", "application/json")
            .header("Content-Type", Form.CONTENT_TYPE)
            .post(NO_BODY);
    proof.accept(request);
    return OutgoingRequest.forToken("token", request.build(), form.bytes());
  }

  /** Whom an assertion is for: the endpoint as it is reached. */
  static String audience(Endpoint endpoint) {
    return endpoint.url().toString();
  }
}
