package io.telproof.sandbox.twilio;

import java.util.Map;

/** One package of Lookup, or one operation of Verify. Thread-safe. */
interface Operation {

  /** What the bill calls it. */
  String name();

  /**
   * The number or address that a question is about.
   *
   * @param path the number in the path of Lookup; the service in that of Verify
   * @throws Refusal if there is none, or it is not known
   */
  String contact(String path, Map<String, String> told) throws Refusal;

  /** Answers by the question's scenario. */
  Answer answer(Question question) throws Refusal;
}
