package io.telproof.ledger.trial;

import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hundred million questions. The number asked about tells the vendor's side which it is, and the
 * id of the call the ledger's; none is one of the sandbox's magic ones.
 */
final class Question {
  private static final Pattern NUMBER = Pattern.compile("139([0-9]{8})");
  private static final String ID = "question-";

  private Question() {}

  static PhoneNumber number(int question) {
    return PhoneNumber.of("+86139%08d".formatted(question));
  }

  /** Which question asks about this number. */
  static int about(String contact) {
    Matcher number = NUMBER.matcher(contact);
    if (!number.find()) {
      throw new IllegalArgumentException("a request asks about nobody that was asked about");
    }
    return Integer.parseInt(number.group(1));
  }

  static CallContext context(int question, boolean keyed, Duration within) {
    CallContext context = new CallContext(within, ID + question, Optional.empty());
    return keyed ? context.withKey("key-" + question) : context;
  }

  /** Which question a call of this id asked. */
  static int of(String correlationId) {
    return Integer.parseInt(correlationId.substring(ID.length()));
  }
}
