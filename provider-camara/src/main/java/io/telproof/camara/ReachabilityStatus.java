package io.telproof.camara;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.value;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.Map;

/**
 * Whether the network reaches a number at this moment, as device-reachability-status 1.1.0 tells: a
 * phone that is off is UNREACHABLE, however good its subscription. Thread-safe.
 *
 * @see <a
 *     href="https://github.com/camaraproject/DeviceReachabilityStatus/blob/r1.2/code/API_definitions/device-reachability-status.yaml">device-reachability-status.yaml</a>
 */
final class ReachabilityStatus implements PhoneStatusCheck {
  static final String OPERATION = "getReachabilityStatus";

  static final CodeTable<PhoneStatus> REACHABLE =
      CodeTable.of(
          documented(
              "true", UNSTATED, "the network reaches it", value(PhoneStatus.of(LineState.ACTIVE))),
          documented(
              "false",
              UNSTATED,
              "the network does not reach it",
              value(PhoneStatus.of(LineState.UNREACHABLE))));

  private final CamaraApi camara;
  private final CamaraApi.Operation operation;
  private final CodeTable<PhoneStatus> codes;

  /**
   * Asks an operator.
   *
   * @param unknownNumber what it means that the operator does not know the number
   */
  ReachabilityStatus(CamaraApi camara, Gap unknownNumber) {
    this.camara = camara;
    this.operation = new CamaraApi.Operation(OPERATION, "retrieve", camara.limiter(offer()));
    this.codes = codes(unknownNumber);
  }

  static CodeTable<PhoneStatus> codes(Gap unknownNumber) {
    return CodeTable.<PhoneStatus>of().and(CommonCodes.rows(unknownNumber));
  }

  static Offer offer() {
    return new Offer(CheckType.PHONE_STATUS, OPERATION, CamaraApi.LIMITS, CamaraApi.BILLED);
  }

  @Override
  public Answer<PhoneStatus> check(PhoneNumber number, CallContext context) {
    Map<String, Object> device = camara.about(number, Api.DEVICE_REACHABILITY_STATUS);
    return camara.ask(
        Api.DEVICE_REACHABILITY_STATUS,
        operation,
        number,
        device.isEmpty() ? device : Map.of("device", device),
        reply -> decode(reply, codes),
        context);
  }

  static Answer<PhoneStatus> decode(Reply reply, CodeTable<PhoneStatus> codes) {
    return CamaraApi.open(reply, codes, ReachabilityStatus::read);
  }

  private static Answer<PhoneStatus> read(JsonObject status, Reply reply) {
    return REACHABLE.decide(CamaraApi.needed(status, "reachable", reply), reply);
  }
}
