package io.telproof.testkit;

import io.telproof.Charge;
import io.telproof.CodeVerdict;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Json;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.Question;
import io.telproof.testkit.internal.ScriptedVendor;
import io.telproof.testkit.internal.SentCodes;
import io.telproof.testkit.internal.TestBench;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * What every provider makes of the handle of a code. A vendor that knows a code by its handle alone
 * accepts it for whatever number is passed with it. Where a provider gives no handle, it must not
 * pass on whatever the caller has.
 */
abstract class HandleContract extends CheckContract {
  private static final int LONGEST_NUMBER = 15;
  private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

  HandleContract() {
    super(CheckType.CODE_VERIFICATION);
  }

  private PhoneNumber number() {
    return harness().person().number();
  }

  /** The test person's number with this for its last digits. */
  private PhoneNumber ending(String digits) {
    TestPerson person = harness().person();
    String national = person.national();
    return PhoneNumber.of(
        person.countryCode(), national.substring(0, national.length() - digits.length()) + digits);
  }

  /** What the vendor says to a right code, so that one which should not be asked is accepted. */
  private ReplyExample accepted() {
    return examples().stream()
        .filter(example -> example.means().equals(Meaning.value(CodeVerdict.ACCEPTED)))
        .findFirst()
        .or(() -> examples().stream().findFirst())
        .orElseThrow(() -> new AssertionError("there is no reply example for this check"));
  }

  /**
   * Proves that a handle opens for the number that its code was sent to, and for no other; nor does
   * one that was changed, or that another account gave. When it fails, bind it with {@code
   * CodeHandles.bind} when the code is sent, and ask through {@code CodeHandles.open}.
   */
  @Clause(14)
  @Test
  final void a_handle_of_another_number_a_changed_or_a_foreign_one_is_REJECTED_and_unsent() {
    Findings findings =
        new Findings("A handle of another code is REJECTED, FREE, and nothing is sent");
    try (TestBench bench = TestBench.open(harness())) {
      Optional<ReplyExample> sent =
          SentCodes.example(harness()).map(example -> SentCodes.withHandle(example, "7h-Q4"));
      Optional<String> own = sent.flatMap(example -> bench.codes().given(number(), example));
      if (own.isPresent()) {
        bench.vendor().says(accepted());
        others(bench, sent.get(), own.get())
            .forEach((what, q) -> rejected(findings, bench, what, q));
        moved(findings, bench, own.get());
      } else {
        unheard(findings, bench);
      }
    }
    findings.report();
  }

  private Map<String, Question> others(TestBench bench, ReplyExample sent, String own) {
    Question question = bench.question(check);
    Map<String, Question> others = new LinkedHashMap<>();
    for (String digits : List.of("1", "9", "0001")) {
      PhoneNumber other = ending(digits);
      if (!other.equals(number())) {
        others.put("passed with a number that ends in " + digits, question.of(other).claiming(own));
        bench
            .codes()
            .given(other, sent)
            .ifPresent(
                handle ->
                    others.put("of a number that ends in " + digits, question.claiming(handle)));
      }
    }
    Credentials first = harness().foreignCredentials("first");
    try (TestBench foreign = TestBench.open(harness(), () -> first)) {
      SentCodes.sent(foreign, number(), sent)
          .ifPresent(handle -> others.put("of another account", question.claiming(handle)));
    }
    others.put("as only the vendor writes it", question.claiming("7h-Q4"));
    others.put("of nobody", question.claiming(harness().person().handle()));
    others.put("that is empty", question.claiming(""));
    others.put("with one more character", question.claiming(own + "0"));
    others.put("with one more in front", question.claiming("0" + own));
    for (int i = 0; i < own.length(); i++) {
      char other = own.charAt(i) == 'A' ? 'B' : 'A';
      String changed = own.substring(0, i) + other + own.substring(i + 1);
      others.put("with character %d changed".formatted(i + 1), question.claiming(changed));
      String cut = own.substring(0, i);
      others.put("cut after %d characters".formatted(i), question.claiming(cut));
    }
    return others;
  }

  private static void rejected(Findings findings, TestBench bench, String what, Question question) {
    int before = bench.vendor().requests();
    Outcome outcome = bench.ask(question);
    int sent = bench.vendor().requests() - before;
    findings.unless(
        outcome.means(Meaning.value(CodeVerdict.REJECTED))
            && outcome.charge().equals(Optional.of(Charge.FREE))
            && sent == 0,
        "a handle %s: expected the answer REJECTED, FREE, and nothing sent; %d requests came to %s"
            .formatted(what, sent, outcome.says()));
  }

  /** A digit of the handle added to the number: together they are the same text. */
  private static void moved(Findings findings, TestBench bench, String own) {
    Question question = bench.question(CheckType.CODE_VERIFICATION);
    String number = question.number().e164();
    for (int i = 0; i < own.length() && number.length() <= LONGEST_NUMBER; i++) {
      if (own.charAt(i) >= '0' && own.charAt(i) <= '9') {
        int before = bench.vendor().requests();
        Outcome outcome =
            bench.ask(
                question
                    .of(PhoneNumber.of(number + own.charAt(i)))
                    .claiming(own.substring(0, i) + own.substring(i + 1)));
        findings.unless(
            bench.vendor().requests() == before,
            "a handle without its digit %d, which was added to the number: it was sent, and came to %s"
                .formatted(i + 1, outcome.says()));
      }
    }
  }

