package io.telproof.examples.acme;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.failed;
import static io.telproof.spi.reply.Meaning.failedUntilNextDay;

import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.Meaning;
import java.time.ZoneOffset;
import java.util.List;

/** The page of codes that every operation of Acme has in common. */
final class CommonCodes {
  private CommonCodes() {}

  static <V> List<CodeRow<V>> rows() {
    return List.of(
        documented("bad-request", FREE, "a field is wrong", failed(FailureKind.INVALID_REQUEST)),
        documented(
            "bad-signature", FREE, "the signature is wrong", failed(FailureKind.UNAUTHORIZED)),
        documented("clock", FREE, "the time is five minutes off", failed(FailureKind.UNAUTHORIZED)),
        documented("no-contract", FREE, "not subscribed", failed(FailureKind.ACCOUNT)),
        documented("slow-down", FREE, "too many requests", failed(FailureKind.THROTTLED)),
        documented(
            "day-limit",
            FREE,
            "asked too often today",
            failedUntilNextDay(FailureKind.QUOTA, ZoneOffset.UTC)),
        documented("busy", FREE, "try again", failed(FailureKind.UNAVAILABLE)),
        documented("not-served", FREE, "another network", Meaning.noValue(Gap.NOT_COVERED)),
        inferred(
            "nonce-used", POSSIBLE, "the nonce came before", failed(FailureKind.INDETERMINATE)),
        documented("internal", POSSIBLE, "unknown error", failed(FailureKind.INDETERMINATE)));
  }
}
