package io.telproof.spi.http;

import io.telproof.spi.ratelimit.RateLimiter;
import java.util.Objects;
import okhttp3.Request;

/** One question, ready to be signed and sent. Prints nothing of its content. */
public final class OutgoingRequest {
  private final String operation;
  private final RateLimiter limiter;
  private final Request request;
  private final byte[] body;

  /**
   * A question that is to be signed and sent.
   *
   * @param operation the vendor's name of the operation
   * @param limiter where its permit is taken
   * @param request URL and headers, the content type among them, without a body
   * @param body the exact bytes to sign and to send; not to be changed afterwards; none for a GET
   * @throws IllegalArgumentException if a GET has a body
   */
  public OutgoingRequest(String operation, RateLimiter limiter, Request request, byte[] body) {
    this.operation = Objects.requireNonNull(operation, "operation");
    this.limiter = Objects.requireNonNull(limiter, "limiter");
    this.request = Objects.requireNonNull(request, "request");
    this.body = Objects.requireNonNull(body, "body");
    if (request.method().equals("GET") && body.length > 0) {
      throw new IllegalArgumentException("a GET has no body: put what is asked into the query");
    }
  }

  String operation() {
    return operation;
  }

  RateLimiter limiter() {
    return limiter;
  }

  Request request() {
    return request;
  }

  byte[] body() {
    return body;
  }

  @Override
  public String toString() {
    return "OutgoingRequest[" + operation + "]";
  }
}
