package io.telproof.proof.storm;

import io.telproof.Charge;
import io.telproof.proof.storm.Books.Deed;
import io.telproof.proof.storm.Books.Sighting;
import io.telproof.sandbox.Billing;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lays what a caller was told beside what the vendors have in their books. The books are read when
 * nothing is under way any more: a vendor may carry out what its caller has long given up.
 */
final class Judgement {
  private final Books books;

  Judgement(Books books) {
    this.books = books;
  }

  /**
   * Whether the caller was given a reply that came between the client's look at the connection and
   * the reply to its request, so that nobody could have told. Of such a question only its cost is
   * judged.
   */
  boolean couldNotBeTold(QuestionEnd ending) {
    return ending.requestId().filter(books::cameAfterTheLook).isPresent();
  }

  /** Everything that is wrong with the end of a question. */
  Set<Violation> of(QuestionEnd ending) {
    Set<Violation> violations = EnumSet.noneOf(Violation.class);
    List<Deed> deeds = books.deeds(ending.person());
    if (ending.broken()) {
      violations.add(Violation.NEITHER);
    }
    if (deeds.size() > 1) {
      violations.add(Violation.CARRIED_OUT_TWICE);
    }
    if (deeds.stream()
        .anyMatch(deed -> deed.billing() != Billing.FREE && !admitted(ending, deed))) {
      violations.add(Violation.FREE_WHILE_BILLED);
    }
    if (couldNotBeTold(ending)) {
      return violations;
    }
    if (ending.claims().stream().anyMatch(claim -> madeUp(claim, deeds))) {
      violations.add(Violation.CHARGED_WHILE_NOT);
    }
    whose(ending, deeds).ifPresent(violations::add);
    if (ending.inDoubt()) {
      cause(ending, deeds).ifPresent(violations::add);
    }
    return violations;
  }

  private static boolean admitted(QuestionEnd ending, Deed deed) {
    return ending.claims().stream()
        .anyMatch(
            claim -> claim.provider().equals(deed.provider()) && claim.charge() != Charge.FREE);
  }

  private static boolean madeUp(QuestionEnd.Claim claim, List<Deed> deeds) {
    return claim.charge() == Charge.CHARGED
        && deeds.stream()
            .noneMatch(
                deed ->
                    deed.billing() == Billing.CHARGED && deed.provider().equals(claim.provider()));
  }

  private Optional<Violation> whose(QuestionEnd ending, List<Deed> deeds) {
    Optional<Deed> deed =
        ending.requestId().isPresent()
            ? ending.requestId().flatMap(books::under)
            : byProvider(ending, deeds);
    if (deed.filter(of -> of.person() != ending.person()).isPresent()) {
      return Optional.of(Violation.ANOTHERS);
    }
    if (!ending.answered()) {
      return Optional.empty();
    }
    if (deed.isEmpty()) {
      return Optional.of(Violation.NOBODYS);
    }
    return isOwn(ending) ? Optional.empty() : Optional.of(Violation.ANOTHERS);
  }

  /** An operator gives no id: that it carried the question out is seen by its books alone. */
  private static Optional<Deed> byProvider(QuestionEnd ending, List<Deed> deeds) {
    return deeds.stream()
        .filter(deed -> ending.provider().filter(deed.provider()::equals).isPresent())
        .findFirst();
  }

  private static boolean isOwn(QuestionEnd ending) {
    return ending.value().filter(value -> Everybody.isOf(ending.person(), value)).isPresent();
  }

  private Optional<Violation> cause(QuestionEnd ending, List<Deed> deeds) {
    List<Sighting> sightings = books.sightings(ending.person());
    if (!deeds.isEmpty() || sightings.stream().anyMatch(seen -> mayHaveHoped(seen, ending))) {
      return Optional.empty();
    }
    if (!sightings.isEmpty()) {
      return Optional.of(Violation.SENT_INTO_A_CLOSED_CONNECTION);
    }
    // A request that meets a reset is seen by nobody. One that was put after the reset had a
    // connection to look at.
    return unseenAtTheDeadline(ending) || books.anyResetInThePause(ending.asked(), ending.ended())
        ? Optional.empty()
        : Optional.of(Violation.DOUBT_WITHOUT_CAUSE);
  }

  /**
   * Whether the caller's time was over while the first byte was about to leave: a doubt that may be
   * had, although nobody saw a byte.
   */
  boolean unseenAtTheDeadline(QuestionEnd ending) {
    return ending.inDoubt()
        && ending.ended() >= ending.due()
        && books.deeds(ending.person()).isEmpty()
        && books.sightings(ending.person()).isEmpty();
  }

  /** Whether the connection was open when the question was put, or closed only afterwards. */
  private static boolean mayHaveHoped(Sighting sighting, QuestionEnd ending) {
    return sighting.closed().isEmpty() || sighting.closed().getAsLong() >= ending.asked();
  }
}