  /** Who gives no handle passes none on. */
  private void unheard(Findings findings, TestBench bench) {
    String foreign = harness().person().handle();
    examples().stream().findFirst().ifPresent(bench.vendor()::says);
    bench.ask(bench.question(check).claiming(foreign));
    for (ScriptedVendor.SeenRequest seen : bench.vendor().seen()) {
      findings.unless(
          !seen.heard().fields().containsValue(foreign)
              && !seen.request().bodyText().contains(foreign)
              && !seen.request().target().contains(foreign),
          "the provider gives no handle, but passes on the one that the caller has: nobody looked"
              + " whose it is");
    }
  }

  /**
   * Proves that the vendor sees the very handle that it gave, whatever stands in it. When it fails,
   * look at how the field is encoded, and pass on what {@code CodeHandles.open} gives, not what the
   * claim has.
   */
  @Clause(15)
  @Test
  final void the_right_handle_reaches_the_vendor_as_the_vendor_gave_it() {
    Findings findings = new Findings("The vendor sees the handle that it gave, to the letter");
    try (TestBench bench = TestBench.open(harness())) {
      boolean any = false;
      for (String vendors :
          List.of("7h-Q4", "1.2.3", "a.b", ".", "q/+w==", "..", "a b&c=d%20?", "0".repeat(200))) {
        Optional<ReplyExample> sent =
            SentCodes.example(harness()).map(example -> SentCodes.withHandle(example, vendors));
        Optional<String> own = sent.flatMap(example -> bench.codes().given(number(), example));
        if (own.isPresent()) {
          any = true;
          heard(findings, bench, own.get(), arriving(sent.get(), vendors));
        }
      }
      if (!any) {
        unheard(findings, bench);
      }
    }
    findings.report();
  }

  private static String arriving(ReplyExample sent, String handle) {
    return Json.object(sent.body()).isPresent() ? handle : SentCodes.vendors(sent).orElseThrow();
  }

  private void heard(Findings findings, TestBench bench, String own, String vendors) {
    bench.vendor().says(accepted());
    int before = bench.vendor().requests();
    Outcome outcome = bench.ask(bench.question(check).claiming(own));
    List<ScriptedVendor.SeenRequest> seen = bench.vendor().seen();
    findings.unless(
        seen.size() == before + 1 && outcome.means(accepted().means()),
        "the handle «%s»: %d requests came to %s%s"
            .formatted(vendors, seen.size() - before, outcome.says(), inPath(vendors)));
    if (seen.size() > before) {
      Map<String, String> fields = seen.get(before).heard().fields();
      findings.unless(
          fields.containsValue(vendors),
          "the handle «%s» did not arrive as the vendor gave it; the vendor heard %s%s"
              .formatted(vendors, fields.values(), inPath(vendors)));
    }
  }

  /** The two texts that no segment of a path can be: a URL is simplified before it is sent. */
  private static String inPath(String handle) {
    return DOT_SEGMENTS.contains(handle)
        ? "; does it stand in the path? No address can hold the segments «.» and «..»: the first is"
            + " dropped, the second leads to another resource. Refuse such a handle when the code is"
            + " sent, with Reply.incoherent"
        : "";
  }

  /**
   * Proves that a code can be checked by another process than the one that sent it, and after the
   * keys were changed. When it fails, look at the key that the handle is bound with: {@code
   * environment.codeHandles} is given the source that the gateway signs with, once for the
   * provider.
   */
  @Clause(16)
  @Test
  final void a_handle_holds_in_another_process_and_through_a_change_of_the_keys() {
    Findings findings =
        new Findings("A handle holds in another process, and through a change of the keys");
    AtomicBoolean changed = new AtomicBoolean();
    Credentials before = harness().foreignCredentials("first");
    Credentials after = harness().foreignCredentials("second");
    CredentialsSource keys = () -> changed.get() ? after : before;
    try (TestBench sending = TestBench.open(harness(), keys);
        TestBench idle = TestBench.open(harness(), keys)) {
      Optional<ReplyExample> sent = SentCodes.example(harness());
      Optional<String> first = sent.flatMap(each -> SentCodes.sent(sending, number(), each));
      if (first.isPresent()) {
        holds(findings, "in the opening that sent it", sending, first.get());
        holds(findings, "in another process", first.get(), before);
        changed.set(true);
        holds(findings, "after the keys were changed", sending, first.get());
        holds(
            findings, "after the keys were changed, in a process that was open", idle, first.get());
        Optional<String> second = SentCodes.sent(sending, number(), sent.get());
        second.ifPresent(
            handle -> {
              holds(findings, "given after the keys were changed", sending, handle);
              holds(findings, "given after that, in another process", handle, after);
            });
        findings.unless(second.isPresent(), "no handle is given after the keys were changed");
      } else {
        unheard(findings, sending);
      }
    }
    findings.report();
  }

  private void holds(Findings findings, String where, String handle, Credentials keys) {
    try (TestBench other = TestBench.open(harness(), () -> keys)) {
      holds(findings, where, other, handle);
    }
  }

  private void holds(Findings findings, String where, TestBench bench, String handle) {
    bench.vendor().insists(accepted());
    int before = bench.vendor().requests();
    Outcome outcome = bench.ask(bench.question(check).claiming(handle));
    int requests = bench.vendor().requests() - before;
    findings.unless(
        requests == 1 && outcome.means(accepted().means()),
        "a handle %s: %d requests came to %s".formatted(where, requests, outcome.says()));
  }
}
