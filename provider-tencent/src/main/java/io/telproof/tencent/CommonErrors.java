package io.telproof.tencent;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.Meaning.fails;
import static io.telproof.spi.Row.documented;
import static io.telproof.spi.Row.inferred;

import io.telproof.Kind;
import io.telproof.spi.Row;
import java.util.List;

/**
 * The page of error codes that all of Tencent Cloud's operations have in common. An operation's own
 * page comes first.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/1061/36937">Common Error Codes</a>
 */
final class CommonErrors {
  private CommonErrors() {}

  static <V> List<Row<V>> rows() {
    return List.of(
        documented(
            "ActionOffline", FREE, "the operation was withdrawn", fails(Kind.INVALID_REQUEST)),
        documented("AuthFailure", FREE, "access management error", fails(Kind.UNAUTHORIZED)),
        documented(
            "AuthFailure.InvalidAuthorization",
            FREE,
            "the Authorization header is malformed",
            fails(Kind.UNAUTHORIZED)),
        documented("AuthFailure.InvalidSecretId", FREE, "not an API key", fails(Kind.UNAUTHORIZED)),
        documented("AuthFailure.MFAFailure", FREE, "MFA failed", fails(Kind.UNAUTHORIZED)),
        documented(
            "AuthFailure.SecretIdNotFound",
            FREE,
            "the key does not exist or is disabled; look for stray blanks",
            fails(Kind.UNAUTHORIZED)),
        documented(
            "AuthFailure.SignatureExpire",
            FREE,
            "the clocks differ by more than five minutes",
            fails(Kind.UNAUTHORIZED)),
        documented(
            "AuthFailure.SignatureFailure",
            FREE,
            "the signature is wrong: check the secret key",
            fails(Kind.UNAUTHORIZED)),
        documented(
            "AuthFailure.TokenFailure",
            FREE,
            "the session token is wrong or over",
            fails(Kind.UNAUTHORIZED)),
        documented(
            "AuthFailure.UnauthorizedOperation",
            FREE,
            "access management does not allow it",
            fails(Kind.UNAUTHORIZED)),
        documented("DryRunOperation", FREE, "a dry run", fails(Kind.INVALID_REQUEST)),
        documented("FailedOperation", POSSIBLE, "it failed", fails(Kind.INDETERMINATE)),
        documented("InternalError", POSSIBLE, "internal error", fails(Kind.INDETERMINATE)),
        documented("InvalidAction", FREE, "no such operation", fails(Kind.INVALID_REQUEST)),
        documented("InvalidParameter", FREE, "a parameter is wrong", fails(Kind.INVALID_REQUEST)),
        documented(
            "InvalidParameterValue",
            FREE,
            "a parameter's value is wrong",
            fails(Kind.INVALID_REQUEST)),
        documented("InvalidRequest", FREE, "the body is malformed", fails(Kind.INVALID_REQUEST)),
        documented("IpInBlacklist", FREE, "this address is barred", fails(Kind.UNAUTHORIZED)),
        documented(
            "IpNotInWhitelist", FREE, "this address is not allowed", fails(Kind.UNAUTHORIZED)),
        documented(
            "LimitExceeded",
            FREE,
            "an allowance is used up; of what time is not told",
            fails(Kind.QUOTA)),
        documented("MissingParameter", FREE, "a parameter is missing", fails(Kind.INVALID_REQUEST)),
        documented("NoSuchProduct", FREE, "no such product", fails(Kind.INVALID_REQUEST)),
        documented("NoSuchVersion", FREE, "no such version", fails(Kind.INVALID_REQUEST)),
        inferred("OperationDenied", FREE, "denied", fails(Kind.UNAUTHORIZED)),
        documented("RequestLimitExceeded", FREE, "too many requests", fails(Kind.THROTTLED)),
        documented(
            "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
            FREE,
            "too many requests of this account over all regions",
            fails(Kind.THROTTLED)),
        documented(
            "RequestLimitExceeded.IPLimitExceeded",
            FREE,
            "too many requests from this address",
            fails(Kind.THROTTLED)),
        documented(
            "RequestLimitExceeded.UinLimitExceeded",
            FREE,
            "too many requests of this account",
            fails(Kind.THROTTLED)),
        documented(
            "RequestSizeLimitExceeded",
            FREE,
            "the request is too large",
            fails(Kind.INVALID_REQUEST)),
        documented("ResourceInUse", FREE, "the resource is in use", fails(Kind.INVALID_REQUEST)),
        documented(
            "ResourceInsufficient", FREE, "too little resource", fails(Kind.INVALID_REQUEST)),
        documented("ResourceNotFound", FREE, "no such resource", fails(Kind.INVALID_REQUEST)),
        documented(
            "ResourceUnavailable", FREE, "the resource is unusable", fails(Kind.INVALID_REQUEST)),
        // There was a response, only it did not fit: the question was carried out.
        inferred(
            "ResponseSizeLimitExceeded",
            POSSIBLE,
            "the response is too large",
            fails(Kind.INDETERMINATE)),
        documented(
            "ServiceUnavailable", FREE, "the service is down for now", fails(Kind.UNAVAILABLE)),
        documented("UnauthorizedOperation", FREE, "not allowed", fails(Kind.UNAUTHORIZED)),
        documented("UnknownParameter", FREE, "an undefined parameter", fails(Kind.INVALID_REQUEST)),
        documented("UnsupportedOperation", FREE, "not supported", fails(Kind.INVALID_REQUEST)),
        documented(
            "UnsupportedProtocol", FREE, "neither GET nor POST", fails(Kind.INVALID_REQUEST)),
        documented("UnsupportedRegion", FREE, "no such region", fails(Kind.INVALID_REQUEST)));
  }
}
