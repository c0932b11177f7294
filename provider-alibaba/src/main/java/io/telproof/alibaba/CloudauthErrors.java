package io.telproof.alibaba;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.failedWithOneRetry;
import static io.telproof.spi.reply.Meaning.failedWithPause;

import io.telproof.FailureKind;
import io.telproof.spi.reply.CodeRow;
import java.time.Duration;
import java.util.List;

/**
 * The page of codes that Cloudauth's information checks have in common. They look like HTTP
 * statuses and stand in the body. The page says nothing of charges, and the numbers from 405 on
 * mean other things in the product's other operations.
 *
 * @see <a
 *     href="https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/error-code-info-check">the
 *     page</a>
 */
final class CloudauthErrors {
  private CloudauthErrors() {}

  static <V> List<CodeRow<V>> rows() {
    return List.of(
        documented("400", FREE, "a parameter is empty", failed(FailureKind.INVALID_REQUEST)),
        inferred("401", FREE, "a parameter is illegal", failed(FailureKind.INVALID_REQUEST)),
        // The English page puts missing permissions under this code, too: asking on is no help.
        inferred("402", UNSTATED, "the source failed", failedWithOneRetry(FailureKind.UNAVAILABLE)),
        // Repeated calls, by the page. No period is told: a minute at a time keeps no number from
        // the
        // vendor for long, and no vendor from its other numbers.
        inferred(
            "403",
            FREE,
            "asked too often; within what time is not told",
            failedWithPause(FailureKind.QUOTA, Duration.ofMinutes(1))),
        inferred("410", FREE, "the product is not activated", failed(FailureKind.ACCOUNT)),
        inferred("411", FREE, "the RAM user is not allowed", failed(FailureKind.UNAUTHORIZED)),
        inferred("412", FREE, "the account is in arrears", failed(FailureKind.ACCOUNT)),
        inferred("500", POSSIBLE, "system error", failed(FailureKind.INDETERMINATE)));
  }
}
