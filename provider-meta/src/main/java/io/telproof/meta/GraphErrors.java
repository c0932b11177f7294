package io.telproof.meta;

import static io.telproof.spi.reply.Meaning.failed;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The error that a reply of the Graph API may hold. The code decides, whatever the HTTP status, and
 * for some codes the subcode. Its messages are never read: they may quote what was sent.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Handle
 *     errors</a>
 */
final class GraphErrors {
  /** The page has one row for all of them. */
  private static final Pattern PERMISSION = Pattern.compile("2[0-9]{2}");

  private GraphErrors() {}

  static <V> CodeTable<V> codes() {
    return CodeTable.<V>of(
            // "Possibly a temporary issue": nothing says that it was not carried out.
            row("1", FailureKind.INDETERMINATE, "an unknown error, perhaps for a while alone"),
            row("2", FailureKind.UNAVAILABLE, "the service is down for a while; ask again"),
            row("3", FailureKind.ACCOUNT, "the app has not got this capability"),
            row("4", FailureKind.THROTTLED, "too many requests of the app"),
            row("10", FailureKind.UNAUTHORIZED, "the permission was not given, or was taken away"),
            row("17", FailureKind.THROTTLED, "too many requests of the user"),
            row(
                "100",
                FailureKind.INVALID_REQUEST,
                "a parameter is invalid: the number, or appsecret_proof where app-secret is that of"
                    + " another app"),
            row("102", FailureKind.UNAUTHORIZED, "the session is over: the token is not good"),
            row("190", FailureKind.UNAUTHORIZED, "the token is wrong, over or revoked"),
            row("200", FailureKind.UNAUTHORIZED, "a permission is missing; so for 201 to 299"),
            row("341", FailureKind.THROTTLED, "the app's limit is reached"),
            row("368", FailureKind.ACCOUNT, "blocked for a while, because of Meta's policies"),
            row("803", FailureKind.ACCOUNT, "no such business: is business-id right?"))
        .and(
            List.of(
                // Met by clients, beside the header X-Business-Use-Case-Usage; on no page read.
                CodeRow.inferred(
                    "80008",
                    FailureKind.THROTTLED.charge(),
                    "too many requests to manage WhatsApp Business",
                    failed(FailureKind.THROTTLED))));
  }

  /** Of codes 102 and 190: what is wrong with the token. */
  static <V> CodeTable<V> tokenSubcodes() {
    return CodeTable.of(
        row("458", FailureKind.UNAUTHORIZED, "the app is not installed"),
        row("459", FailureKind.UNAUTHORIZED, "the user has to log in at Facebook first"),
        row("460", FailureKind.UNAUTHORIZED, "the user's password has changed"),
        row("463", FailureKind.UNAUTHORIZED, "the token is over"),
        row("464", FailureKind.UNAUTHORIZED, "the user is not confirmed"),
        row("467", FailureKind.UNAUTHORIZED, "the token is not good any more"));
  }

  /** Of code 100. */
  static <V> CodeTable<V> parameterSubcodes() {
    return CodeTable.of(
        // What the Graph API says of an id in the path that it does not show to this token: the
        // setting is wrong then, and not the number.
        CodeRow.inferred(
            "33",
            FailureKind.ACCOUNT.charge(),
            "the token sees no such business: is business-id right?",
            failed(FailureKind.ACCOUNT)));
  }

  private static <V> CodeRow<V> row(String code, FailureKind kind, String says) {
    return CodeRow.documented(code, kind.charge(), says, failed(kind));
  }

  /**
   * What an error comes to.
   *
   * @throws io.telproof.VerificationException always
   */
  static <V> Answer<V> refusal(JsonObject error, Reply reply) {
    String code =
        error
            .text("code")
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> reply.withoutCode("has an error without a code"));
    Optional<String> subcode = error.text("error_subcode");
    CodeTable<V> subcodes = GraphErrors.<V>subcodes().get(code);
    if (subcodes != null && subcode.flatMap(subcodes::row).isPresent()) {
      return subcodes.decide(subcode.get(), reply.coded(code));
    }
    CodeTable<V> codes = codes();
    if (codes.row(code).isEmpty() && PERMISSION.matcher(code).matches()) {
      throw reply
          .coded(code)
          .failed(
              FailureKind.UNAUTHORIZED, Charge.FREE, "the vendor says: a permission is missing");
    }
    if (code.equals("2") && error.text("is_transient").filter("false"::equals).isPresent()) {
      throw reply
          .coded(code)
          .failed(
              FailureKind.INDETERMINATE,
              Charge.POSSIBLE,
              "the vendor says that the service is down, and that it is not for a while alone");
    }
    return codes.decide(code, reply);
  }

  private static <V> Map<String, CodeTable<V>> subcodes() {
    CodeTable<V> token = tokenSubcodes();
    return Map.of("102", token, "190", token, "100", parameterSubcodes());
  }
}
