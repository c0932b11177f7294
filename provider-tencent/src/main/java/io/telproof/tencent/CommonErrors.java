package io.telproof.tencent;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.failed;

import io.telproof.FailureKind;
import io.telproof.spi.reply.CodeRow;
import java.util.List;

/**
 * The page of error codes that all of Tencent Cloud's operations have in common. An operation's own
 * page comes first.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/1061/36937">Common Error Codes</a>
 */
final class CommonErrors {
  private CommonErrors() {}

  static <V> List<CodeRow<V>> rows() {
    return List.of(
        documented(
            "ActionOffline",
            FREE,
            "the operation was withdrawn",
            failed(FailureKind.INVALID_REQUEST)),
        documented(
            "AuthFailure", FREE, "access management error", failed(FailureKind.UNAUTHORIZED)),
        documented(
            "AuthFailure.InvalidAuthorization",
            FREE,
            "the Authorization header is malformed",
            failed(FailureKind.UNAUTHORIZED)),
        documented(
            "AuthFailure.InvalidSecretId",
            FREE,
            "not an API key",
            failed(FailureKind.UNAUTHORIZED)),
        documented("AuthFailure.MFAFailure", FREE, "MFA failed", failed(FailureKind.UNAUTHORIZED)),
        documented(
            "AuthFailure.SecretIdNotFound",
            FREE,
            "the key does not exist or is disabled; look for stray blanks",
            failed(FailureKind.UNAUTHORIZED)),
        documented(
            "AuthFailure.SignatureExpire",
            FREE,
            "the clocks differ by more than five minutes",
            failed(FailureKind.UNAUTHORIZED)),
        documented(
            "AuthFailure.SignatureFailure",
            FREE,
            "the signature is wrong: check the secret key",
            failed(FailureKind.UNAUTHORIZED)),
        documented(
            "AuthFailure.TokenFailure",
            FREE,
            "the session token is wrong or over",
            failed(FailureKind.UNAUTHORIZED)),
        documented(
            "AuthFailure.UnauthorizedOperation",
            FREE,
            "access management does not allow it",
            failed(FailureKind.UNAUTHORIZED)),
        documented("DryRunOperation", FREE, "a dry run", failed(FailureKind.INVALID_REQUEST)),
        documented("FailedOperation", POSSIBLE, "it failed", failed(FailureKind.INDETERMINATE)),
        documented("InternalError", POSSIBLE, "internal error", failed(FailureKind.INDETERMINATE)),
        documented("InvalidAction", FREE, "no such operation", failed(FailureKind.INVALID_REQUEST)),
        documented(
            "InvalidParameter", FREE, "a parameter is wrong", failed(FailureKind.INVALID_REQUEST)),
        documented(
            "InvalidParameterValue",
            FREE,
            "a parameter's value is wrong",
            failed(FailureKind.INVALID_REQUEST)),
        documented(
            "InvalidRequest", FREE, "the body is malformed", failed(FailureKind.INVALID_REQUEST)),
        documented(
            "IpInBlacklist", FREE, "this address is barred", failed(FailureKind.UNAUTHORIZED)),
        documented(
            "IpNotInWhitelist",
            FREE,
            "this address is not allowed",
            failed(FailureKind.UNAUTHORIZED)),
        documented(
            "LimitExceeded",
            FREE,
            "an allowance is used up; of what time is not told",
            failed(FailureKind.QUOTA)),
        documented(
            "MissingParameter",
            FREE,
            "a parameter is missing",
            failed(FailureKind.INVALID_REQUEST)),
        documented("NoSuchProduct", FREE, "no such product", failed(FailureKind.INVALID_REQUEST)),
        documented("NoSuchVersion", FREE, "no such version", failed(FailureKind.INVALID_REQUEST)),
        inferred("OperationDenied", FREE, "denied", failed(FailureKind.UNAUTHORIZED)),
        documented(
            "RequestLimitExceeded", FREE, "too many requests", failed(FailureKind.THROTTLED)),
        documented(
            "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
            FREE,
            "too many requests of this account over all regions",
            failed(FailureKind.THROTTLED)),
        documented(
            "RequestLimitExceeded.IPLimitExceeded",
            FREE,
            "too many requests from this address",
            failed(FailureKind.THROTTLED)),
        documented(
            "RequestLimitExceeded.UinLimitExceeded",
            FREE,
            "too many requests of this account",
            failed(FailureKind.THROTTLED)),
        documented(
            "RequestSizeLimitExceeded",
            FREE,
            "the request is too large",
            failed(FailureKind.INVALID_REQUEST)),
        documented(
            "ResourceInUse", FREE, "the resource is in use", failed(FailureKind.INVALID_REQUEST)),
        documented(
            "ResourceInsufficient",
            FREE,
            "too little resource",
            failed(FailureKind.INVALID_REQUEST)),
        documented(
            "ResourceNotFound", FREE, "no such resource", failed(FailureKind.INVALID_REQUEST)),
        documented(
            "ResourceUnavailable",
            FREE,
            "the resource is unusable",
            failed(FailureKind.INVALID_REQUEST)),
        // There was a response, only it did not fit: the question was carried out.
        inferred(
            "ResponseSizeLimitExceeded",
            POSSIBLE,
            "the response is too large",
            failed(FailureKind.INDETERMINATE)),
        documented(
            "ServiceUnavailable",
            FREE,
            "the service is down for now",
            failed(FailureKind.UNAVAILABLE)),
        documented("UnauthorizedOperation", FREE, "not allowed", failed(FailureKind.UNAUTHORIZED)),
        documented(
            "UnknownParameter",
            FREE,
            "an undefined parameter",
            failed(FailureKind.INVALID_REQUEST)),
        documented(
            "UnsupportedOperation", FREE, "not supported", failed(FailureKind.INVALID_REQUEST)),
        documented(
            "UnsupportedProtocol",
            FREE,
            "neither GET nor POST",
            failed(FailureKind.INVALID_REQUEST)),
        documented(
            "UnsupportedRegion", FREE, "no such region", failed(FailureKind.INVALID_REQUEST)));
  }
}
