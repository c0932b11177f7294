package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import java.util.Map;
import java.util.Optional;

/** One package of Lookup. Thread-safe. */
interface LookupPackage {

  /** As {@code Fields} has it. */
  String name();

  /**
   * Objects to what the package wants to be told and was not.
   *
   * @throws PackageError if something is missing
   */
  default void check(Map<String, String> told) throws PackageError {}

  /** What an error costs behind which the package may have been looked up. */
  Billing lookedUp();

  /** What the package says of a number. */
  Finding find(Question question) throws PackageError;

  /**
   * What a package says: the object, null where there is none.
   *
   * @param found without its {@code error_code}
   * @param error an error beside what was found; 0 where there is none
   * @param verdict for the bill
   */
  record Finding(Optional<ObjectNode> found, int error, String verdict, Billing billing) {
    /** What was found, without an error. */
    static Finding of(ObjectNode found, String verdict, Billing billing) {
      return new Finding(Optional.of(found), 0, verdict, billing);
    }
  }
}
