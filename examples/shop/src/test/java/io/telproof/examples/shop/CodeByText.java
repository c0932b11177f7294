package io.telproof.examples.shop;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.client.Telproof;
import java.time.Duration;
import java.util.Optional;

final class CodeByText {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Keep what it returns until the code is typed; empty where this number can get no code. */
  static Optional<CodeDispatch> send(Telproof telproof, PhoneNumber number) {
    Answer<CodeDispatch> answer =
        telproof.codeDelivery().check(number, CallContext.within(PATIENCE));
    return answer instanceof Answer.Known<CodeDispatch> sent
        ? Optional.of(sent.value())
        : Optional.empty();
  }

  static boolean isTheirs(
      Telproof telproof, PhoneNumber number, String typed, Optional<String> handle) {
    CodeClaim claim = new CodeClaim(number, Sensitive.of(typed), handle);
    Answer<CodeVerdict> answer =
        telproof.codeVerification().check(claim, CallContext.within(PATIENCE));
    return answer instanceof Answer.Known<CodeVerdict> verdict
        && verdict.value().provesPossession();
  }
}
