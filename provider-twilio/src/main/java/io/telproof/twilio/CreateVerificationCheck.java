package io.telproof.twilio;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.FailureKind.INVALID_REQUEST;
import static io.telproof.FailureKind.THROTTLED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.Contact;
import io.telproof.EmailAddress;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a code is the one that {@link CreateVerification} had sent, as CreateVerificationCheck of
 * Verify v2 tells: by the handle of its sending, or by the contact where the claim has none.
 * Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/verify/api/verification-check">Verification Check</a>
 */
final class CreateVerificationCheck implements CodeVerification {
  static final String OPERATION = "CreateVerificationCheck";

  /** A code of any other length is no code of Verify, and would be refused as malformed. */
  private static final int SHORTEST_CODE = 4;

  private static final int LONGEST_CODE = 10;

  static final CodeTable<CodeVerdict> STATUS =
      CodeTable.of(
          documented("approved", UNSTATED, "the code", value(CodeVerdict.ACCEPTED)),
          documented("pending", UNSTATED, "not the code", value(CodeVerdict.REJECTED)),
          documented(
              "max_attempts_reached",
              UNSTATED,
              "too many wrong codes",
              value(CodeVerdict.ATTEMPTS_EXHAUSTED)),
          documented("expired", UNSTATED, "the code is too old", value(CodeVerdict.EXPIRED)),
          documented("canceled", UNSTATED, "the code was taken back", value(CodeVerdict.EXPIRED)),
          documented("deleted", UNSTATED, "the code is deleted", value(CodeVerdict.EXPIRED)),
          documented("failed", UNSTATED, "the verification failed", value(CodeVerdict.EXPIRED)));

  static final CodeTable<CodeVerdict> CODE =
      CodeTable.<CodeVerdict>of(
              // A verification is deleted once its code is too old, was right, or was wrong five
              // times: which of the three, nobody can tell afterwards.
              documented(
                  "20404",
                  UNSTATED,
                  "the code is too old, was used, or too many were wrong: one of the three",
                  value(CodeVerdict.EXPIRED)),
              // With HTTP 429, and an answer all the same.
              documented(
                  "60202",
                  UNSTATED,
                  "too many codes were tried; the sixth",
                  value(CodeVerdict.ATTEMPTS_EXHAUSTED)),
              CommonErrors.row("60200", INVALID_REQUEST, "a parameter is malformed"),
              inferred(
                  "60212",
                  THROTTLED.charge(),
                  "too many at once for this contact",
                  failed(THROTTLED)))
          .and(CommonErrors.rows());

  private final TwilioApi twilio;
  private final TwilioApi.Operation operation;
  private final String serviceSid;
  private final boolean email;

  CreateVerificationCheck(TwilioApi twilio, String serviceSid, boolean email) {
    this.twilio = twilio;
    this.operation = twilio.operation(offer(email));
    this.serviceSid = serviceSid;
    this.email = email;
  }

  static Offer offer(boolean email) {
    Offer sending = CreateVerification.offer(email);
    return new Offer(CheckType.CODE_VERIFICATION, OPERATION, TwilioApi.LIMITS, sending.billed())
        .withCoverage(sending.coverage());
  }

  @Override
  public Answer<CodeVerdict> check(CodeClaim claim, CallContext context) {
    if (!email && claim.contact() instanceof EmailAddress) {
      return twilio.notCovered(operation);
    }
    return twilio.handles().open(claim, OPERATION, handle -> check(claim, handle, context));
  }

  private Answer<CodeVerdict> check(CodeClaim claim, Optional<String> handle, CallContext context) {
    String code = claim.code().reveal();
    int length = code.codePointCount(0, code.length());
    if (length < SHORTEST_CODE || length > LONGEST_CODE) {
      return new Answer.Known<>(CodeVerdict.REJECTED, twilio.unsent(operation));
    }
    Map<String, String> told = new LinkedHashMap<>();
    if (handle.isPresent()) {
      told.put("VerificationSid", handle.get());
    } else {
      told.put("To", to(claim.contact()));
    }
    told.put("Code", code);
    return twilio.verify(
        operation, serviceSid, "VerificationCheck", told, CreateVerificationCheck::decode, context);
  }

  /** Where the code of a contact was sent. */
  static String to(Contact contact) {
    return contact instanceof PhoneNumber number
        ? number.e164()
        : ((EmailAddress) contact).address();
  }

  static Answer<CodeVerdict> decode(Reply reply) {
    return TwilioApi.open(
        reply,
        CODE,
        (check, success) -> STATUS.decide(TwilioApi.needed(check, "status", success), success));
  }
}
