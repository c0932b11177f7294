package io.telproof.camara;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.FailureKind.ACCOUNT;
import static io.telproof.FailureKind.INDETERMINATE;
import static io.telproof.FailureKind.INVALID_REQUEST;
import static io.telproof.FailureKind.PROTOCOL;
import static io.telproof.FailureKind.QUOTA;
import static io.telproof.FailureKind.THROTTLED;
import static io.telproof.FailureKind.UNAUTHORIZED;
import static io.telproof.FailureKind.UNAVAILABLE;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.noValue;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.Evidence;
import java.util.List;

/**
 * The error codes that every API of CAMARA may answer with, listed by its page or not. An
 * operation's own page comes first. Nothing in CAMARA says what is billed: a refusal that cannot
 * have been carried out is free, what may have been looked up is not stated.
 *
 * @see <a
 *     href="https://github.com/camaraproject/Commonalities/blob/r3.4/artifacts/CAMARA_common.yaml">CAMARA_common.yaml</a>
 */
final class CommonCodes {
  private CommonCodes() {}

  /**
   * The page.
   *
   * @param unknownNumber what it means that the operator does not know the number
   */
  static <V> List<CodeRow<V>> rows(Gap unknownNumber) {
    return List.of(
        asked("INVALID_ARGUMENT", "what was asked is malformed"),
        asked("OUT_OF_RANGE", "a value is outside of what the operator allows"),
        stated("UNAUTHENTICATED", UNAUTHORIZED, "the token is missing, wrong or over"),
        stated("AUTHENTICATION_REQUIRED", UNAUTHORIZED, "the token is over, in earlier editions"),
        stated(
            "PERMISSION_DENIED", UNAUTHORIZED, "the token lacks the scope, or it is not allowed"),
        asked("INVALID_TOKEN_CONTEXT", "the number is not the one that the token is about"),
        CodeRow.documented(
            "IDENTIFIER_NOT_FOUND",
            UNSTATED,
            "the number belongs to no customer of this operator",
            noValue(unknownNumber)),
        // Where an operation's page does not have it, the likely reason is the path.
        CodeRow.inferred(
            "NOT_FOUND",
            UNSTATED,
            "no such resource: is the version in its path the operator's?",
            failed(ACCOUNT)),
        CodeRow.documented(
            "SERVICE_NOT_APPLICABLE",
            UNSTATED,
            "the service is not there for this number",
            noValue(Gap.NOT_COVERED)),
        stated("MISSING_IDENTIFIER", ACCOUNT, "the token is about nobody, and no number was sent"),
        stated("UNNECESSARY_IDENTIFIER", ACCOUNT, "the token is about a number, and one was sent"),
        stated("UNSUPPORTED_IDENTIFIER", ACCOUNT, "the operator does not take numbers here"),
        stated("METHOD_NOT_ALLOWED", PROTOCOL, "not by this method"),
        stated("NOT_ACCEPTABLE", PROTOCOL, "no answer of the type that was asked for"),
        stated("UNSUPPORTED_MEDIA_TYPE", PROTOCOL, "not in this type"),
        stated("ABORTED", PROTOCOL, "it was asked twice at once"),
        stated("INCOMPATIBLE_STATE", PROTOCOL, "the resource is not in a state for it"),
        stated("ALREADY_EXISTS", PROTOCOL, "the resource is there already"),
        stated("CONFLICT", PROTOCOL, "it conflicts with the resource"),
        stated("GONE", PROTOCOL, "the resource is there no more"),
        stated("FAILED_PRECONDITION", PROTOCOL, "the system is not in a state for it"),
        stated("QUOTA_EXCEEDED", QUOTA, "the account's allowance is used up"),
        stated("TOO_MANY_REQUESTS", THROTTLED, "too many requests"),
        // https://developer.orange.com/resources/orange-apis-error-handling: with HTTP 403.
        stated("53", THROTTLED, "too many requests, as the gateway of Orange says it"),
        stated("INTERNAL", INDETERMINATE, "an error inside the operator"),
        stated("NOT_IMPLEMENTED", ACCOUNT, "the operator does not have this operation"),
        stated("BAD_GATEWAY", INDETERMINATE, "an error behind the operator's gateway"),
        stated("UNAVAILABLE", UNAVAILABLE, "not in service for a while"),
        stated("TIMEOUT", INDETERMINATE, "no reply behind the operator's gateway"));
  }

  /** A refusal of what was asked: it may have been looked at first. */
  private static <V> CodeRow<V> asked(String code, String says) {
    return row(code, UNSTATED, says, INVALID_REQUEST);
  }

  /** At the usual charge of the kind. */
  private static <V> CodeRow<V> stated(String code, FailureKind kind, String says) {
    return row(code, kind.charge(), says, kind);
  }

  private static <V> CodeRow<V> row(String code, Charge charge, String says, FailureKind kind) {
    return new CodeRow<>(code, Evidence.DOCUMENTED, charge, says, failed(kind));
  }
}
