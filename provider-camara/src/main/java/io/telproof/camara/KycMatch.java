package io.telproof.camara;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.FailureKind.INVALID_REQUEST;
import static io.telproof.IdentityVerdict.Attribute.ID_NUMBER;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.noValue;
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
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether name, identity number and day of birth are those of a number's holder, as KYC_Match of
 * kyc-match 0.4.0 tells of each by itself. What was not claimed is not asked. Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/KnowYourCustomerMatch/blob/r1.2/code/API_definitions/kyc-match.yaml">kyc-match.yaml</a>
 */
final class KycMatch implements IdentityMatch {
  static final String OPERATION = "KYC_Match";

  private static final String AGREES = "true";
  private static final String DIFFERS = "false";
  private static final String LACKING = "not_available";

  /** What is told of each property that was asked about; {@link #verdict} is of all together. */
  static final CodeTable<IdentityVerdict> MATCH =
      CodeTable.of(
          documented(AGREES, UNSTATED, "it agrees", continueReading()),
          documented(DIFFERS, UNSTATED, "it differs", continueReading()),
          documented(LACKING, UNSTATED, "the operator does not have it", continueReading()));

  private static final Pattern SCORE = Pattern.compile("[0-9]{1,2}");

  private final CamaraApi camara;
  private final CamaraApi.Operation operation;
  private final CodeTable<IdentityVerdict> codes;
  private final PartialMatch partial;
  private final Optional<DocumentType> documentType;

  /**
   * Asks an operator.
   *
   * @param documentType what the identity numbers are the numbers of, where it is told
   * @param partial what parts that agree mean beside one that the operator lacks
   * @param unknownNumber what it means that the operator does not know the number
   */
  KycMatch(
      CamaraApi camara,
      Optional<DocumentType> documentType,
      PartialMatch partial,
      Gap unknownNumber) {
    this.camara = camara;
    this.operation = new CamaraApi.Operation(OPERATION, "match", camara.limiter(offer()));
    this.codes = codes(unknownNumber);
    this.partial = partial;
    this.documentType = documentType;
  }

  static CodeTable<IdentityVerdict> codes(Gap unknownNumber) {
    return CodeTable.<IdentityVerdict>of(
            documented(
                "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH",
                UNSTATED,
                "the identity number is not the holder's, and nothing else was compared",
                value(IdentityVerdict.mismatch(Set.of(ID_NUMBER), Carrier.UNKNOWN))),
            // It is sent wherever it is claimed.
            documented(
                "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED",
                UNSTATED,
                "the operator compares nothing without an identity number",
                noValue(Gap.NOT_COVERED)),
            documented(
                "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION",
                UNSTATED,
                "nothing that could be compared",
                failed(INVALID_REQUEST)),
            documented(
                "NOT_FOUND", UNSTATED, "the operator has no such customer", noValue(unknownNumber)))
        .and(CommonCodes.rows(unknownNumber));
  }

  static Offer offer() {
    return new Offer(CheckType.IDENTITY_MATCH, OPERATION, CamaraApi.LIMITS, CamaraApi.BILLED)
        .withCoverage(
            Coverage.anyCountry()
                .comparing(ClaimPart.ID_NUMBER, ClaimPart.NAME_PARTS, ClaimPart.BIRTH_DATE));
  }

  @Override
  public Answer<IdentityVerdict> check(IdentityClaim claim, CallContext context) {
    Map<String, Object> fields = camara.about(claim.number(), Api.KYC_MATCH);
    Set<KycProperty> asked = EnumSet.noneOf(KycProperty.class);
    for (KycProperty property : KycProperty.values()) {
      property
          .in(claim)
          .ifPresent(
              part -> {
                asked.add(property);
                fields.put(property.field(), part.reveal());
              });
    }
    if (asked.contains(KycProperty.ID_DOCUMENT)) {
      documentType.ifPresent(type -> fields.put("idDocumentType", type.word()));
    }
    return camara.ask(
        Api.KYC_MATCH,
        operation,
        claim.number(),
        fields,
        reply -> decode(reply, asked, codes, partial),
        context);
  }

  static Answer<IdentityVerdict> decode(
      Reply reply, Set<KycProperty> asked, CodeTable<IdentityVerdict> codes, PartialMatch partial) {
    return CamaraApi.open(reply, codes, (match, success) -> read(match, asked, partial, success));
  }

  private static Answer<IdentityVerdict> read(
      JsonObject match, Set<KycProperty> asked, PartialMatch partial, Reply reply) {
    Map<KycProperty, String> told = new EnumMap<>(KycProperty.class);
    asked.forEach(property -> told.put(property, CamaraApi.needed(match, property.match(), reply)));
    return listed(told.values().iterator(), reply, coded -> verdict(told, match, partial, coded));
  }

  /** Reads one after the other, so that all are on the receipt. */
  private static Answer<IdentityVerdict> listed(
      Iterator<String> words, Reply reply, Function<Reply, Answer<IdentityVerdict>> all) {
    return words.hasNext()
        ? MATCH.decide(words.next(), reply, coded -> listed(words, coded, all))
        : all.apply(reply);
  }

  /** What they mean together. */
  private static Answer<IdentityVerdict> verdict(
      Map<KycProperty, String> told, JsonObject match, PartialMatch partial, Reply reply) {
    Set<Attribute> differing =
        told.keySet().stream()
            .filter(property -> DIFFERS.equals(told.get(property)))
            .map(KycProperty::attribute)
            .collect(Collectors.toSet());
    if (!differing.isEmpty()) {
      IdentityVerdict mismatch = IdentityVerdict.mismatch(differing, Carrier.UNKNOWN);
      OptionalInt score = score(told, match);
      return reply.known(
          score.isPresent() ? mismatch.withScore(score.getAsInt()) : mismatch, UNSTATED);
    }
    if (!told.containsValue(AGREES)) {
      return reply.unknown(Gap.NO_RECORD, UNSTATED);
    }
    return agrees(told) || partial == PartialMatch.MATCH
        ? reply.known(IdentityVerdict.match(Carrier.UNKNOWN), UNSTATED)
        : reply.unknown(Gap.UNDISCLOSED, UNSTATED);
  }

  /**
   * Whether all that was claimed agrees, where nothing differs. An operator has names whole or in
   * parts: the parts are the name once more.
   */
  private static boolean agrees(Map<KycProperty, String> told) {
    boolean whole = agrees(told, KycProperty.NAME);
    boolean inParts = agrees(told, KycProperty.GIVEN_NAME) && agrees(told, KycProperty.FAMILY_NAME);
    return (whole || inParts)
        && told.keySet().stream()
            .filter(property -> property.attribute() != Attribute.NAME)
            .allMatch(property -> agrees(told, property));
  }

  private static boolean agrees(Map<KycProperty, String> told, KycProperty property) {
    return AGREES.equals(told.get(property));
  }

  /**
   * The lowest score of the names that differ. The operator tells how near a name is, and never an
   * identity number or a day.
   */
  private static OptionalInt score(Map<KycProperty, String> told, JsonObject match) {
    return told.keySet().stream()
        .filter(property -> property.attribute() == Attribute.NAME)
        .filter(property -> DIFFERS.equals(told.get(property)))
        .flatMap(property -> match.text(property.score()).stream())
        .filter(SCORE.asMatchPredicate())
        .mapToInt(Integer::parseInt)
        .min();
  }
}
