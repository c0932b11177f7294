package io.telproof.camara;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.CodeRow.status;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Reply;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a code is the one that {@link SendCode} had sent, as validateCode of
 * one-time-password-sms 1.1.1 tells. The number is no part of the question: the handle alone says
 * which code is meant. Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/OTPValidation/blob/r3.2/code/API_definitions/one-time-password-sms.yaml">one-time-password-sms.yaml</a>
 */
final class ValidateCode implements CodeVerification {
  static final String OPERATION = "validateCode";

  /** No code is longer, by the page. */
  private static final int LONGEST_CODE = 10;

  private final CamaraApi camara;
  private final CamaraApi.Operation operation;
  private final CodeTable<CodeVerdict> codes;

  /**
   * Asks an operator.
   *
   * @param unknownNumber what it means that the operator does not know the number
   */
  ValidateCode(CamaraApi camara, Gap unknownNumber) {
    this.camara = camara;
    this.operation = new CamaraApi.Operation(OPERATION, "validate-code", camara.limiter(offer()));
    this.codes = codes(unknownNumber);
  }

  static CodeTable<CodeVerdict> codes(Gap unknownNumber) {
    return CodeTable.<CodeVerdict>of(
            status(204, UNSTATED, "the code; there is no body", value(CodeVerdict.ACCEPTED)),
            documented(
                "ONE_TIME_PASSWORD_SMS.INVALID_OTP",
                UNSTATED,
                "not the code",
                value(CodeVerdict.REJECTED)),
            documented(
                "ONE_TIME_PASSWORD_SMS.VERIFICATION_FAILED",
                UNSTATED,
                "too many wrong codes",
                value(CodeVerdict.ATTEMPTS_EXHAUSTED)),
            documented(
                "ONE_TIME_PASSWORD_SMS.VERIFICATION_EXPIRED",
                UNSTATED,
                "the code is over, was used, or another one was sent since",
                value(CodeVerdict.EXPIRED)),
            // The handle was one of this account's: the operator has forgotten it.
            inferred("NOT_FOUND", UNSTATED, "no such authenticationId", value(CodeVerdict.EXPIRED)))
        .and(CommonCodes.rows(unknownNumber));
  }

  static Offer offer() {
    return new Offer(CheckType.CODE_VERIFICATION, OPERATION, CamaraApi.LIMITS, CamaraApi.BILLED);
  }

  @Override
  public Answer<CodeVerdict> check(CodeClaim claim, CallContext context) {
    if (!(claim.contact() instanceof PhoneNumber number)) {
      return camara.notCovered(OPERATION);
    }
    return camara
        .handles()
        .open(claim, OPERATION, handle -> check(claim.code().reveal(), handle, number, context));
  }

  private Answer<CodeVerdict> check(
      String code, Optional<String> handle, PhoneNumber number, CallContext context) {
    if (handle.isEmpty()) {
      throw camara.refused(
          OPERATION,
          "this operator knows a code by the handle of its sending alone, and the claim has none");
    }
    if (code.codePointCount(0, code.length()) > LONGEST_CODE) {
      return new Answer.Known<>(CodeVerdict.REJECTED, camara.unsent(OPERATION));
    }
    return camara.ask(
        Api.ONE_TIME_PASSWORD_SMS,
        operation,
        number,
        Map.of("authenticationId", handle.get(), "code", code),
        reply -> decode(reply, codes),
        context);
  }

  static Answer<CodeVerdict> decode(Reply reply, CodeTable<CodeVerdict> codes) {
    return codes.byStatus(reply).orElseGet(() -> CamaraApi.refusal(reply, codes));
  }
}
