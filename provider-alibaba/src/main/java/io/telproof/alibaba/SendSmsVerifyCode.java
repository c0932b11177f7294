package io.telproof.alibaba;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.failedFor;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.Contact;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Has the vendor make, send and keep a code, by SendSmsVerifyCode of Dypnsapi 2017-05-25. It serves
 * mobile numbers of China; a message is billed when it is delivered. Thread-safe.
 *
 * @see <a
 *     href="https://help.aliyun.com/zh/pnvs/developer-reference/api-dypnsapi-2017-05-25-sendsmsverifycode">SendSmsVerifyCode</a>
 */
final class SendSmsVerifyCode implements CodeDelivery {
  static final String OPERATION = "SendSmsVerifyCode";
  static final RateLimits LIMITS = RateLimits.perSecond(100);

  /** The vendor's own choice for the time between two codes to one number; we send no other. */
  private static final Duration INTERVAL = Duration.ofSeconds(60);

  static final CodeTable<CodeDispatch> CODE =
      CodeTable.<CodeDispatch>of(
              inferred("OK", POSSIBLE, "accepted", continueReading()),
              inferred(
                  "biz.FREQUENCY",
                  FREE,
                  "a code was sent to this number a moment ago",
                  failedFor(FailureKind.THROTTLED, INTERVAL)))
          .and(DypnsapiErrors.rows())
          .and(
              CommonErrors.rows(
                  "PhoneNumber",
                  "CountryCode",
                  "SignName",
                  "TemplateCode",
                  "TemplateParam",
                  "SchemeName",
                  "CodeLength",
                  "ValidTime"));

  private final AlibabaApi dypnsapi;
  private final RateLimiter limiter;
  private final SmsCode code;
  private final Optional<String> schemeName;

  SendSmsVerifyCode(AlibabaApi dypnsapi, SmsCode code, Optional<String> schemeName) {
    this.dypnsapi = dypnsapi;
    this.limiter = dypnsapi.limiter(offer());
    this.code = code;
    this.schemeName = schemeName;
  }

  static Offer offer() {
    return new Offer(CheckType.CODE_DELIVERY, OPERATION, LIMITS, BillingField.by("Code", CODE))
        .withCoverage(AlibabaApi.MAINLAND);
  }

  @Override
  public Answer<CodeDispatch> check(Contact contact, CallContext context) {
    Optional<String> mobile =
        contact instanceof PhoneNumber number ? number.nationalNumber(86) : Optional.empty();
    if (mobile.isEmpty()) {
      return dypnsapi.notCovered(OPERATION);
    }
    // Counted from before the question: the code never ends before we say so.
    return dypnsapi.ask(
        OPERATION,
        limiter,
        parameters(mobile.get()),
        reply -> decode(reply, reply.at().plus(code.validity())),
        context);
  }

  static Answer<CodeDispatch> decode(Reply reply, Instant expiresAt) {
    // The check wants to see no handle: it knows the code by number and scheme.
    CodeDispatch sent = new CodeDispatch(Optional.empty(), Optional.of(expiresAt));
    return AlibabaApi.open(
        reply, Product.DYPNSAPI, CODE, (model, success) -> success.known(sent, POSSIBLE));
  }

  private Map<String, String> parameters(String mobile) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("PhoneNumber", mobile);
    parameters.put("CountryCode", "86");
    parameters.put("SignName", code.signName());
    parameters.put("TemplateCode", code.templateCode());
    parameters.put("TemplateParam", templateParam());
    parameters.put("CodeLength", Integer.toString(code.length()));
    parameters.put("ValidTime", Long.toString(code.validity().toSeconds()));
    schemeName.ifPresent(name -> parameters.put("SchemeName", name));
    return parameters;
  }

  /** The vendor's templates speak of minutes; the code in its place lets the vendor make one. */
  private String templateParam() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("code", "##code##");
    variables.put("min", Long.toString(code.validity().toMinutes()));
    return new String(JsonObject.write(variables), StandardCharsets.UTF_8);
  }
}
