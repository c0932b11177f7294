package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.Scenario;
import java.util.Map;

/**
 * One question that was let in, and how it is to be answered.
 *
 * @param parameters from query and form
 * @param scenario what is the case this time
 * @param digit the last digit of the number asked about
 */
record Question(Map<String, String> parameters, Scenario scenario, int digit) {

  Question {
    parameters = Map.copyOf(parameters);
  }

  String text(String name) {
    return parameters.getOrDefault(name, "");
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
