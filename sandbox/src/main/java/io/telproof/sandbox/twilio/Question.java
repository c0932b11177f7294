package io.telproof.sandbox.twilio;

import io.telproof.sandbox.Scenario;
import java.time.Instant;
import java.util.Map;

/**
 * One question that was let in, and how it is to be answered.
 *
 * @param contact the number or address it is about
 * @param told the parameters of its query or its form
 * @param scenario what is the case this time
 * @param digit the last digit of the contact
 * @param now the vendor's time
 */
record Question(
    String contact, Map<String, String> told, Scenario scenario, int digit, Instant now) {

  String text(String name) {
    return told.getOrDefault(name, "");
  }

  boolean even() {
    return digit % 2 == 0;
  }

  /** Whether the number has one of these calling codes. */
  boolean isOf(String... callingCodes) {
    for (String code : callingCodes) {
      if (contact.startsWith("+" + code)) {
        return true;
      }
    }
    return false;
  }

  /** Prints nothing that was asked. */
  @Override
  public String toString() {
    return "Question[" + scenario.slug() + "]";
  }
}
