package io.telproof.testkit.internal;

import io.telproof.PhoneNumber;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.spi.CheckType;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.TestPerson;

/**
 * Questions that the vendor can tell apart: by the last two digits of the number, or by a handle.
 */
public final class Callers {
  private static final String HANDLE = "kit-handle-";

  private final ProviderHarness harness;
  private final CheckType check;
  private final boolean byHandle;

  /** Of one check. */
  public Callers(ProviderHarness harness, CheckType check) {
    this.harness = harness;
    this.check = check;
    this.byHandle = check == CheckType.CODE_VERIFICATION && harness.codesKnownByHandle();
  }

  /** The question of one of them, from 0 to 99. */
  public Question question(TestBench bench, int caller) {
    TestPerson person = harness.person();
    String digits = "%02d".formatted(caller);
    String national = person.national().substring(0, person.national().length() - 2);
    PhoneNumber number = PhoneNumber.of(person.countryCode(), national + digits);
    Question question = bench.question(check).of(number);
    return byHandle ? question.claiming(given(bench, number, HANDLE + digits)) : question;
  }

  private String given(TestBench bench, PhoneNumber number, String vendors) {
    return SentCodes.example(harness)
        .map(sent -> SentCodes.withHandle(sent, vendors))
        .flatMap(sent -> bench.codes().given(number, sent))
        .orElseThrow(
            () ->
                new AssertionError(
                    "codes are known by their handle, but none is given: is there a reply example of"
                        + " code-delivery with one?"));
  }

  /** Whose question the vendor heard. */
  public int caller(ReceivedRequest heard) {
    String text =
        byHandle
            ? heard.fields().values().stream()
                .filter(value -> value.startsWith(HANDLE))
                .findFirst()
                .orElse(HANDLE)
            : heard.contact();
    return Integer.parseInt(text.substring(text.length() - 2));
  }
}
