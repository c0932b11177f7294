package io.telproof.examples.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether a code is the one that was sent. */
final class CodeCheck implements CodeVerification, Operation<CodeVerdict> {
  private static final CodeTable<CodeVerdict> CODES =
      CodeTable.<CodeVerdict>of(
              documented("ok", CHARGED, "data.verdict tells", Meaning.continueReading()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.noValue(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.noValue(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.noValue(Gap.UNDISCLOSED)))
          .and(CommonCodes.rows());

  private static final CodeTable<CodeVerdict> VERDICTS =
      CodeTable.of(
          documented("right", CHARGED, "it is the code", Meaning.value(CodeVerdict.ACCEPTED)),
          documented("wrong", CHARGED, "it is not", Meaning.value(CodeVerdict.REJECTED)),
          documented("late", CHARGED, "it is too old", Meaning.value(CodeVerdict.EXPIRED)),
          documented(
              "spent", CHARGED, "tried too often", Meaning.value(CodeVerdict.ATTEMPTS_EXHAUSTED)),
          documented(
              "done", CHARGED, "verified before", Meaning.value(CodeVerdict.ALREADY_VERIFIED)));

  private final AcmeApi api;

  CodeCheck(AcmeApi api) {
    this.api = api;
  }

  @Override
  public Answer<CodeVerdict> check(CodeClaim claim, CallContext context) {
    if (!(claim.contact() instanceof PhoneNumber number) || !api.serves(this, number)) {
      return api.notCovered(this);
    }
    return api.open(claim, name(), handle -> api.ask(this, number, fields(claim, handle), context));
  }

  private static Map<String, String> fields(CodeClaim claim, Optional<String> handle) {
    Map<String, String> fields = new HashMap<>(Map.of("typed", claim.code().reveal()));
    handle.ifPresent(given -> fields.put("handle", given));
    return fields;
  }

  @Override
  public Answer<CodeVerdict> read(JsonObject data, Reply ok) {
    return VERDICTS.decide(
        data.text("verdict").orElseThrow(() -> ok.incoherent("is billed but has no verdict")), ok);
  }

  @Override
  public String name() {
    return "code-check";
  }

  @Override
  public CheckType check() {
    return CheckType.CODE_VERIFICATION;
  }

  @Override
  public RateLimits limits() {
    return RateLimits.perSecond(5);
  }

  @Override
  public CodeTable<CodeVerdict> codes() {
    return CODES;
  }
}
