package io.telproof.proof.storm;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.SimSwapQuery;
import io.telproof.client.Telproof;
import java.time.Duration;

/** What is asked about people, so that every vendor is asked. Each is asked about one alone. */
enum StormQuestion {
  /** Of Tencent, and of Alibaba where Tencent cannot be asked. */
  TENURE {
    @Override
    Answer<?> ask(Telproof telproof, int person, CallContext context) {
      return telproof.tenure().check(Everybody.number(person), context);
    }
  },
  /** Of Twilio, and of an operator where Twilio cannot be asked. */
  SIM_SWAP {
    @Override
    Answer<?> ask(Telproof telproof, int person, CallContext context) {
      SimSwapQuery query = SimSwapQuery.of(Everybody.customer(person), PERIOD);
      return telproof.simSwap().check(query, context);
    }
  },
  /** Of Meta, or of Alibaba where there is a purchase code, which half of the people have. */
  PRE_VALIDATED_NUMBER {
    @Override
    Answer<?> ask(Telproof telproof, int person, CallContext context) {
      PhoneNumber number = Everybody.number(person);
      boolean bought = person / values().length % 2 == 0;
      PreValidatedClaim claim =
          bought ? PreValidatedClaim.of(number, "any code") : PreValidatedClaim.of(number);
      return telproof.preValidatedNumber().check(claim, context);
    }
  };

  private static final Duration PERIOD = Duration.ofDays(1);

  /** They take turns. */
  static StormQuestion about(int person) {
    return values()[person % values().length];
  }

  abstract Answer<?> ask(Telproof telproof, int person, CallContext context);
}
