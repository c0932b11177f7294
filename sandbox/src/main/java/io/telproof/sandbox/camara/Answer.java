package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an operation answers. It is charged.
 *
 * @param status 200, or 204 for an answer without a body
 * @param body empty where the status is 204
 * @param verdict for the bill
 */
record Answer(int status, ObjectNode body, String verdict) {

  static Answer of(String verdict, ObjectNode body) {
    return new Answer(200, body, verdict);
  }

  static Answer withoutBody(String verdict) {
    return new Answer(204, JsonNodeFactory.instance.objectNode(), verdict);
  }

  String text() {
    return status == 204 ? "" : body.toString();
  }
}
