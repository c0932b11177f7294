package io.telproof.testkit.internal;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.VerificationProvider;
import io.telproof.testkit.TestPerson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * A question of the kit: one check, put about the test person.
 *
 * @param claimed the handle of a code, where a clause wants another than the provider gave
 * @param months the threshold of a tenure
 * @param query makes what is asked, where a clause wants another than the first one of the check
 */
public record Question(
    CheckType check,
    TestPerson person,
    PhoneNumber number,
    Optional<String> claimed,
    OptionalInt months,
    Optional<CheckFacts.Query> query) {
  private static final OptionalInt HALF_A_YEAR = OptionalInt.of(6);

  private static final String[] NAMES = {
    "José Ángel Muñoz",
    "Ελένη Παπαδοπούλου",
    "זאב בן־חיים",
    "𠀋木 さくら",
    "O'Brien \"Bo\" <b>&amp;",
    "ก้องภพ",
    "Ærø+Øst=100%",
    "姓\\名"
  };

  static Question of(CheckType check, TestPerson person) {
    return new Question(
        check, person, person.number(), Optional.empty(), HALF_A_YEAR, Optional.empty());
  }

  /** Of another number. */
  public Question of(PhoneNumber other) {
    return new Question(check, person, other, claimed, months, query);
  }

  /** With this handle, whoever gave it. */
  public Question claiming(String handle) {
    return new Question(check, person, number, Optional.of(handle), months, query);
  }

  /** Put in another way. */
  public Question asking(CheckFacts.Query other) {
    return new Question(check, person, number, claimed, months, Optional.of(other));
  }

  /** With this threshold, where it is about a tenure. */
  public Question from(OptionalInt other) {
    return new Question(check, person, number, claimed, other, query);
  }

  /** The same check of somebody else. */
  public Question varied(Random random) {
    String national = person.national();
    String digits = "%04d".formatted(random.nextInt(10_000));
    TestPerson other =
        new TestPerson(
            person.countryCode(),
            national.substring(0, national.length() - 4) + digits,
            NAMES[random.nextInt(NAMES.length)],
            person.idNumber().substring(0, person.idNumber().length() - 4)
                + "%03d".formatted(random.nextInt(1000))
                + "X",
            "0%05d".formatted(random.nextInt(100_000)),
            person.handle(),
            person.purchaseCode().isEmpty() ? "" : "00%06d".formatted(random.nextInt(1_000_000)),
            person.uncovered(),
            person.nameParts().map(parts -> nameParts(random)));
    return new Question(check, other, other.number(), Optional.empty(), HALF_A_YEAR, query);
  }

  private static TestPerson.NameParts nameParts(Random random) {
    return new TestPerson.NameParts(
        NAMES[random.nextInt(NAMES.length)], NAMES[random.nextInt(NAMES.length)]);
  }

  /**
   * Puts the question on this thread.
   *
   * @param handle of the code, where the question is about one
   */
  Answer<?> put(VerificationProvider provider, CallContext context, Optional<String> handle) {
    return ask(check.of(provider).orElseThrow(), context, handle);
  }

  @SuppressWarnings("unchecked") // A check and its query have the types that CheckType says.
  private <Q> Answer<?> ask(Check<Q, ?> asked, CallContext context, Optional<String> handle) {
    return asked.check((Q) query(handle), context);
  }

  /** Whether it is a claim of a name without an identity number. */
  boolean isOfNameAlone() {
    return query(claimed) instanceof IdentityClaim claim && claim.idNumber().isEmpty();
  }

  /**
   * What is asked.
   *
   * @param handle of the code, where the question is about one
   */
  Object query(Optional<String> handle) {
    return query.orElseGet(() -> CheckFacts.of(check).queries().get(0)).of(this, handle);
  }

  /** What must arrive at the vendor to the letter, beside the number. */
  public Map<String, String> words() {
    return CheckFacts.of(check).words().apply(person);
  }

  /** What must show nowhere. */
  public Map<String, String> canaries() {
    Map<String, String> canaries = new LinkedHashMap<>(words());
    canaries.put("number", person.national());
    return canaries;
  }

  /** Whether this is the number asked about, in any of the ways in which vendors write one. */
  public boolean isNumber(String written) {
    String digits = written.replaceAll("[^0-9]", "");
    String whole = person.countryCode() + person.national();
    return digits.equals(person.national()) || digits.equals(whole) || digits.equals("00" + whole);
  }
}
