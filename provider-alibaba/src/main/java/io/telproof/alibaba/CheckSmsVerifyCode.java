package io.telproof.alibaba;

import static io.telproof.Charge.FREE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a code is the one that {@link SendSmsVerifyCode} had sent, as CheckSmsVerifyCode of
 * Dypnsapi 2017-05-25 tells. A code that is over is rejected like a wrong one. Thread-safe.
 *
 * @see <a
 *     href="https://help.aliyun.com/zh/pnvs/developer-reference/api-dypnsapi-2017-05-25-checksmsverifycode">CheckSmsVerifyCode</a>
 */
final class CheckSmsVerifyCode implements CodeVerification {
  static final String OPERATION = "CheckSmsVerifyCode";
  static final RateLimits LIMITS = RateLimits.perSecond(500);

  /** Success says that there is a verdict, not that it is good. */
  static final CodeTable<CodeVerdict> CODE =
      CodeTable.<CodeVerdict>of(
              documented("OK", FREE, "success; VerifyResult tells", continueReading()),
              // What the vendor sends for a wrong code, with HTTP 400; the page promises UNKNOWN.
              inferred("isv.ValidateFail", FREE, "not the code", value(CodeVerdict.REJECTED)),
              inferred("ValidateFail", FREE, "not the code", value(CodeVerdict.REJECTED)),
              inferred("SmsCodeVerifyFail", FREE, "not the code", value(CodeVerdict.REJECTED)))
          .and(DypnsapiErrors.rows())
          .and(CommonErrors.rows("PhoneNumber", "CountryCode", "VerifyCode", "SchemeName"));

  static final CodeTable<CodeVerdict> VERIFY_RESULT =
      CodeTable.of(
          documented("PASS", FREE, "the code", value(CodeVerdict.ACCEPTED)),
          documented("UNKNOWN", FREE, "not the code", value(CodeVerdict.REJECTED)),
          // Of the sister operations.
          inferred("REJECT", FREE, "not the code", value(CodeVerdict.REJECTED)));

  private final AlibabaApi dypnsapi;
  private final RateLimiter limiter;
  private final Optional<String> schemeName;

  /** The scheme has to be the one of the sending. */
  CheckSmsVerifyCode(AlibabaApi dypnsapi, Optional<String> schemeName) {
    this.dypnsapi = dypnsapi;
    this.limiter = dypnsapi.limiter(offer());
    this.schemeName = schemeName;
  }

  static Offer offer() {
    return new Offer(
            CheckType.CODE_VERIFICATION,
            OPERATION,
            LIMITS,
            BillingField.by("VerifyResult", VERIFY_RESULT))
        .withCoverage(AlibabaApi.MAINLAND);
  }

  @Override
  public Answer<CodeVerdict> check(CodeClaim claim, CallContext context) {
    Optional<String> mobile =
        claim.contact() instanceof PhoneNumber number
            ? number.nationalNumber(86)
            : Optional.empty();
    if (mobile.isEmpty()) {
      return dypnsapi.notCovered(OPERATION);
    }
    Map<String, String> parameters = new HashMap<>();
    parameters.put("PhoneNumber", mobile.get());
    parameters.put("CountryCode", "86");
    parameters.put("VerifyCode", claim.code().reveal());
    schemeName.ifPresent(name -> parameters.put("SchemeName", name));
    return dypnsapi.ask(OPERATION, limiter, parameters, CheckSmsVerifyCode::decode, context);
  }

  static Answer<CodeVerdict> decode(Reply reply) {
    return AlibabaApi.open(reply, Product.DYPNSAPI, CODE, CheckSmsVerifyCode::read);
  }

  private static Answer<CodeVerdict> read(JsonObject model, Reply reply) {
    return VERIFY_RESULT.decide(AlibabaApi.verdict(model, "VerifyResult", reply), reply);
  }
}
