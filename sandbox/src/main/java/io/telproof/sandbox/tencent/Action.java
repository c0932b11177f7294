package io.telproof.sandbox.tencent;

import java.util.List;

/** One page of the vendor's API reference. Stateless. */
interface Action {

  /** The product it is signed for, such as {@code faceid}. */
  String service();

  String version();

  String name();

  /** Whether this edition has the action. */
  default boolean on(Site site) {
    return true;
  }

  List<Parameter> parameters(Site site);

  /** The parameters that may be encrypted. */
  default List<String> encryptable() {
    return List.of();
  }

  /** The parameter that holds the contact asked about. */
  String contact();

  /** Whether a contact is in the form the page wants. */
  default boolean wellFormed(Question question) {
    return question.text(contact()).matches("1\\d{10}");
  }

  /** Answers by the question's scenario. */
  Verdict answer(Question question) throws Refusal;
}
