package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One operation of an API. Thread-safe. */
interface Operation {

  /** The API description's operationId. */
  String name();

  /** Where it is asked, by {@code POST}. */
  List<String> paths();

  /** The scopes of which an access token must have one. */
  Set<String> scopes();

  /** What a body may hold. */
  List<Property> properties();

  /**
   * The number asked about.
   *
   * @param body holds nothing but the {@link #properties()}
   * @param ofToken the number that a 3-legged access token was given out for
   */
  String number(ObjectNode body, Optional<String> ofToken) throws Refusal;

  /** What is said when the day's allowance for a number is used up. */
  default Refusal usedUp() {
    return new Refusal(429, "QUOTA_EXCEEDED", "The day's allowance for this number is used up.");
  }

  /** Answers by the question's scenario. */
  Answer answer(Question question) throws Refusal;
}
