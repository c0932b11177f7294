package io.telproof.examples.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.PreValidatedClaim;
import io.telproof.PreValidatedId;
import io.telproof.PreValidatedNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.ClaimPart;
import io.telproof.spi.Coverage;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.Map;

/** The id of a number that was bought with its validation. */
final class BoughtNumber implements PreValidatedNumber, Operation<PreValidatedId> {
  private static final CodeTable<PreValidatedId> CODES =
      CodeTable.<PreValidatedId>of(
              documented("ok", CHARGED, "data.ref tells", Meaning.continueReading()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.noValue(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.noValue(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.noValue(Gap.UNDISCLOSED)))
          .and(CommonCodes.rows());

  private static final Coverage COVERAGE = Coverage.anyCountry().needing(ClaimPart.PURCHASE_CODE);

  private final AcmeApi api;

  BoughtNumber(AcmeApi api) {
    this.api = api;
  }

  @Override
  public Answer<PreValidatedId> check(PreValidatedClaim claim, CallContext context) {
    if (!COVERAGE.carries(claim)) {
      return api.notCovered(this);
    }
    Map<String, String> code = Map.of("purchaseCode", claim.purchaseCode().orElseThrow().reveal());
    return api.ask(this, claim.number(), code, context);
  }

  @Override
  public Answer<PreValidatedId> read(JsonObject data, Reply ok) {
    return ok.known(
        new PreValidatedId(
            data.text("ref").orElseThrow(() -> ok.incoherent("is billed but has no ref")),
            data.text("number")),
        CHARGED);
  }

  @Override
  public String name() {
    return "bought-number";
  }

  @Override
  public CheckType check() {
    return CheckType.PRE_VALIDATED_NUMBER;
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
  public CodeTable<PreValidatedId> codes() {
    return CODES;
  }
}
