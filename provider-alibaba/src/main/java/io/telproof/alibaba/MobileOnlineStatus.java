package io.telproof.alibaba;

import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.Meaning.is;
import static io.telproof.spi.Meaning.lacks;
import static io.telproof.spi.Meaning.readOn;
import static io.telproof.spi.Row.documented;
import static io.telproof.spi.Row.inferred;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.Kind;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.spi.Capability;
import io.telproof.spi.CodeTable;
import io.telproof.spi.JsonObject;
import io.telproof.spi.Limit;
import io.telproof.spi.Offer;
import io.telproof.spi.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a number is in service, as MobileOnlineStatus of Cloudauth 2019-03-07 tells. No page says
 * which of its answers are billed. Thread-safe.
 *
 * @see <a
 *     href="https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/error-code-info-check">codes</a>
 */
final class MobileOnlineStatus implements PhoneStatusCheck {
  static final String OPERATION = "MobileOnlineStatus";
  static final Limit LIMIT = Limit.perSecond(50);

  static final CodeTable<PhoneStatus> CODE =
      CodeTable.<PhoneStatus>of(
              documented("200", UNSTATED, "success; BizCode tells", readOn()),
              // Stated for the operations that compare a name, under the same product.
              inferred("405", FREE, "the segment cannot be queried", lacks(Gap.NOT_COVERED)))
          .and(CloudauthErrors.rows())
          .and(CommonErrors.rows("Mobile", "ParamType"));

  static final CodeTable<PhoneStatus> BIZ_CODE =
      CodeTable.of(
          inferred("1", UNSTATED, "normal; SubCode tells the state", readOn()),
          inferred("2", UNSTATED, "not normal; SubCode tells the state", readOn()),
          inferred("3", UNSTATED, "no record, as SubCode 301 repeats", lacks(Gap.NO_RECORD)));

  /** The SubCodes under BizCode 1. */
  static final CodeTable<PhoneStatus> NORMAL =
      CodeTable.of(inferred("101", UNSTATED, "in use", is(PhoneStatus.of(LineState.ACTIVE))))
          .unlisted(UNSTATED, "a state that no page lists", lacks(Gap.UNDISCLOSED));

  /** The SubCodes under BizCode 2. */
  static final CodeTable<PhoneStatus> NOT_NORMAL =
      CodeTable.of(
              inferred("201", UNSTATED, "suspended", is(PhoneStatus.of(LineState.SUSPENDED))),
              inferred("202", UNSTATED, "cancelled", is(PhoneStatus.of(LineState.CANCELLED))),
              inferred(
                  "203",
                  UNSTATED,
                  "on the network but unusable",
                  is(PhoneStatus.of(LineState.UNREACHABLE))),
              inferred(
                  "204", UNSTATED, "not activated", is(PhoneStatus.of(LineState.NOT_ACTIVATED))))
          .unlisted(UNSTATED, "a state that no page lists", lacks(Gap.UNDISCLOSED));

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

  private final AlibabaApi cloudauth;

  MobileOnlineStatus(AlibabaApi cloudauth) {
    this.cloudauth = cloudauth;
  }

  static Offer offer() {
    return new Offer(Capability.PHONE_STATUS, OPERATION, LIMIT, Billed.by("BizCode", BIZ_CODE));
  }

  @Override
  public Answer<PhoneStatus> check(PhoneNumber number, CallContext context) {
    Optional<String> mobile = number.within(86);
    if (mobile.isEmpty()) {
      return cloudauth.notCovered(OPERATION);
    }
    return cloudauth.ask(
        OPERATION,
        LIMIT,
        Map.of("Mobile", mobile.get(), "ParamType", "normal"),
        MobileOnlineStatus::decode,
        context);
  }

  static Answer<PhoneStatus> decode(Reply reply) {
    return AlibabaApi.open(reply, Product.CLOUDAUTH, CODE, MobileOnlineStatus::read);
  }

  private static Answer<PhoneStatus> read(JsonObject result, Reply reply) {
    String bizCode = AlibabaApi.verdict(result, "BizCode", reply);
    Answer<PhoneStatus> answer =
        BIZ_CODE.decide(
            bizCode,
            reply,
            verdict ->
                (bizCode.equals("1") ? NORMAL : NOT_NORMAL)
                    .decide(subCode(result, verdict), verdict));
    return answer instanceof Answer.Known<PhoneStatus> known
        ? new Answer.Known<>(
            new PhoneStatus(known.value().state(), Isp.of(result)), known.receipt())
        : answer;
  }

  private static String subCode(JsonObject result, Reply reply) {
    return result
        .text("SubCode")
        .filter(code -> NUMBER.matcher(code).matches())
        .orElseThrow(
            () ->
                reply.failed(Kind.PROTOCOL, UNSTATED, "the reply has no SubCode that can be read"));
  }
}
