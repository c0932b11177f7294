package io.telproof.spi.http;

import io.telproof.spi.ratelimit.RateLimiter;
import java.util.Objects;
import okhttp3.Request;

/**
 * One question, or one request for an access token, ready to be signed and sent. Prints nothing of
 * its content. Immutable.
 */
public final class OutgoingRequest {
  private final String operation;
  private final RateLimiter limiter;
  private final Request request;
  private final byte[] body;
  private final Grant grant;
  private final boolean question;

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
    this(operation, limiter, request, body, Grant.NONE, true);
  }

  private OutgoingRequest(
      String operation,
      RateLimiter limiter,
      Request request,
      byte[] body,
      Grant grant,
      boolean question) {
    this.operation = Objects.requireNonNull(operation, "operation");
    this.limiter = Objects.requireNonNull(limiter, "limiter");
    this.request = Objects.requireNonNull(request, "request");
    this.body = Objects.requireNonNull(body, "body");
    this.grant = Objects.requireNonNull(grant, "grant");
    this.question = question;
    if (request.method().equals("GET") && body.length > 0) {
      throw new IllegalArgumentException("a GET has no body: put what is asked into the query");
    }
  }

  /**
   * {@return a request for an access token, which is sent as it is: it is not a question, never
   * billed, and counted by no limit}
   *
   * @param operation what the vendor calls it, for messages
   * @param request URL and headers, those that prove who asks among them, without a body
   * @param body the exact bytes to send; not to be changed afterwards; none for a GET
   * @throws IllegalArgumentException if a GET has a body
   */
  public static OutgoingRequest forToken(String operation, Request request, byte[] body) {
    return forToken(operation, RateLimiter.none(), request, body);
  }

  /**
   * {@return a request for an access token of a vendor that counts it like a question}
   *
   * @param operation the vendor's name of the operation
   * @param limiter where its permit is taken
   * @param request where it goes, and its headers
   * @param body the bytes that are sent
   * @throws IllegalArgumentException if a GET has a body
   * @see #forToken(String, Request, byte[])
   */
  public static OutgoingRequest forToken(
      String operation, RateLimiter limiter, Request request, byte[] body) {
    return new OutgoingRequest(operation, limiter, request, body, Grant.NONE, false);
  }

  /**
   * {@return the same question, whose access token is to be granted this} Without, it has no scope.
   *
   * @param needed what an access token for it must be good for
   */
  public OutgoingRequest withGrant(Grant needed) {
    return new OutgoingRequest(operation, limiter, request, body, needed, question);
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

  Grant grant() {
    return grant;
  }

  /** Whether it may be billed, so that it is never repeated once it may have been carried out. */
  boolean isQuestion() {
    return question;
  }

  @Override
  public String toString() {
    return "OutgoingRequest[" + operation + "]";
  }
}
