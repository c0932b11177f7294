package io.telproof.sandbox.meta;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalInt;

/** An error of the Graph API, with the HTTP status that the pages show beside it. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final int code;
  private final String sentence;
  // An OptionalInt is not serializable.
  private final int subcode;

  private Refusal(int status, String type, int code, OptionalInt subcode, String message) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.code = code;
    this.sentence = message;
    this.subcode = subcode.orElse(0);
  }

  static Refusal of(int status, int code, String message) {
    return new Refusal(status, "OAuthException", code, OptionalInt.empty(), message);
  }

  static Refusal of(int status, int code, int subcode, String message) {
    return new Refusal(status, "OAuthException", code, OptionalInt.of(subcode), message);
  }

  static Refusal method(int status, int code, String message) {
    return new Refusal(status, "GraphMethodException", code, OptionalInt.empty(), message);
  }

  /** Inferred status: the page of errors has none for it. */
  static Refusal token() {
    return of(401, 190, "Invalid OAuth access token.");
  }

  static Refusal revoked() {
    return of(401, 190, 467, "The access token is not valid any more.");
  }

  static Refusal parameter(String name) {
    return of(400, 100, "(#100) Invalid parameter: " + name);
  }

  /** The example of the page of errors. */
  static Refusal throttled() {
    return of(429, 4, 2446079, "(#4) Application request limit reached");
  }

  static Refusal business() {
    return method(404, 803, "Business not found");
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
  ObjectNode body(String trace) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error =
        body.putObject("error").put("message", sentence).put("type", type).put("code", code);
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    // The pages show it beside the codes that pass.
    if (status == 429 || code == 1 || code == 2) {
      error.put("is_transient", true);
    }
    error.put("fbtrace_id", trace);
    return body;
  }
}
