package io.telproof.testkit;

import io.telproof.PhoneNumber;
import io.telproof.sandbox.Fault;
import io.telproof.spi.Capability;
import io.telproof.spi.Meaning;
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
    for (Capability each : offered()) {
      List<Phrase> answers = different(each);
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
              + ": the book needs two phrases that differ in meaning or code, so that answers can be"
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
    for (Capability each : offered()) {
      List<Phrase> answers = different(each);
      if (answers.isEmpty()) {
        findings.add(each.key() + ": there is no phrase to answer with");
      } else {
        followed(findings, each, answers, Fault.CLOSE_AFTER_REPLY);
      }
    }
    findings.report();
  }

  private List<Capability> offered() {
    try (Stage stage = Stage.open(harness())) {
      return stage.offered();
    }
  }

  /** Phrases that come to different ends, each with one request: answers first, then failures. */
  private List<Phrase> different(Capability check) {
    Map<Object, Phrase> different = new LinkedHashMap<>();
    List<Phrase> phrases = harness().phrases().phrases(check);
    phrases.stream()
        .filter(phrase -> !(phrase.means() instanceof Meaning.Fails<?>))
        .forEach(phrase -> different.putIfAbsent(phrase.means() + phrase.code(), phrase));
    phrases.stream()
        .filter(
            phrase ->
                phrase.means() instanceof Meaning.Fails<?> fails
                    && harness().attempts(fails.kind()) == 1)
        .forEach(phrase -> different.putIfAbsent(phrase.means() + phrase.code(), phrase));
    return different.values().stream().limit(QUESTIONS_AFTER + 1).toList();
  }

  /** Questions about several numbers, one after another, of which the first meets the fault. */
  private void followed(Findings findings, Capability check, List<Phrase> answers, Fault fault)
      throws InterruptedException {
    try (Stage stage = Stage.open(harness())) {
      stage.vendor().answers(heard -> own(answers, lastDigits(heard.contact())));
      stage.sandbox().faults().next(fault);
      List<Question> questions = new ArrayList<>();
      for (int i = 0; i <= QUESTIONS_AFTER; i++) {
        questions.add(stage.question(check).of(number(i)));
      }
      Outcome first = stage.ask(questions.get(0));
      findings.unless(
          stage.sandbox().faults().awaitOut(harness().pace().patience()),
          "%s, %s: the vendor was not asked; it came to %s"
              .formatted(check.key(), fault.sentence(), first.says()));
      for (int i = 1; i <= QUESTIONS_AFTER; i++) {
        int before = stage.vendor().requests();
        Outcome outcome = stage.ask(questions.get(i));
        int requests = stage.vendor().requests() - before;
        Phrase own = own(answers, i);
        findings.unless(
            requests == 1
                && outcome.means(own.means())
                && outcome.vendorCode().equals(BookContract.text(own.code())),
            "%s, %s: question %d after it: %d requests; %s"
                .formatted(
                    check.key(),
                    fault.sentence(),
                    i,
                    requests,
                    BookContract.differs(own, outcome)));
      }
    }
  }

  private PhoneNumber number(int i) {
    Sample person = harness().sample();
    String national = person.national().substring(0, person.national().length() - 2);
    return PhoneNumber.of(person.countryCode(), national + "%02d".formatted(i));
  }

  private static int lastDigits(String contact) {
    return Integer.parseInt(contact.substring(contact.length() - 2));
  }

  private static Phrase own(List<Phrase> answers, int question) {
    return answers.get(question % answers.size());
  }
}
