package io.telproof.tencent;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.failed;

import io.telproof.FailureKind;
import io.telproof.spi.reply.CodeRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands behind the error codes of a faceid operation's own page: codes that the product's SDK
 * declares although no page of a phone check lists them, and then the common ones.
 */
final class FaceidErrors {
  private FaceidErrors() {}

  static <V> List<CodeRow<V>> rows() {
    return Stream.concat(FaceidErrors.<V>undocumented(), CommonErrors.<V>rows().stream()).toList();
  }

  private static <V> Stream<CodeRow<V>> undocumented() {
    return Stream.of(
        inferred(
            "FailedOperation.EncryptSystemError",
            POSSIBLE,
            "encryption failed",
            failed(FailureKind.INDETERMINATE)),
        inferred(
            "FailedOperation.IdentityAuthLimitExceeded",
            FREE,
            "too many checks today",
            failed(FailureKind.QUOTA)),
        inferred(
            "FailedOperation.RequestLimitExceeded",
            FREE,
            "too many requests",
            failed(FailureKind.THROTTLED)),
        inferred(
            "InternalError.UnKnown", POSSIBLE, "unknown error", failed(FailureKind.INDETERMINATE)),
        inferred(
            "UnauthorizedOperation.ActivateError",
            FREE,
            "the service could not be activated",
            failed(FailureKind.ACCOUNT)),
        inferred(
            "UnauthorizedOperation.Activating",
            FREE,
            "the service is being activated",
            failed(FailureKind.ACCOUNT)));
  }
}
