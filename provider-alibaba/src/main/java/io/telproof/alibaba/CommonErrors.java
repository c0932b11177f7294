package io.telproof.alibaba;

import static io.telproof.FailureKind.ACCOUNT;
import static io.telproof.FailureKind.INDETERMINATE;
import static io.telproof.FailureKind.INVALID_REQUEST;
import static io.telproof.FailureKind.THROTTLED;
import static io.telproof.FailureKind.UNAUTHORIZED;
import static io.telproof.FailureKind.UNAVAILABLE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.failed;

import io.telproof.FailureKind;
import io.telproof.spi.reply.CodeRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * The page of error codes that the gateway in front of all of Alibaba Cloud's operations has. The
 * HTTP status beside a code differs from page to page and decides nothing. An operation's own page
 * comes first.
 *
 * @see <a href="https://help.aliyun.com/document_detail/48054.html">Common error codes</a>
 */
final class CommonErrors {
  private CommonErrors() {}

  /**
   * The page for an operation with these parameters: the gateway's codes for a missing or an
   * invalid one hold its name.
   */
  static <V> List<CodeRow<V>> rows(String... parameters) {
    Stream<CodeRow<V>> named =
        Stream.of(parameters)
            .flatMap(
                parameter ->
                    Stream.of(
                        guessed("Missing" + parameter, INVALID_REQUEST, "it is missing"),
                        guessed("Invalid" + parameter, INVALID_REQUEST, "it is invalid")));
    return Stream.concat(named, CommonErrors.<V>page()).toList();
  }

