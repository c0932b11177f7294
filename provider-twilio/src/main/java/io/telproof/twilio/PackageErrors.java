package io.telproof.twilio;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.FailureKind.ACCOUNT;
import static io.telproof.FailureKind.INVALID_REQUEST;
import static io.telproof.FailureKind.QUOTA;
import static io.telproof.FailureKind.THROTTLED;
import static io.telproof.FailureKind.UNAVAILABLE;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.CodeRow.inferred;
import static io.telproof.spi.reply.Meaning.failedWithOneRetry;
import static io.telproof.spi.reply.Meaning.failedWithPause;
import static io.telproof.spi.reply.Meaning.noValue;

import io.telproof.Charge;
import io.telproof.Gap;
import io.telproof.spi.reply.CodeRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The error codes of a package of Lookup, which mostly stand inside a reply of HTTP 200, in {@code
 * error_code}. A package's own rows come first.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Error and warning dictionary, 60600 to
 *     60699</a>
 */
final class PackageErrors {
  /** The page does not tell for how long: so the number is asked again soon. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private PackageErrors() {}

  /**
   * The page.
   *
   * @param lookedUp what is charged where the package may have been looked up
   */
  static <V> List<CodeRow<V>> rows(Charge lookedUp) {
    List<CodeRow<V>> rows = new ArrayList<>();
    rows.add(
        documented(
            "60600",
            lookedUp,
            "nothing is known of the number: it is not in use, or nobody tells",
            noValue(Gap.NO_RECORD)));
    rows.add(notCovered("60607", lookedUp, "the country is not supported"));
    rows.add(notCovered("60610", lookedUp, "the number is outside of what the package covers"));
    rows.add(notCovered("60612", lookedUp, "the number is not a mobile one"));
    rows.add(
        documented(
            "60608",
            lookedUp,
            "the source answered with an error, which may pass",
            failedWithOneRetry(UNAVAILABLE)));
    // What stands beside it is not the source's answer.
    rows.add(
        inferred(
            "60613",
            UNSTATED,
            "the source is degraded, and other data stands in its place",
            failedWithOneRetry(UNAVAILABLE)));
    // The title is all that there is.
    rows.add(inferred("60625", lookedUp, "the number is cancelled", noValue(Gap.NO_SUCH_NUMBER)));
    rows.add(CommonErrors.row("60601", ACCOUNT, "Canada's numbers want an authorization"));
    rows.add(CommonErrors.row("60606", ACCOUNT, "the package is not enabled for the account"));
    rows.add(CommonErrors.row("60609", ACCOUNT, "the package is not enabled"));
    rows.add(
        CommonErrors.row(
            "60614",
            ACCOUNT,
            "the number is asked about in another region: set region = ie1, or us1, and its key"));
    rows.add(
        CommonErrors.row(
            "60619",
            ACCOUNT,
            "the package is not in this region: set region = us1, or ie1, and its key"));
    rows.add(CommonErrors.row("60699", ACCOUNT, "Lookup is switched off for the account"));
    rows.add(CommonErrors.row("60611", QUOTA, "the package's allowance is used up"));
    rows.add(CommonErrors.row("60624", QUOTA, "the allowance of a trial account is used up"));
    rows.add(
        documented(
            "60626",
            QUOTA.charge(),
            "the same number was asked about too often",
            failedWithPause(QUOTA, PAUSE)));
    rows.add(CommonErrors.row("60616", THROTTLED, "too many requests for the package"));
    rows.add(
        CommonErrors.row("60617", INVALID_REQUEST, "the number's country wants more to be told"));
    rows.add(CommonErrors.row("60618", INVALID_REQUEST, "something that was told is malformed"));
    rows.add(
        CommonErrors.row("60622", INVALID_REQUEST, "no number that test credentials can ask of"));
    rows.addAll(CommonErrors.rows());
    return List.copyOf(rows);
  }

  private static <V> CodeRow<V> notCovered(String code, Charge charge, String says) {
    return documented(code, charge, says, noValue(Gap.NOT_COVERED));
  }
}
