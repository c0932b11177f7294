package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import java.util.Optional;

/**
 * What an operation answers.
 *
 * @param status 200, or 201 where something was created
 * @param verdict for the bill
 * @param refusal what is said of an error inside the body; empty where the question was carried out
 */
record Answer(
    int status, ObjectNode body, String verdict, Billing billing, Optional<String> refusal) {

  /** What was carried out. */
  Answer(int status, ObjectNode body, String verdict, Billing billing) {
    this(status, body, verdict, billing, Optional.empty());
  }

  /** What a package of Lookup did not carry out, and so is free: the body has its error. */
  static Answer refused(ObjectNode body, String name, int error) {
    String words = "error_code " + error + " of the package " + name;
    return new Answer(200, body, Integer.toString(error), Billing.FREE, Optional.of(words));
  }
}
