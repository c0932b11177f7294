package io.telproof.sandbox.alibaba;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;

/**
 * What an operation answers, in its product's envelope.
 *
 * @param status the HTTP status
 * @param body without RequestId
 * @param code for the bill: the verdict's, or the envelope's where there is no verdict
 * @param billing what the pages say about this verdict
 * @param requestIdInBody whether the reply holds the request's id
 */
record Answer(int status, ObjectNode body, String code, Billing billing, boolean requestIdInBody) {

  static Answer of(String code, String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("Code", code).put("Message", message);
    return new Answer(200, body, code, Billing.FREE, true);
  }

  /** The same with a verdict on the bill. */
  Answer billed(String verdict, Billing cost) {
    return new Answer(status, body, verdict, cost, requestIdInBody);
  }

  /** The same with this HTTP status. */
  Answer status(int other) {
    return new Answer(other, body, code, billing, requestIdInBody);
  }

  Answer withoutRequestId() {
    return new Answer(status, body, code, billing, false);
  }
}
