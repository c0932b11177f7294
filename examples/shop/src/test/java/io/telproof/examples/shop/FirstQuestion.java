package io.telproof.examples.shop;

import io.telproof.Answer;
import io.telproof.Certainty;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.client.Telproof;

final class FirstQuestion {
  static boolean isOldEnough(String number) {
    try (Telproof telproof = Telproof.open(Telproof.loadConfig())) {
      Answer<Tenure> answer = telproof.tenure().check(PhoneNumber.of(number));
      return answer instanceof Answer.Known<Tenure> known
          && known.value().atLeast(6) == Certainty.YES;
    }
  }
}
