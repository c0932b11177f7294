package io.telproof.alibaba;

import static io.telproof.FailureKind.ACCOUNT;
import static io.telproof.FailureKind.INDETERMINATE;
import static io.telproof.FailureKind.INVALID_REQUEST;
import static io.telproof.FailureKind.QUOTA;
import static io.telproof.FailureKind.THROTTLED;
import static io.telproof.FailureKind.UNAUTHORIZED;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.failedWithPause;

import io.telproof.FailureKind;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages of codes that Dypnsapi's operations have in common. The product writes one code with
 * and without a prefix; each spelling is a row of its own, inferred where no page prints it.
 *
 * @see <a href="https://help.aliyun.com/document_detail/85198.html">return codes</a>
 * @see <a href="https://help.aliyun.com/document_detail/610987.html">codes of the gateway</a>
 */
final class DypnsapiErrors {
  private DypnsapiErrors() {}

  static <V> List<CodeRow<V>> rows() {
    return Stream.<Stream<CodeRow<V>>>of(
            both("isv.", "MOBILE_NUMBER_ILLEGAL", INVALID_REQUEST, "not a number"),
            // https://developer.aliyun.com/ask/647469 names the three caps. Only the message tells
            // which one was met, and messages are not read. So the shortest is taken: a number
            // whose
            // hour or day is used up is refused once a minute more, for nothing.
            limited("isv.BUSINESS_LIMIT_CONTROL"),
            limited("BUSINESS_LIMIT_CONTROL"),
            both("isv.", "AMOUNT_NOT_ENOUGH", ACCOUNT, "the balance is too low"),
            // A signature or a template that the vendor did not give is refused so, too.
            prefixed("isv.", "INVALID_PARAMETERS", INVALID_REQUEST, "a parameter is invalid"),
            prefixed("isv.", "PARAMETERS_MISMATCH", INVALID_REQUEST, "parameters do not agree"),
            prefixed("isv.", "TOKEN_INVALID", INVALID_REQUEST, "the token is invalid"),
            prefixed(
                "isv.", "TOKEN_UNAUTHORIZED_USED", INVALID_REQUEST, "the token is not allowed"),
            prefixed("isv.", "VERIFY_SCHEME_NOT_EXIST", INVALID_REQUEST, "no such scheme"),
            prefixed("isv.", "SCENE_QUERY_FAIL", INVALID_REQUEST, "the scheme cannot be read"),
            prefixed("isv.", "RAM_PERMISSION_DENY", UNAUTHORIZED, "not allowed"),
            prefixed("isv.", "PRODUCT_UNSUBSCRIBE", ACCOUNT, "the product is not subscribed to"),
            prefixed("isv.", "PRODUCT_UN_SUBSCRIPT", ACCOUNT, "the product is not subscribed to"),
            prefixed("isv.", "OUT_OF_SERVICE", ACCOUNT, "out of service for want of money"),
            Stream.of(
                row(
                    "isv.FUNCTION_NOT_OPENED",
                    Evidence.INFERRED,
                    ACCOUNT,
                    "the service is not activated")),
            stated("FUNCTION_NOT_OPENED", ACCOUNT, "the service is not activated"),
            // Of a sister product's older page, which calls the last three passing troubles.
            guessed("isp.", "QPS_LIMIT", THROTTLED, "too many requests"),
            guessed("isp.", "UNKNOWN", INDETERMINATE, "unknown error"),
            guessed("isp.", "SYSTEM_ERROR", INDETERMINATE, "system error"),
            guessed("isp.", "GATEWAY_ERROR", INDETERMINATE, "gateway error"),
            // Of the product's page of gateway errors.
            stated("RamPermissionDeny", UNAUTHORIZED, "not allowed"),
            stated("SchemeNumberOverLimit", INVALID_REQUEST, "too many schemes"),
            stated("SceneQueryFail", INVALID_REQUEST, "the scheme cannot be read"),
            stated("SmsSignNameNotExist", INVALID_REQUEST, "no such signature"))
        .flatMap(rows -> rows)
        .toList();
  }

  private static <V> Stream<CodeRow<V>> both(
      String prefix, String code, FailureKind kind, String says) {
    return Stream.of(
        row(prefix + code, Evidence.DOCUMENTED, kind, says),
        row(code, Evidence.DOCUMENTED, kind, says));
  }

  private static <V> Stream<CodeRow<V>> limited(String code) {
    return Stream.of(
        CodeRow.documented(
            code,
            QUOTA.charge(),
            "too many for this number, by its cap for a minute, an hour or a day; the code does not"
                + " tell which",
            failedWithPause(QUOTA, Duration.ofMinutes(1))));
  }

  private static <V> Stream<CodeRow<V>> prefixed(
      String prefix, String code, FailureKind kind, String says) {
    return Stream.of(
        row(prefix + code, Evidence.DOCUMENTED, kind, says),
        row(code, Evidence.INFERRED, kind, says));
  }

  private static <V> Stream<CodeRow<V>> guessed(
      String prefix, String code, FailureKind kind, String says) {
    return Stream.of(
        row(prefix + code, Evidence.INFERRED, kind, says),
        row(code, Evidence.INFERRED, kind, says));
  }

  private static <V> Stream<CodeRow<V>> stated(String code, FailureKind kind, String says) {
    return Stream.of(row(code, Evidence.DOCUMENTED, kind, says));
  }

  /** At the usual charge of the kind: the pages say nothing of charges. */
  private static <V> CodeRow<V> row(String code, Evidence basis, FailureKind kind, String says) {
    return new CodeRow<>(code, basis, kind.charge(), says, failed(kind));
  }
}
