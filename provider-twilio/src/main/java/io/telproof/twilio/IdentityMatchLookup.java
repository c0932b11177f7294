package io.telproof.twilio;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Carrier;
import io.telproof.Gap;
import io.telproof.IdentityClaim;
import io.telproof.IdentityMatch;
import io.telproof.IdentityVerdict;
import io.telproof.IdentityVerdict.Attribute;
import io.telproof.spi.CheckType;
import io.telproof.spi.ClaimPart;
import io.telproof.spi.Coverage;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether given and family name, and identity number and birth date where they are claimed, are
 * those of a number's holder, as the package identity_match of Lookup v2 tells of each by itself,
 * in grades. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/lookup/v2-api/identity-match">Identity Match</a>
 */
final class IdentityMatchLookup implements IdentityMatch {
  static final String OPERATION = "identity_match";

  private static final Pattern SCORE = Pattern.compile("[0-9]{1,2}");

  /**
   * North America with Puerto Rico, Brazil, and after an operator's approval France, Germany,
   * Italy, the Netherlands, Spain, the United Kingdom and Canada.
   */
  private static final Coverage COVERAGE =
      Coverage.callingCodes(List.of(1, 31, 33, 34, 39, 44, 49, 55))
          .needing(ClaimPart.NAME_PARTS)
          .comparing(ClaimPart.ID_NUMBER, ClaimPart.BIRTH_DATE);

  static final CodeTable<IdentityVerdict> ERROR_CODE =
      CodeTable.<IdentityVerdict>of().and(PackageErrors.rows(FREE));

  private final TwilioApi twilio;
  private final TwilioApi.Operation operation;
  private final CodeTable<Agreement> grades;
  private final PartialMatch partial;

  /**
   * Asks by these rules.
   *
   * @param least the worst grade by which a part agrees
   * @param partial what one part that agrees means beside one that the operator lacks
   */
  IdentityMatchLookup(TwilioApi twilio, Grade least, PartialMatch partial) {
    this.twilio = twilio;
    this.operation = twilio.operation(offer());
    this.grades = grades(least);
    this.partial = partial;
  }

  /** What a grade says of one part of a claim. */
  enum Agreement {
    AGREES,
    DIFFERS,
    /** The operator has nothing to compare it with. */
    LACKING
  }

  /** A part of a claim as the reply grades it. */
  private enum Part {
    FIRST_NAME("first_name_match", Attribute.NAME, claim -> true),
    LAST_NAME("last_name_match", Attribute.NAME, claim -> true),
    NATIONAL_ID("national_id_match", Attribute.ID_NUMBER, claim -> claim.idNumber().isPresent()),
    DATE_OF_BIRTH(
        "date_of_birth_match", Attribute.BIRTH_DATE, claim -> claim.birthDate().isPresent());

    private final String field;
    private final Attribute attribute;

    @SuppressWarnings("ImmutableEnumChecker") // It keeps nothing.
    private final Predicate<IdentityClaim> claimed;

    Part(String field, Attribute attribute, Predicate<IdentityClaim> claimed) {
      this.field = field;
      this.attribute = attribute;
      this.claimed = claimed;
    }
  }

  /** What the grade of one part means. */
  static CodeTable<Agreement> grades(Grade least) {
    return CodeTable.of(
        grade(Grade.EXACT_MATCH, least, "the same"),
        grade(Grade.HIGH_PARTIAL_MATCH, least, "nearly the same"),
        grade(Grade.PARTIAL_MATCH, least, "partly the same"),
        documented("no_match", CHARGED, "another", value(Agreement.DIFFERS)),
        documented(
            "no_data_available",
            CHARGED,
            "the operator has nothing to compare it with",
            value(Agreement.LACKING)));
  }

  private static CodeRow<Agreement> grade(Grade grade, Grade least, String says) {
    Meaning<Agreement> means = value(grade.reaches(least) ? Agreement.AGREES : Agreement.DIFFERS);
    return grade == Grade.EXACT_MATCH
        ? documented(grade.word(), CHARGED, says, means)
        : inferred(grade.word(), CHARGED, says, means);
  }

