package io.telproof.testkit.internal;

import io.telproof.CodeDispatch;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExample;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The codes that the provider sent for the kit, so that there are handles which it gave. Each is
 * sent by an opening of its own, which is closed again: what a clause counts stays as it is, and a
 * handle is good in every opening of the account. Thread-safe.
 */
public final class SentCodes {
  private final ProviderHarness harness;
  private final Optional<CredentialsSource> keys;
  private final Map<PhoneNumber, Optional<String>> given = new HashMap<>();

  SentCodes(ProviderHarness harness, Optional<CredentialsSource> keys) {
    this.harness = harness;
    this.keys = keys;
  }

  /** The reply example by which the vendor gives a handle, where it does. */
  public static Optional<ReplyExample> example(ProviderHarness harness) {
    return harness.examples().examples(CheckType.CODE_DELIVERY).stream()
        .filter(example -> vendors(example).isPresent())
        .findFirst();
  }

  /** The handle that the vendor gives in this reply example. */
  public static Optional<String> vendors(ReplyExample example) {
    return example.means() instanceof Meaning.Value<?> is
            && is.value() instanceof CodeDispatch dispatch
        ? dispatch.handle()
        : Optional.empty();
  }

  /** What a question about a code is put with. */
  Optional<String> handle(Question question) {
    if (question.check() != CheckType.CODE_VERIFICATION || question.claimed().isPresent()) {
      return question.claimed();
    }
    return example(harness).isEmpty()
        ? Optional.of(question.person().handle())
        : given(question.number());
  }

  /** The handle that the provider gives for a code sent to this number, where it gives any. */
  synchronized Optional<String> given(PhoneNumber number) {
    return given.computeIfAbsent(
        number, unknown -> example(harness).flatMap(example -> given(number, example)));
  }

  /** The same, where the vendor says this reply example. */
  public Optional<String> given(PhoneNumber number, ReplyExample example) {
    try (TestBench elsewhere = TestBench.open(harness, keys)) {
      return sent(elsewhere, number, example);
    }
  }

  /** The handle of a code that is sent on this stage, whoever's its keys are. */
  public static Optional<String> sent(TestBench bench, PhoneNumber number, ReplyExample example) {
    if (!CheckType.CODE_DELIVERY.offeredBy(bench.provider())) {
      return Optional.empty();
    }
    bench.vendor().insists(example);
    return bench.ask(bench.question(CheckType.CODE_DELIVERY).of(number)).handle();
  }

  /** The same reply example with another handle of the vendor's; itself where it is not JSON. */
  public static ReplyExample withHandle(ReplyExample sent, String handle) {
    String own = vendors(sent).orElseThrow();
    return Json.object(sent.body())
        .map(
            object ->
                sent.body(Json.texts(object, text -> text.equals(own) ? handle : text).toString()))
        .orElse(sent);
  }
}
