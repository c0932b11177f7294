package io.telproof.examples.shop;

import io.telproof.Answer;
import io.telproof.IdentityClaim;
import io.telproof.IdentityMatch;
import io.telproof.IdentityVerdict;
import io.telproof.IdentityVerdict.Outcome;

/** Asks whose a number is. */
final class HolderQuestion {
  private HolderQuestion() {}

  static String ask(IdentityMatch identities, IdentityClaim claim) {
    Answer<IdentityVerdict> answer = identities.check(claim);
    if (answer instanceof Answer.Known<IdentityVerdict> known) {
      return known.value().outcome() == Outcome.MATCH ? "theirs" : "somebody else's";
    }
    return switch (((Answer.Unknown<IdentityVerdict>) answer).gap()) {
      case NO_SUCH_NUMBER -> "nobody's";
      case NO_RECORD, UNDISCLOSED -> "not to be found out here";
      case NOT_COVERED -> "a question for another vendor";
    };
  }
}
