package ${package};

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.Map;
import java.util.Optional;

/** Whether a number is in service. One class for each operation, because codes differ by it. */
final class LineStatus implements PhoneStatusCheck {
  // To do: the vendor's name for the operation, and the limit on its page.
  private static final String OPERATION = "line-status";
  private static final RateLimits LIMITS = RateLimits.perSecond(5);

  /**
   * To do: the vendor's page, row by row, as in {@code CodeRow.documented("busy", FREE, "try
   * again", Meaning.failed(FailureKind.UNAVAILABLE))}. A code without a row is PROTOCOL, and is
   * never a value. An outcome that the HTTP status alone says, as 204 without a body, is {@code
   * CodeRow.status}. A 401, a 429 with its Retry-After and a 5xx that have no code of the vendor
   * need no row: {@code Reply.withoutCode} reads their status.
   */
  private static final CodeTable<PhoneStatus> CODES = CodeTable.of();

  private final ${prefix}Api api;
  private final RateLimiter limiter;

  LineStatus(${prefix}Api api) {
    this.api = api;
    this.limiter = api.limiter(offer());
  }

  @Override
  public Answer<PhoneStatus> check(PhoneNumber number, CallContext context) {
    if (!${prefix}Api.serves(number)) {
      return api.notCovered(OPERATION);
    }
#if ($authentication == "token")
    // To do: the scope, and the names of the vendor's fields.
    return api.post(
        offer(), limiter, OPERATION, Map.of("number", number.e164()), LineStatus::decode, context);
#else
    // To do: the names of the vendor's fields.
    return api.post(
        offer(), limiter, Map.of("number", number.e164()), LineStatus::decode, context);
#end
  }

  /** The result code is read first: behind a refusal, a verdict is a placeholder. */
  private static Answer<PhoneStatus> decode(Reply reply) {
    Optional<JsonObject> body = reply.json();
    // To do: where the request's id stands, a field or a header; Optional.empty() without one.
    Reply identified = reply.identified(body.flatMap(json -> json.text("id")));
    // To do: take this out if the table has no row for a status.
    Optional<Answer<PhoneStatus>> byStatus = CODES.byStatus(identified);
    if (byStatus.isPresent()) {
      return byStatus.get();
    }
    JsonObject json = body.orElseThrow(() -> identified.withoutCode("is not a JSON object"));
    // To do: the field that holds the code. Where a success has none, look at identified.status(),
    // and make the answer of its field with identified.known(value, charge).
    String code = json.text("code").orElseThrow(() -> identified.withoutCode("has no code"));
    // Where a row says Meaning.continueReading(), a third argument reads the rest of the reply.
    return CODES.decide(code, identified);
  }

  static Offer offer() {
    return new Offer(CheckType.PHONE_STATUS, OPERATION, LIMITS, "code " + CODES.billed());
  }
}