  static Offer offer() {
    return new Offer(
            CheckType.IDENTITY_MATCH,
            OPERATION,
            TwilioApi.LIMITS,
            "every reply of HTTP 200 without an error_code")
        .withCoverage(COVERAGE);
  }

  @Override
  public Answer<IdentityVerdict> check(IdentityClaim claim, CallContext context) {
    if (!offer().serves(claim)) {
      return twilio.notCovered(operation);
    }
    return twilio.lookUp(
        operation,
        claim.number(),
        told(claim),
        reply -> decode(reply, claim, grades, partial),
        context);
  }

  static Map<String, String> told(IdentityClaim claim) {
    Map<String, String> told = new LinkedHashMap<>();
    claim.givenName().ifPresent(name -> told.put("FirstName", name.reveal()));
    claim.familyName().ifPresent(name -> told.put("LastName", name.reveal()));
    claim.idNumber().ifPresent(number -> told.put("NationalId", number.reveal()));
    claim.birthDate().ifPresent(day -> told.put("DateOfBirth", day.reveal().replace("-", "")));
    return told;
  }

  static Answer<IdentityVerdict> decode(
      Reply reply, IdentityClaim claim, CodeTable<Agreement> grades, PartialMatch partial) {
    return Lookup.open(
        reply,
        OPERATION,
        ERROR_CODE,
        (found, success) -> read(found, claim, grades, partial, success));
  }

  private static Answer<IdentityVerdict> read(
      JsonObject found,
      IdentityClaim claim,
      CodeTable<Agreement> grades,
      PartialMatch partial,
      Reply reply) {
    Map<Part, Agreement> agreements = new EnumMap<>(Part.class);
    Reply graded = reply;
    for (Part part : claimed(claim)) {
      String grade = TwilioApi.needed(found, part.field, reply);
      agreements.put(part, agreement(grade, grades, graded));
      graded = graded.coded(grade);
    }
    return together(agreements, partial, score(found), graded);
  }

  private static List<Part> claimed(IdentityClaim claim) {
    return Arrays.stream(Part.values()).filter(part -> part.claimed.test(claim)).toList();
  }

  private static Agreement agreement(String grade, CodeTable<Agreement> grades, Reply reply) {
    Answer<Agreement> means = grades.decide(grade, reply);
    return ((Answer.Known<Agreement>) means).value();
  }

  private static Optional<Integer> score(JsonObject found) {
    return found.text("summary_score").filter(SCORE.asMatchPredicate()).map(Integer::valueOf);
  }

  /** What differs counts before what the operator lacks. */
  private static Answer<IdentityVerdict> together(
      Map<Part, Agreement> agreements, PartialMatch partial, Optional<Integer> score, Reply reply) {
    Set<Attribute> differing = differing(agreements);
    if (!differing.isEmpty()) {
      IdentityVerdict mismatch = IdentityVerdict.mismatch(differing, Carrier.UNKNOWN);
      return reply.known(score.map(mismatch::withScore).orElse(mismatch), CHARGED);
    }
    if (!agreements.containsValue(Agreement.AGREES)) {
      return reply.unknown(Gap.NO_RECORD, CHARGED);
    }
    return agreements.containsValue(Agreement.LACKING) && partial == PartialMatch.UNDISCLOSED
        ? reply.unknown(Gap.UNDISCLOSED, CHARGED)
        : reply.known(IdentityVerdict.match(Carrier.UNKNOWN), CHARGED);
  }

  private static Set<Attribute> differing(Map<Part, Agreement> agreements) {
    return agreements.entrySet().stream()
        .filter(each -> each.getValue() == Agreement.DIFFERS)
        .map(each -> each.getKey().attribute)
        .collect(Collectors.toUnmodifiableSet());
  }
}
