package io.telproof.camara;

import io.telproof.Answer;
import io.telproof.Gap;
import io.telproof.spi.reply.Reply;
import java.util.List;
import java.util.function.Function;

/** What each operation makes of a reply, with the settings as they are unless said otherwise. */
final class Operations {
  private Operations() {}

  static Answer<?> subscription(Reply reply) {
    return SubscriptionStatus.decode(reply, SubscriptionStatus.codes(Gap.NOT_COVERED));
  }

  static Answer<?> reachability(Reply reply) {
    return ReachabilityStatus.decode(reply, ReachabilityStatus.codes(Gap.NOT_COVERED));
  }

  static Answer<?> tenure(Reply reply) {
    return CheckTenure.decode(reply, 6, CheckTenure.codes(Gap.NOT_COVERED));
  }

  static Answer<?> match(Reply reply) {
    return match(reply, PartialMatch.UNDISCLOSED);
  }

  static Answer<?> match(Reply reply, PartialMatch partial) {
    return KycMatch.decode(reply, KycMatch.codes(Gap.NOT_COVERED), KycMatch.matches(partial));
  }

  static Answer<?> send(Reply reply) {
    return SendCode.decode(reply, SendCode.codes(Gap.NOT_COVERED));
  }

  static Answer<?> validate(Reply reply) {
    return ValidateCode.decode(reply, ValidateCode.codes(Gap.NOT_COVERED));
  }

  /** All of them, that which needs no body last. */
  static List<Function<Reply, ? extends Answer<?>>> all(Gap unknown) {
    return List.of(
        reply -> SubscriptionStatus.decode(reply, SubscriptionStatus.codes(unknown)),
        reply -> ReachabilityStatus.decode(reply, ReachabilityStatus.codes(unknown)),
        reply -> CheckTenure.decode(reply, 6, CheckTenure.codes(unknown)),
        reply ->
            KycMatch.decode(
                reply, KycMatch.codes(unknown), KycMatch.matches(PartialMatch.UNDISCLOSED)),
        reply -> SendCode.decode(reply, SendCode.codes(unknown)),
        reply -> ValidateCode.decode(reply, ValidateCode.codes(unknown)));
  }
}
