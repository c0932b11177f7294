package io.telproof.camara;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.FailureKind.INVALID_REQUEST;
import static io.telproof.IdentityVerdict.Attribute.ID_NUMBER;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
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
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether name and identity number are those of a number's holder, as KYC_Match of kyc-match 0.4.0
 * tells of each by itself. Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/KnowYourCustomerMatch/blob/r1.2/code/API_definitions/kyc-match.yaml">kyc-match.yaml</a>
 */
final class KycMatch implements IdentityMatch {
  static final String OPERATION = "KYC_Match";

  private static final Pattern SCORE = Pattern.compile("[0-9]{1,2}");

  private final CamaraApi camara;
  private final CamaraApi.Operation operation;
  private final CodeTable<IdentityVerdict> codes;
  private final CodeTable<IdentityVerdict> matches;
  private final Optional<DocumentType> documentType;

  /**
   * Asks an operator.
   *
   * @param documentType what the identity numbers are the numbers of, where it is told
   * @param partial what one part that agrees means beside one that the operator lacks
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
    this.matches = matches(partial);
    this.documentType = documentType;
  }

  static CodeTable<IdentityVerdict> codes(Gap unknownNumber) {
    return CodeTable.<IdentityVerdict>of(
            documented(
                "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH",
                UNSTATED,
                "the identity number is not the holder's, and nothing else was compared",
                value(IdentityVerdict.mismatch(Set.of(ID_NUMBER), Carrier.UNKNOWN))),
            // It is always sent.
            documented(
                "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED",
                UNSTATED,
                "the identity number is missing",
                failed(INVALID_REQUEST)),
            documented(
                "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION",
                UNSTATED,
                "nothing that could be compared",
                failed(INVALID_REQUEST)),
            documented(
                "NOT_FOUND", UNSTATED, "the operator has no such customer", noValue(unknownNumber)))
        .and(CommonCodes.rows(unknownNumber));
  }

  /** What {@code nameMatch} and {@code idDocumentMatch} mean together. */
  static CodeTable<IdentityVerdict> matches(PartialMatch partial) {
    return CodeTable.of(
        documented(
            "true/true", UNSTATED, "both agree", value(IdentityVerdict.match(Carrier.UNKNOWN))),
        mismatch("true/false", "the identity number differs", Set.of(ID_NUMBER)),
        mismatch("false/true", "the name differs", Set.of(NAME)),
        mismatch("false/false", "both differ", Set.of(NAME, ID_NUMBER)),
        mismatch("false/not_available", "the name differs; no identity number", Set.of(NAME)),
        mismatch("not_available/false", "the identity number differs; no name", Set.of(ID_NUMBER)),
        documented(
            "not_available/not_available",
            UNSTATED,
            "the operator has neither",
            noValue(Gap.NO_RECORD)),
        partial("true/not_available", "the name agrees; no identity number", partial),
        partial("not_available/true", "the identity number agrees; no name", partial));
  }

  private static CodeRow<IdentityVerdict> mismatch(
      String code, String says, Set<IdentityVerdict.Attribute> differing) {
    return documented(
        code, UNSTATED, says, value(IdentityVerdict.mismatch(differing, Carrier.UNKNOWN)));
  }

  private static CodeRow<IdentityVerdict> partial(String code, String says, PartialMatch partial) {
    Meaning<IdentityVerdict> meaning =
        partial == PartialMatch.MATCH
            ? value(IdentityVerdict.match(Carrier.UNKNOWN))
            : noValue(Gap.UNDISCLOSED);
    return inferred(code, UNSTATED, says, meaning);
  }

  static Offer offer() {
    return new Offer(CheckType.IDENTITY_MATCH, OPERATION, CamaraApi.LIMITS, CamaraApi.BILLED);
  }

  @Override
  public Answer<IdentityVerdict> check(IdentityClaim claim, CallContext context) {
    Map<String, Object> fields = camara.about(claim.number(), Api.KYC_MATCH);
    fields.put("idDocument", claim.idNumber().orElseThrow().reveal());
    documentType.ifPresent(type -> fields.put("idDocumentType", type.word()));
    fields.put("name", claim.name().reveal());
    return camara.ask(
        Api.KYC_MATCH,
        operation,
        claim.number(),
        fields,
        reply -> decode(reply, codes, matches),
        context);
  }

  static Answer<IdentityVerdict> decode(
      Reply reply, CodeTable<IdentityVerdict> codes, CodeTable<IdentityVerdict> matches) {
    return CamaraApi.open(reply, codes, (match, success) -> read(match, matches, success));
  }

  private static Answer<IdentityVerdict> read(
      JsonObject match, CodeTable<IdentityVerdict> matches, Reply reply) {
    String name = CamaraApi.needed(match, "nameMatch", reply);
    String document = CamaraApi.needed(match, "idDocumentMatch", reply);
    Answer<IdentityVerdict> answer = matches.decide(name + "/" + document, reply);
    // The operator tells how near a name is that differs, and never an identity number.
    Optional<Integer> score =
        name.equals("false")
            ? match.text("nameMatchScore").filter(SCORE.asMatchPredicate()).map(Integer::valueOf)
            : Optional.empty();
    return answer instanceof Answer.Known<IdentityVerdict> known && score.isPresent()
        ? new Answer.Known<>(known.value().withScore(score.get()), known.receipt())
        : answer;
  }
}
