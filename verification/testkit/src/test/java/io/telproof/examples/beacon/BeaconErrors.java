package io.telproof.examples.beacon;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.failed;

import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.Meaning;
import java.util.List;

/** The errors that every operation of Beacon has in common. */
final class BeaconErrors {
  private BeaconErrors() {}

  static <V> List<CodeRow<V>> rows() {
    return List.of(
        documented("UNAUTHENTICATED", FREE, "the token", failed(FailureKind.UNAUTHORIZED)),
        documented("PERMISSION_DENIED", FREE, "the scope", failed(FailureKind.UNAUTHORIZED)),
        documented("INVALID_ARGUMENT", FREE, "a field", failed(FailureKind.INVALID_REQUEST)),
        documented("UNKNOWN_NUMBER", FREE, "not on file", Meaning.noValue(Gap.NO_RECORD)),
        documented("TOO_MANY_REQUESTS", FREE, "too fast", failed(FailureKind.THROTTLED)),
        documented("UNAVAILABLE", FREE, "try again", failed(FailureKind.UNAVAILABLE)),
        documented("INTERNAL", POSSIBLE, "unknown error", failed(FailureKind.INDETERMINATE)));
  }
}
