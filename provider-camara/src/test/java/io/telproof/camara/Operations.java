package io.telproof.camara;

import io.telproof.Answer;
import io.telproof.Gap;
import io.telproof.spi.reply.Reply;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What each operation makes of a reply, with the settings as they are unless said otherwise. */
final class Operations {
  static final Set<KycProperty> NAME_AND_DOCUMENT =
      Set.copyOf(EnumSet.of(KycProperty.NAME, KycProperty.ID_DOCUMENT));

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
    return match(reply, NAME_AND_DOCUMENT, PartialMatch.UNDISCLOSED);
  }

  static Answer<?> match(Reply reply, Set<KycProperty> asked, PartialMatch partial) {
    return KycMatch.decode(reply, asked, KycMatch.codes(Gap.NOT_COVERED), partial);
  }

  static Answer<?> recycling(Reply reply) {
    return CheckNumberRecycling.decode(reply, CheckNumberRecycling.codes(Gap.NOT_COVERED));
  }

  static Answer<?> simSwap(Reply reply) {
    return CheckSimSwap.decode(reply, SimSwapCodes.of(Gap.NOT_COVERED));
  }

  static Answer<?> simSwapDate(Reply reply) {
    return simSwapDate(reply, Duration.ofDays(10));
  }

  static Answer<?> simSwapDate(Reply reply, Duration within) {
    return RetrieveSimSwapDate.decode(reply, within, SimSwapCodes.of(Gap.NOT_COVERED));
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
                reply, NAME_AND_DOCUMENT, KycMatch.codes(unknown), PartialMatch.UNDISCLOSED),
        reply -> CheckNumberRecycling.decode(reply, CheckNumberRecycling.codes(unknown)),
        reply -> CheckSimSwap.decode(reply, SimSwapCodes.of(unknown)),
        reply -> RetrieveSimSwapDate.decode(reply, Duration.ofDays(10), SimSwapCodes.of(unknown)),
        reply -> SendCode.decode(reply, SendCode.codes(unknown)),
        reply -> ValidateCode.decode(reply, ValidateCode.codes(unknown)));
  }
}
