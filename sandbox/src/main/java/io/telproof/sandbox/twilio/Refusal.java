package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error of Twilio with an HTTP status of its own: nothing was looked up or sent. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;
  private final String sentence;

  Refusal(int status, int code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.sentence = message;
  }

  static Refusal unauthenticated() {
    return new Refusal(401, 20003, "Authenticate");
  }

  static Refusal notFound() {
    return new Refusal(404, 20404, "The requested resource was not found");
  }

  static Refusal throttled() {
    return new Refusal(429, 20429, "Too Many Requests");
  }

  static Refusal internal() {
    return new Refusal(500, 20500, "Internal Server Error");
  }

  static Refusal parameter(String name) {
    return new Refusal(400, 60200, "Invalid parameter: " + name);
  }

  int status() {
    return status;
  }

  String code() {
    return Integer.toString(code);
  }

  /** What the vendor says, of which nothing was sent. */
  String sentence() {
    return sentence;
  }

  /** As it stands in the reply; never quotes what was sent. */
  ObjectNode body() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", code)
        .put("message", sentence)
        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
        .put("status", status);
  }
}
