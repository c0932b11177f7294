package io.telproof.tencent;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.Meaning.fails;
import static io.telproof.spi.Row.inferred;

import io.telproof.Kind;
import io.telproof.spi.Row;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands behind the error codes of a faceid operation's own page: codes that the product's SDK
 * declares although no page of a phone check lists them, and then the common ones.
 */
final class FaceidErrors {
  private FaceidErrors() {}

  static <V> List<Row<V>> rows() {
    return Stream.concat(FaceidErrors.<V>undocumented(), CommonErrors.<V>rows().stream()).toList();
  }

  private static <V> Stream<Row<V>> undocumented() {
    return Stream.of(
        inferred(
            "FailedOperation.EncryptSystemError",
            POSSIBLE,
            "encryption failed",
            fails(Kind.INDETERMINATE)),
        inferred(
            "FailedOperation.IdentityAuthLimitExceeded",
            FREE,
            "too many checks today",
            fails(Kind.QUOTA)),
        inferred(
            "FailedOperation.RequestLimitExceeded",
            FREE,
            "too many requests",
            fails(Kind.THROTTLED)),
        inferred("InternalError.UnKnown", POSSIBLE, "unknown error", fails(Kind.INDETERMINATE)),
        inferred(
            "UnauthorizedOperation.ActivateError",
            FREE,
            "the service could not be activated",
            fails(Kind.ACCOUNT)),
        inferred(
            "UnauthorizedOperation.Activating",
            FREE,
            "the service is being activated",
            fails(Kind.ACCOUNT)));
  }
}
