package io.telproof.proof.storm;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a question ended, as its caller saw it. Prints nothing about the person.
 *
 * @param asked when, in nanoseconds of {@link System#nanoTime}; so are the two that follow
 * @param due when its caller's time was over
 * @param claims what each attempt is said to have cost, the last one included; none where something
 *     else was thrown than a check may throw
 * @param kind of the failure; empty where there is an answer
 * @param requestId of the answer or the failure
 * @param value of the answer, where it has one
 * @param reason what the failure says, or the class of what else was thrown; empty for an answer
 */
record QuestionEnd(
    int person,
    long asked,
    long due,
    long ended,
    List<Claim> claims,
    Optional<FailureKind> kind,
    Optional<String> requestId,
    Optional<Object> value,
    String reason) {
  /** What a provider is said to have charged. */
  record Claim(String provider, Charge charge) {}

  static QuestionEnd of(int person, long asked, long due, long ended, Answer<?> answer) {
    return new QuestionEnd(
        person,
        asked,
        due,
        ended,
        claims(
            answer.receipt().earlier(),
            new Claim(answer.receipt().provider(), answer.receipt().charge())),
        Optional.empty(),
        answer.receipt().requestId(),
        answer instanceof Answer.Known<?> known ? Optional.of(known.value()) : Optional.empty(),
        "");
  }

  static QuestionEnd of(
      int person, long asked, long due, long ended, VerificationException failure) {
    return new QuestionEnd(
        person,
        asked,
        due,
        ended,
        claims(failure.failure().earlier(), new Claim(failure.provider(), failure.charge())),
        Optional.of(failure.kind()),
        failure.requestId(),
        Optional.empty(),
        failure.failure().reason());
  }

  /** Something else was thrown, which tells nothing of what was done and what it cost. */
  static QuestionEnd broken(int person, long asked, long due, long ended, RuntimeException thrown) {
    return new QuestionEnd(
        person,
        asked,
        due,
        ended,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        thrown.getClass().getName());
  }

  private static List<Claim> claims(List<Attempt> earlier, Claim last) {
    return Stream.concat(
            earlier.stream().map(attempt -> new Claim(attempt.provider(), attempt.charge())),
            Stream.of(last))
        .toList();
  }

  boolean broken() {
    return claims.isEmpty();
  }

  boolean answered() {
    return kind.isEmpty() && !broken();
  }

  /** What the last attempt is said to have cost. */
  Optional<Charge> charge() {
    return last().map(Claim::charge);
  }

  /** Who was asked last. */
  Optional<String> provider() {
    return last().map(Claim::provider);
  }

  private Optional<Claim> last() {
    return broken() ? Optional.empty() : Optional.of(claims.get(claims.size() - 1));
  }

  boolean inDoubt() {
    return kind.filter(each -> each.charge() == Charge.POSSIBLE).isPresent();
  }

  @Override
  public String toString() {
    return kind.map(FailureKind::name).orElse(broken() ? "broken" : "answered")
        + " after %d ms of %d, %s %s"
            .formatted((ended - asked) / 1_000_000, (due - asked) / 1_000_000, claims, reason);
  }
}
