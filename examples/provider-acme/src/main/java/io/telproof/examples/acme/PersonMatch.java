package io.telproof.examples.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.IdentityVerdict.Attribute.ID_NUMBER;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.spi.reply.CodeRow.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Carrier;
import io.telproof.Gap;
import io.telproof.IdentityClaim;
import io.telproof.IdentityMatch;
import io.telproof.IdentityVerdict;
import io.telproof.spi.CheckType;
import io.telproof.spi.ClaimPart;
import io.telproof.spi.Coverage;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Whether a number and a name, and an identity number where one is claimed, belong together. */
final class PersonMatch implements IdentityMatch, Operation<IdentityVerdict> {
  private static final CodeTable<IdentityVerdict> CODES =
      CodeTable.<IdentityVerdict>of(
              documented("ok", CHARGED, "data.verdict tells", Meaning.continueReading()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.noValue(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.noValue(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.noValue(Gap.UNDISCLOSED)))
          .and(CommonCodes.rows());

  private static final CodeTable<IdentityVerdict> VERDICTS =
      CodeTable.of(
          documented(
              "same", CHARGED, "all agree", Meaning.value(IdentityVerdict.match(Carrier.UNKNOWN))),
          documented(
              "other",
              CHARGED,
              "they do not",
              Meaning.value(IdentityVerdict.mismatch(Carrier.UNKNOWN))),
          documented(
              "other-name",
              CHARGED,
              "the name differs",
              Meaning.value(IdentityVerdict.mismatch(Set.of(NAME), Carrier.UNKNOWN))),
          documented(
              "other-id",
              CHARGED,
              "the identity number differs",
              Meaning.value(IdentityVerdict.mismatch(Set.of(ID_NUMBER), Carrier.UNKNOWN))));

  private static final Coverage COVERAGE = Coverage.anyCountry().comparing(ClaimPart.ID_NUMBER);

  private final AcmeApi api;

  PersonMatch(AcmeApi api) {
    this.api = api;
  }

  @Override
  public Answer<IdentityVerdict> check(IdentityClaim claim, CallContext context) {
    if (!COVERAGE.carries(claim)) {
      return api.notCovered(this);
    }
    Map<String, String> person = new HashMap<>();
    person.put("name", claim.name().reveal());
    claim.idNumber().ifPresent(number -> person.put("idNumber", number.reveal()));
    return api.ask(this, claim.number(), person, context);
  }

  @Override
  public Answer<IdentityVerdict> read(JsonObject data, Reply ok) {
    return VERDICTS.decide(
        data.text("verdict").orElseThrow(() -> ok.incoherent("is billed but has no verdict")), ok);
  }

  @Override
  public String name() {
    return "person-match";
  }

  @Override
  public CheckType check() {
    return CheckType.IDENTITY_MATCH;
  }

  @Override
  public RateLimits limits() {
    return RateLimits.perSecond(5);
  }

  @Override
  public Coverage coverage() {
    return COVERAGE;
  }

  @Override
  public CodeTable<IdentityVerdict> codes() {
    return CODES;
  }
}
