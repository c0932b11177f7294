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

/** Whether a number is in service. One class for each operation, because codes differ by it. */
final class LineStatus implements PhoneStatusCheck {
  // To do: the vendor's name for the operation, and the limit on its page.
  private static final String OPERATION = "line-status";
  private static final RateLimits LIMITS = RateLimits.perSecond(5);

  /**
   * To do: the vendor's page, row by row, as in {@code CodeRow.documented("busy", FREE, "try
   * again", Meaning.failed(FailureKind.UNAVAILABLE))}. A code without a row is PROTOCOL, and is
   * never a value. An outcome that the HTTP status alone says, as 204 without a body, is {@code
   * CodeRow.status}, and {@code CODES.byStatus(reply)} is looked at first.
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
    return api.ask(
        offer(), limiter, OPERATION, Map.of("number", number.e164()), LineStatus::decode, context);
#else
    // To do: the names of the vendor's fields.
    return api.ask(
        offer(), limiter, Map.of("number", number.e164()), LineStatus::decode, context);
#end
  }

  /** The result code is read first: behind a refusal, a verdict is a placeholder. */
  private static Answer<PhoneStatus> decode(Reply reply) {
    JsonObject json =
        reply.json().orElseThrow(() -> reply.withoutCode("is not a JSON object"));
    // To do: the fields that hold the request's id and the code.
    Reply identified = reply.identified(json.text("id"));
    String code = json.text("code").orElseThrow(() -> identified.withoutCode("has no code"));
    // Where a row says Meaning.continueReading(), a third argument reads the rest of the reply.
    return CODES.decide(code, identified);
  }

  static Offer offer() {
    return new Offer(CheckType.PHONE_STATUS, OPERATION, LIMITS, "code " + CODES.billed());
  }
}
