package io.telproof.sandbox.tencent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;

/**
 * What an action answers.
 *
 * @param fields of the reply, without RequestId
 * @param code the Result or the error's code, for the bill; empty where there is none
 * @param billing what the page says about this Result
 */
record Verdict(ObjectNode fields, String code, Billing billing) {

  /** A reply that says no more than that it is one. */
  static Verdict empty(String code, Billing billing) {
    return new Verdict(JsonNodeFactory.instance.objectNode(), code, billing);
  }

  /** The first two fields of every faceid reply. */
  static Verdict of(String result, String description, Billing billing) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.put("Result", result).put("Description", description);
    return new Verdict(fields, result, billing);
  }

  Verdict with(String name, String value) {
    fields.put(name, value);
    return this;
  }

  Verdict with(String name, int value) {
    fields.put(name, value);
    return this;
  }
}
