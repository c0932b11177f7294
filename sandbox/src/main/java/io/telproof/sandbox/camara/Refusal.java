package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error of the operator (ErrorInfo): the question was not answered, and is not charged. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refusal argument(String message) {
    return new Refusal(400, "INVALID_ARGUMENT", message);
  }

  static Refusal outOfRange(String message) {
    return new Refusal(400, "OUT_OF_RANGE", message);
  }

  static Refusal unauthenticated() {
    return new Refusal(
        401, "UNAUTHENTICATED", "The access token is missing, unknown, revoked or over.");
  }

  static Refusal notPermitted() {
    return new Refusal(403, "PERMISSION_DENIED", "The access token does not permit this.");
  }

  static Refusal throttled() {
    return new Refusal(429, "TOO_MANY_REQUESTS", "There are too many requests at once.");
  }

  /** The number is nobody's at this operator. */
  static Refusal unknownNumber() {
    return new Refusal(404, "IDENTIFIER_NOT_FOUND", "The number is no customer's.");
  }

  static Refusal notApplicable() {
    return new Refusal(422, "SERVICE_NOT_APPLICABLE", "The service is not for this number.");
  }

  static Refusal internal() {
    return new Refusal(500, "INTERNAL", "The operator failed.");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** For people; never quotes what was sent. */
  String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /** As it stands in the reply; never quotes what was sent. */
  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    String message = sentence();
    if (status == GatewayLimit.STATUS && code.equals(GatewayLimit.CODE)) {
      return body.put("code", Integer.parseInt(code)).put("message", message);
    }
    return body.put("status", status).put("code", code).put("message", message);
  }
}
