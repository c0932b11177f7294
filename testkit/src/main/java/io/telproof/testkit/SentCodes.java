package io.telproof.testkit;

import io.telproof.CodeDispatch;
import io.telproof.PhoneNumber;
import io.telproof.spi.Capability;
import io.telproof.spi.CredentialsSource;
import io.telproof.spi.Meaning;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The codes that the provider sent for the kit, so that there are handles which it gave. Each is
 * sent by an opening of its own, which is closed again: what a clause counts stays as it is, and a
 * handle is good in every opening of the account. Thread-safe.
 */
final class SentCodes {
  private final ProviderHarness harness;
  private final Optional<CredentialsSource> keys;
  private final Map<PhoneNumber, Optional<String>> given = new HashMap<>();

  SentCodes(ProviderHarness harness, Optional<CredentialsSource> keys) {
    this.harness = harness;
    this.keys = keys;
  }

  /** The phrase by which the vendor gives a handle, where it does. */
  static Optional<Phrase> phrase(ProviderHarness harness) {
    return harness.phrases().phrases(Capability.CODE_DELIVERY).stream()
        .filter(phrase -> vendors(phrase).isPresent())
        .findFirst();
  }

  /** The handle that the vendor gives in this phrase. */
  static Optional<String> vendors(Phrase phrase) {
    return phrase.means() instanceof Meaning.Is<?> is && is.value() instanceof CodeDispatch dispatch
        ? dispatch.handle()
        : Optional.empty();
  }

  /** What a question about a code is put with. */
  Optional<String> handle(Question question) {
    if (question.capability() != Capability.CODE_VERIFICATION || question.claimed().isPresent()) {
      return question.claimed();
    }
    return phrase(harness).isEmpty()
        ? Optional.of(question.person().handle())
        : given(question.number());
  }

  /** The handle that the provider gives for a code sent to this number, where it gives any. */
  synchronized Optional<String> given(PhoneNumber number) {
    return given.computeIfAbsent(
        number, unknown -> phrase(harness).flatMap(phrase -> given(number, phrase)));
  }

  /** The same, where the vendor says this phrase. */
  Optional<String> given(PhoneNumber number, Phrase phrase) {
    try (Stage elsewhere = Stage.open(harness, keys)) {
      return sent(elsewhere, number, phrase);
    }
  }

  /** The handle of a code that is sent on this stage, whoever's its keys are. */
  static Optional<String> sent(Stage stage, PhoneNumber number, Phrase phrase) {
    if (!Capability.CODE_DELIVERY.offeredBy(stage.provider())) {
      return Optional.empty();
    }
    stage.vendor().insists(phrase);
    return stage.ask(stage.question(Capability.CODE_DELIVERY).of(number)).handle();
  }
}
