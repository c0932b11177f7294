package io.telproof.sandbox.alibaba;

import java.time.Duration;
import java.util.List;

/** One page of the vendor's API reference. Stateless. */
interface Operation {

  Product product();

  String name();

  /** Requests it takes in any second. */
  int perSecond(AlibabaSettings settings);

  /** The parameters it cannot be asked without. Undefined ones are ignored. */
  List<String> required();

  /** What is said where one of them is missing. */
  Answer missing(String parameter) throws Refusal;

  /** The parameter that holds the number asked about. */
  String contact();

  /** Whether the number is in the form the page wants. */
  boolean wellFormed(Question question);

  /** What is said to a magic number that is throttled. */
  default Refusal throttled() {
    return Refusal.throttled(Duration.ofMillis(250));
  }

  /** Answers by the question's scenario. */
  Answer answer(Question question) throws Refusal;
}
