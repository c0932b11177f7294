package io.telproof.testkit;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.spi.CheckType;
import io.telproof.testkit.internal.Callers;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.Question;
import io.telproof.testkit.internal.ScriptedVendor;
import io.telproof.testkit.internal.SentCodes;
import io.telproof.testkit.internal.TestBench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What every check promises; the public contracts say which check. */
abstract class CheckContract extends ReplyExamplesContract {
  private static final int CALLERS = 16;
  private static final int PEOPLE = 40;

  CheckContract(CheckType check) {
    super(check);
  }

  /**
   * Proves that the vendor reads, after decoding and decryption, exactly what was asked: names in
   * every script, leading zeros, a final X. When it fails, look at how the body is encoded: UTF-8
   * by name, texts as texts, nothing trimmed or escaped twice.
   */
  @Clause(6)
  @Test
  final void the_vendor_hears_exactly_what_was_asked() {
    Findings findings = new Findings("The vendor hears what was asked, to the letter");
    Random random = new Random(20_260_301);
    try (TestBench bench = TestBench.open(harness())) {
      if (examples().isEmpty()) {
        findings.add(
            "there is no reply example to answer with: let the first one be a plain answer");
      } else {
        bench.vendor().says(examples().get(0));
        Question question = bench.question(check);
        for (int i = 0; i < PEOPLE; i++) {
          heard(bench, question, findings);
          question = question.varied(random);
        }
      }
    }
    findings.report();
  }

  private void heard(TestBench bench, Question question, Findings findings) {
    int before = bench.vendor().requests();
    Outcome outcome = bench.ask(question);
    List<ScriptedVendor.SeenRequest> seen = bench.vendor().seen();
    if (seen.size() == before) {
      findings.add("the vendor heard nothing; the provider says " + outcome.says());
      return;
    }
    Map<String, String> fields = seen.get(before).heard().fields();
    if (check == CheckType.CODE_VERIFICATION && harness().codesKnownByHandle()) {
      findings.unless(
          SentCodes.example(harness())
              .flatMap(SentCodes::vendors)
              .filter(fields::containsValue)
              .isPresent(),
          "the handle that the vendor gave did not arrive; the vendor heard the fields "
              + fields.keySet());
    } else {
      boolean number =
          question.isNumber(seen.get(before).heard().contact())
              || fields.values().stream().anyMatch(question::isNumber);
      findings.unless(
          number, "the number did not arrive; the vendor heard the fields " + fields.keySet());
    }
    question
        .words()
        .forEach(
            (what, word) ->
                findings.unless(
                    fields.containsValue(word),
                    "the %s «%s» did not arrive as it was asked; the vendor heard %s"
                        .formatted(what, word, fields.values())));
  }

  /**
   * Proves that sixteen callers are at the vendor at the same time, and that each gets the answer
   * to its own question. When it fails, look for state that calls share, or a lock around the call.
   */
  @Clause(11)
  @Test
  final void sixteen_callers_at_once_get_their_own_answers() throws InterruptedException {
    Findings findings = new Findings("Sixteen callers at once get their own answers");
    Map<Object, ReplyExample> different = new HashMap<>();
    examples().stream()
        .filter(example -> attempts(example) == 1)
        .forEach(example -> different.putIfAbsent(example.means() + example.code(), example));
    List<ReplyExample> answers = List.copyOf(different.values());
    findings.unless(
        answers.size() > 1,
        "there have to be two reply examples that differ in meaning or code, so that answers can be told apart");
    try (TestBench bench = TestBench.open(harness())) {
      if (answers.size() > 1) {
        crowd(bench, answers, findings);
      }
    }
    findings.report();
  }

  private void crowd(TestBench bench, List<ReplyExample> answers, Findings findings)
      throws InterruptedException {
    Callers known = new Callers(harness(), check);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      questions.add(known.question(bench, i));
    }
    CountDownLatch present = new CountDownLatch(CALLERS);
    AtomicBoolean alone = new AtomicBoolean();
    bench
        .vendor()
        .answers(
            heard -> {
              present.countDown();
              long patience = alone.get() ? 0 : harness().timeouts().patience().toMillis() / 2;
              boolean all = present.await(patience, TimeUnit.MILLISECONDS);
              alone.compareAndSet(false, !all);
              findings.unless(
                  all,
                  "not all were at the vendor at the same time: %d were still on their way"
                      .formatted(present.getCount()));
              return answers.get(known.caller(heard) % answers.size());
            });
    List<TestBench.PendingQuestion> callers = new ArrayList<>();
    for (Question question : questions) {
      CallContext context = CallContext.within(harness().timeouts().patience());
      callers.add(bench.asking(question, context));
    }
    callers.forEach(caller -> caller.thread().start());
    for (int i = 0; i < CALLERS; i++) {
      Outcome outcome = callers.get(i).outcome(harness().timeouts().patience());
      ReplyExample own = answers.get(i % answers.size());
      findings.unless(
          outcome.means(own.means()) && outcome.vendorCode().equals(text(own.code())),
          "caller " + i + " got the answer of another: " + differs(own, outcome));
    }
  }

  /**
   * Proves that a number which the vendor does not serve is answered NOT_COVERED, free, with
   * nothing sent: then the next provider of the route is asked. When it fails, look at the first
   * lines of the check.
   */
  @Clause(12)
  @Test
  final void a_number_the_vendor_does_not_serve_is_not_covered_and_nothing_is_sent() {
    Findings findings =
        new Findings("A number that the vendor does not serve is NOT_COVERED, free, and unsent");
    try (TestBench bench = TestBench.open(harness())) {
      examples().stream().findFirst().ifPresent(bench.vendor()::says);
      for (PhoneNumber number : harness().uncovered(check)) {
        long before = bench.sent();
        Outcome outcome = bench.ask(bench.question(check).of(number));
        findings.unless(
            outcome.lacks(Gap.NOT_COVERED) && outcome.charge().equals(Optional.of(Charge.FREE)),
            number + ": expected unknown: NOT_COVERED, FREE; the provider says " + outcome.says());
        long sent = bench.sent() - before;
        findings.unless(sent == 0, number + ": " + sent + " requests were sent");
      }
    }
    findings.report();
  }

  /**
   * Proves that asking again is a question of its own: an answer of yesterday is not one of today.
   * When it fails, look for a cache.
   */
  @Clause(13)
  @Test
  final void the_same_question_asked_again_is_asked_again() {
    Findings findings = new Findings("A question that is asked again is put to the vendor again");
    try (TestBench bench = TestBench.open(harness())) {
      List<ReplyExample> once =
          examples().stream().filter(example -> attempts(example) == 1).limit(3).toList();
      for (ReplyExample example : once) {
        Outcome outcome = said(bench, example);
        findings.unless(outcome.means(example.means()), differs(example, outcome));
      }
      int requests = bench.vendor().requests();
      findings.unless(
          requests == once.size(),
          "%d questions were put, the vendor received %d: are answers kept?"
              .formatted(once.size(), requests));
    }
    findings.report();
  }
}