  private static <V> Stream<CodeRow<V>> page() {
    return Stream.of(
        // What was asked.
        stated("MissingParameter", INVALID_REQUEST, "a parameter is missing"),
        stated("InvalidParameter", INVALID_REQUEST, "a parameter is invalid"),
        stated("InvalidParameter.Format", INVALID_REQUEST, "not an answer's format"),
        stated("InvalidParameter.Accept", INVALID_REQUEST, "not an answer's type"),
        stated("UnsupportedParameter", INVALID_REQUEST, "an undefined parameter"),
        stated("ContentLengthDoesNotMatch", INVALID_REQUEST, "the body's length is another"),
        stated("ContentMD5NotMatched", INVALID_REQUEST, "the body's hash is another"),
        stated("InvalidAction", INVALID_REQUEST, "no such operation"),
        stated("InvalidApi.NotFound", INVALID_REQUEST, "no such operation"),
        // What the gateway says in practice, where its page has the two before.
        guessed("InvalidAction.NotFound", INVALID_REQUEST, "no such operation in this version"),
        // help.aliyun.com/document_detail/28838.html; the others of its kind are the page's own
        // pattern for a parameter, put to the parameters that the gateway itself takes.
        stated("MissingAction", INVALID_REQUEST, "the operation is missing"),
        guessed("MissingVersion", INVALID_REQUEST, "the version is missing"),
        guessed("InvalidVersion", INVALID_REQUEST, "no such version"),
        guessed("MissingFormat", INVALID_REQUEST, "the answer's format is missing"),
        guessed("InvalidFormat", INVALID_REQUEST, "not an answer's format"),
        guessed("MissingTimestamp", INVALID_REQUEST, "the time is missing"),
        guessed("InvalidTimestamp", INVALID_REQUEST, "the time is malformed"),
        guessed("MissingSignatureNonce", INVALID_REQUEST, "the nonce is missing"),
        guessed("MissingSignatureMethod", INVALID_REQUEST, "the way to sign is missing"),
        guessed("MissingSignatureVersion", INVALID_REQUEST, "the signature's version is missing"),
        guessed("InvalidSignatureVersion", INVALID_REQUEST, "no such version of signatures"),
        // help.aliyun.com/document_detail/51132.html
        stated("InvalidOwnerId", INVALID_REQUEST, "not an owner's id"),
        stated("InvalidOwnerAccount", INVALID_REQUEST, "not an owner's account"),
        stated("InvalidOwner", INVALID_REQUEST, "an owner's id and account at once"),
        stated("NoSuchVersion", INVALID_REQUEST, "no such version"),
        stated("UnsupportedOperation", INVALID_REQUEST, "not supported"),
        stated("InvalidProduct.NotFound", INVALID_REQUEST, "no such product at this host"),
        stated("InvalidRegion.NotFound", INVALID_REQUEST, "no such region"),
        stated("InvalidProtocol.NeedSsl", INVALID_REQUEST, "https is needed"),
        stated("UnsupportedHTTPMethod", INVALID_REQUEST, "neither GET nor POST"),
        stated("InvalidSignatureMethod", INVALID_REQUEST, "no such way to sign"),
        stated("InvalidTimeStamp.Format", INVALID_REQUEST, "the time is malformed"),

        // Key, signature, clock and permission.
        stated("IncompleteSignature", UNAUTHORIZED, "the signature is incomplete"),
        stated("SignatureDoesNotMatch", UNAUTHORIZED, "wrong signature: check the secret"),
        guessed("MissingSignature", UNAUTHORIZED, "the signature is missing"),
        guessed("InvalidSignature", UNAUTHORIZED, "the signature is malformed"),
        stated("InvalidTimeStamp.Expired", UNAUTHORIZED, "the clocks differ by over 15 minutes"),
        stated("IllegalTimestamp", UNAUTHORIZED, "the clocks differ by over 15 minutes"),
        guessed("MissingAccessKeyId", UNAUTHORIZED, "the access key is missing"),
        guessed("InvalidAccessKeyId", UNAUTHORIZED, "not an access key"),
        stated("InvalidAccessKeyId.NotFound", UNAUTHORIZED, "no such access key"),
        stated("InvalidAccessKeyId.Inactive", UNAUTHORIZED, "the access key is disabled"),
        stated("Forbidden.AccessKeyDisabled", UNAUTHORIZED, "the access key is disabled"),
        stated("InvalidSecurityToken.Expired", UNAUTHORIZED, "the security token is over"),
        stated("InvalidSecurityToken.Malformed", UNAUTHORIZED, "no security token"),
        stated(
            "InvalidSecurityToken.MismatchWithAccessKey",
            UNAUTHORIZED,
            "the security token belongs to another access key"),
        stated("MissingSecurityToken", UNAUTHORIZED, "the security token is missing"),
        // help.aliyun.com/document_detail/435312.html
        stated("Forbidden", UNAUTHORIZED, "not allowed"),
        stated("Forbidden.RAM", UNAUTHORIZED, "access management does not allow it"),
        stated("NoPermission", UNAUTHORIZED, "not allowed"),
        stated("Ram.PermissionDeny", UNAUTHORIZED, "access management does not allow it"),
        stated("ActionUnauthorized", UNAUTHORIZED, "the operation is not allowed"),
        // Spelled so.
        stated("Forbedden.NotSupportRAM", UNAUTHORIZED, "only the main account may ask this"),

        // The first request with this nonce may have been carried out.
        guessed("SignatureNonceUsed", INDETERMINATE, "the nonce was used before"),

        // The account.
        stated("Forbidden.RiskControl", ACCOUNT, "barred by risk control"),
        stated("Forbidden.UserVerification", ACCOUNT, "the account's holder is not verified"),
        guessed("InvalidApi.NotPurchase", ACCOUNT, "the operation is not bought"),
        stated("InsufficientBalance", ACCOUNT, "the balance is too low"),
        stated("RESOURCE_NOT_ENOUGH", ACCOUNT, "the resource plan is used up"),
        stated("Product.Unsubscript", ACCOUNT, "the product is not subscribed to"),
        stated("Unsupported.Account", ACCOUNT, "the account is not supported"),
        stated("BIZ_NOT_OPEN_STATUS", ACCOUNT, "the service is not activated"),
        stated("FUNCTION_NOT_OPENED", ACCOUNT, "the service is not activated"),

        // Too fast.
        stated("Throttling", THROTTLED, "too many requests"),
        stated("Throttling.User", THROTTLED, "too many requests of this account"),
        stated("Throttling.Api", THROTTLED, "too many requests for this operation"),
        stated("Throttling.System", THROTTLED, "too many requests for the system"),
        stated("System.LimitControl", THROTTLED, "the system is under flow control"),
        stated("SENTINEL_BLOCK_EXCEPTION", THROTTLED, "the system is under flow control"),

        // The vendor's own trouble: only one of these says that nothing was carried out.
        stated("ServiceUnavailable", UNAVAILABLE, "the service is down for now"),
        stated("InternalError", INDETERMINATE, "internal error"),
        stated("UnknownError", INDETERMINATE, "unknown error"),
        // Spelled so.
        stated("UnknowError", INDETERMINATE, "unknown error"));
  }

  /** At the usual charge of the kind: the page says nothing of charges. */
  private static <V> CodeRow<V> stated(String code, FailureKind kind, String says) {
    return documented(code, kind.charge(), says, failed(kind));
  }

  private static <V> CodeRow<V> guessed(String code, FailureKind kind, String says) {
    return inferred(code, kind.charge(), says, failed(kind));
  }
}
