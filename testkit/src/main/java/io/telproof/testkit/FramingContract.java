package io.telproof.testkit;

import io.telproof.sandbox.Fault;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.internal.Callers;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.Question;
import io.telproof.testkit.internal.TestBench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every provider makes of a connection on which more comes than the replies, or less. */
abstract class FramingContract extends LossContract {
  private static final int QUESTIONS_AFTER = 3;

  /**
   * Proves that what comes behind a reply is nobody's answer: a second reply, at once or a moment
   * later, a 408 that is about no request, bytes behind the announced length. Each question after
   * that gets its own answer. When it fails, look whether a kept connection has something to read
   * before it is used, in the buffer of the HTTP client too; where it has, use another one.
   */
  @Clause(17)
  @Test
  final void no_answer_is_anothers_whatever_comes_behind_a_reply() throws InterruptedException {
    Findings findings = new Findings("What comes behind a reply is nobody's answer");
    for (CheckType each : offered()) {
      List<ReplyExample> answers = different(each);
      for (Fault fault :
          List.of(
              Fault.SECOND_REPLY,
              Fault.SECOND_REPLY_LATER,
              Fault.UNASKED_408,
              Fault.MORE_THAN_ANNOUNCED)) {
        if (answers.size() > 1) {
          followed(findings, each, answers, fault);
        }
      }
      findings.unless(
          answers.size() > 1,
          each.key()
              + ": there have to be two reply examples that differ in meaning or code, so that answers can be"
              + " told apart");
    }
    findings.report();
  }

  /**
   * Proves that a connection which the vendor has closed meanwhile costs no question. When it
   * fails, look whether a kept connection has ended before it is used: what is written to one that
   * has is lost, and nobody can tell whether the vendor read it.
   */
  @Clause(18)
  @Test
  final void a_connection_that_the_vendor_has_closed_is_not_used() throws InterruptedException {
    Findings findings = new Findings("A connection that the vendor has closed is not used");
    for (CheckType each : offered()) {
      List<ReplyExample> answers = different(each);
      if (answers.isEmpty()) {
        findings.add(each.key() + ": there is no reply example to answer with");
      } else {
        followed(findings, each, answers, Fault.CLOSE_AFTER_REPLY);
      }
    }
    findings.report();
  }

  private List<CheckType> offered() {
    try (TestBench bench = TestBench.open(harness())) {
      return bench.offered();
    }
  }

  /**
   * Reply examples that come to different ends, each with one request: answers first, then
   * failures.
   */
  private List<ReplyExample> different(CheckType check) {
    Map<Object, ReplyExample> different = new LinkedHashMap<>();
    List<ReplyExample> examples = harness().examples().examples(check);
    examples.stream()
        .filter(example -> !(example.means() instanceof Meaning.Failed<?>))
        .forEach(example -> different.putIfAbsent(example.means() + example.code(), example));
    examples.stream()
        .filter(
            example ->
                example.means() instanceof Meaning.Failed<?>
                    && ReplyExamplesContract.attempts(harness(), example) == 1)
        .forEach(example -> different.putIfAbsent(example.means() + example.code(), example));
    return different.values().stream().limit(QUESTIONS_AFTER + 1).toList();
  }

  /** Questions about several numbers, one after another, of which the first meets the fault. */
  private void followed(Findings findings, CheckType check, List<ReplyExample> answers, Fault fault)
      throws InterruptedException {
    try (TestBench bench = TestBench.open(harness())) {
      Callers callers = new Callers(harness(), check);
      bench.vendor().answers(heard -> own(answers, callers.caller(heard)));
      bench.faults().next(fault);
      List<Question> questions = new ArrayList<>();
      for (int i = 0; i <= QUESTIONS_AFTER; i++) {
        questions.add(callers.question(bench, i));
      }
      Outcome first = bench.ask(questions.get(0));
      findings.unless(
          bench.sandbox().faults().awaitOut(harness().timeouts().patience()),
          "%s, %s: the vendor was not asked; it came to %s"
              .formatted(check.key(), fault.sentence(), first.says()));
      for (int i = 1; i <= QUESTIONS_AFTER; i++) {
        int before = bench.vendor().requests();
        Outcome outcome = bench.ask(questions.get(i));
        int requests = bench.vendor().requests() - before;
        ReplyExample own = own(answers, i);
        findings.unless(
            requests == 1
                && outcome.means(own.means())
                && outcome.vendorCode().equals(ReplyExamplesContract.text(own.code())),
            "%s, %s: question %d after it: %d requests; %s"
                .formatted(
                    check.key(),
                    fault.sentence(),
                    i,
                    requests,
                    ReplyExamplesContract.differs(own, outcome)));
      }
    }
  }

  private static ReplyExample own(List<ReplyExample> answers, int question) {
    return answers.get(question % answers.size());
  }
}
