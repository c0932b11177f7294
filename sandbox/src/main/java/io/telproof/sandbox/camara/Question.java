package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Scenario;
import java.time.Instant;

/**
 * One question that was let in, and how it is to be answered.
 *
 * @param body as it was sent
 * @param number the number it is about
 * @param scenario what is the case this time
 * @param digit the last digit of the number
 * @param now the operator's time
 */
record Question(ObjectNode body, String number, Scenario scenario, int digit, Instant now) {

  String text(String name) {
    return body.path(name).asText();
  }

  boolean even() {
    return digit % 2 == 0;
  }

  /** Prints nothing that was asked. */
  @Override
  public String toString() {
    return "Question[" + scenario.slug() + "]";
  }
}
