package io.telproof.acme;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.POSSIBLE;
import static io.telproof.spi.Meaning.fails;
import static io.telproof.spi.Row.documented;
import static io.telproof.spi.Row.inferred;

import io.telproof.Gap;
import io.telproof.Kind;
import io.telproof.spi.Meaning;
import io.telproof.spi.Row;
import java.util.List;

/** The page of codes that every operation of Acme has in common. */
final class CommonCodes {
  private CommonCodes() {}

  static <V> List<Row<V>> rows() {
    return List.of(
        documented("bad-request", FREE, "a field is wrong", fails(Kind.INVALID_REQUEST)),
        documented("bad-signature", FREE, "the signature is wrong", fails(Kind.UNAUTHORIZED)),
        documented("clock", FREE, "the time is five minutes off", fails(Kind.UNAUTHORIZED)),
        documented("no-contract", FREE, "not subscribed", fails(Kind.ACCOUNT)),
        documented("slow-down", FREE, "too many requests", fails(Kind.THROTTLED)),
        documented("day-limit", FREE, "asked too often today", fails(Kind.QUOTA)),
        documented("busy", FREE, "try again", fails(Kind.UNAVAILABLE)),
        documented("not-served", FREE, "another network", Meaning.lacks(Gap.NOT_COVERED)),
        inferred("nonce-used", POSSIBLE, "the nonce came before", fails(Kind.INDETERMINATE)),
        documented("internal", POSSIBLE, "unknown error", fails(Kind.INDETERMINATE)));
  }
}
