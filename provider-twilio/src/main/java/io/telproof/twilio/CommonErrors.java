package io.telproof.twilio;

import static io.telproof.spi.reply.Meaning.failed;

import io.telproof.FailureKind;
import io.telproof.spi.reply.CodeRow;
import java.util.List;

/**
 * The error codes that every API of Twilio may answer with. An operation's own rows come first.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Error and warning dictionary</a>
 */
final class CommonErrors {
  private CommonErrors() {}

  static <V> List<CodeRow<V>> rows() {
    return List.of(
        row(
            "20003",
            FailureKind.UNAUTHORIZED,
            "the key is wrong or of another region, or the account is suspended or closed"),
        // The page has neither a cause nor HTTP 403; clients have met both.
        CodeRow.inferred(
            "20008",
            FailureKind.ACCOUNT.charge(),
            "test credentials, which cannot ask this",
            failed(FailureKind.ACCOUNT)),
        CodeRow.inferred(
            "20404",
            FailureKind.ACCOUNT.charge(),
            "no such resource: is the service this account's?",
            failed(FailureKind.ACCOUNT)),
        // "Not processed": https://www.twilio.com/docs/api/errors/20429, 2026-03-11.
        row("20429", FailureKind.THROTTLED, "too many requests at once, and not processed"),
        CodeRow.inferred(
            "20500",
            FailureKind.INDETERMINATE.charge(),
            "an error inside Twilio",
            failed(FailureKind.INDETERMINATE)));
  }

  /** At the usual charge of the kind. */
  static <V> CodeRow<V> row(String code, FailureKind kind, String says) {
    return CodeRow.documented(code, kind.charge(), says, failed(kind));
  }
}
