package io.telproof.sandbox.tencent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Scenario;

/**
 * One question that was let in, and how it is to be answered.
 *
 * @param parameters as the page names them, decrypted
 * @param scenario what is the case this time
 * @param digit the last digit of a magic number
 * @param site the edition that was asked
 * @param chinese whether the reply is in Chinese, else in English
 */
record Question(ObjectNode parameters, Scenario scenario, int digit, Site site, boolean chinese) {

  String text(String name) {
    return parameters.path(name).asText("");
  }

  /** The sentence in the reply's language. */
  String say(String inChinese, String inEnglish) {
    return chinese ? inChinese : inEnglish;
  }

  /** Prints nothing that was asked. */
  @Override
  public String toString() {
    return "Question[" + scenario.slug() + ", " + site + "]";
  }
}
