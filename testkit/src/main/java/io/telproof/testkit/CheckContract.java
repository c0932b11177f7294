package io.telproof.testkit;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Gap;
import io.telproof.Kind;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.spi.Capability;
import io.telproof.spi.Meaning;
import io.telproof.spi.Offer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/** What every check promises; the public contracts say which check. */
@DisplayNameGeneration(ClauseNames.class)
abstract class CheckContract {
  /** The contract of each check. */
  static final Map<Capability, Class<?>> ALL =
      Map.of(
          Capability.PHONE_STATUS, PhoneStatusContract.class,
          Capability.TENURE, TenureContract.class,
          Capability.IDENTITY_MATCH, IdentityMatchContract.class,
          Capability.CODE_DELIVERY, CodeDeliveryContract.class,
          Capability.CODE_VERIFICATION, CodeVerificationContract.class,
          Capability.PRE_VALIDATED_NUMBER, PreValidatedNumberContract.class);

  private static final int CALLERS = 16;
  private static final int PEOPLE = 40;
  private final Capability capability;

  CheckContract(Capability capability) {
    this.capability = capability;
  }

  /** The provider to be tested. */
  protected abstract ProviderHarness harness();

  private List<Phrase> phrases() {
    return harness().phrases().phrases(capability);
  }

  private Outcome said(Stage stage, Phrase phrase) {
    stage.vendor().says(phrase);
    return stage.ask(stage.question(capability));
  }

  private static String differs(Phrase phrase, Outcome outcome) {
    return "%s: the book says %s, %s; the provider says %s%s"
        .formatted(
            phrase,
            Outcome.words(phrase.means()),
            phrase.charge(),
            outcome.says(),
            objection(outcome));
  }

  private static String objection(Outcome outcome) {
    return outcome.is(Kind.UNAUTHORIZED) ? " (did the vendor object to the signature?)" : "";
  }

  /**
   * Proves that the check is there, and that exactly one line of {@code offers()} is about it. When
   * it fails, look at the method of {@code VerificationProvider} that returns the check, and at
   * {@code offers()}.
   */
  @Clause(1)
  @Test
  final void the_check_is_offered_in_exactly_one_line_and_the_book_is_about_it() {
    Findings findings = new Findings("The provider offers " + capability.key() + ", and says so");
    try (Stage stage = Stage.open(harness())) {
      findings.unless(
          capability.offeredBy(stage.provider()),
          "the provider returns no check: override its method");
      long lines =
          stage.provider().offers().stream()
              .filter(offer -> offer.capability() == capability)
              .count();
      findings.unless(lines == 1, "offers() has " + lines + " lines about it, expected 1");
      findings.unless(
          !phrases().isEmpty(),
          "the phrase book has no phrase for it: see phrases() in the harness");
    }
    findings.report();
  }

  /**
   * Proves that each phrase of the book comes to the value, the gap or the kind of failure that
   * stands beside it. When it fails, lay the operation's {@code CodeTable} beside the vendor's
   * page.
   */
  @Clause(2)
  @Test
  final void each_phrase_means_what_the_book_says() {
    Findings findings = new Findings("Each phrase means what the book says");
    try (Stage stage = Stage.open(harness())) {
      for (Phrase phrase : phrases()) {
        Outcome outcome = said(stage, phrase);
        findings.unless(outcome.means(phrase.means()), differs(phrase, outcome));
      }
    }
    findings.report();
  }

  /**
   * Proves that each phrase is booked at the charge that stands beside it. When it fails, look at
   * the charge in the operation's {@code CodeTable}; where the vendor does not say, it is UNSTATED.
   */
  @Clause(3)
  @Test
  final void each_phrase_costs_what_the_book_says() {
    Findings findings = new Findings("Each phrase has the charge that the book says");
    try (Stage stage = Stage.open(harness())) {
      for (Phrase phrase : phrases()) {
        Outcome outcome = said(stage, phrase);
        findings.unless(
            outcome.charge().equals(Optional.of(phrase.charge())), differs(phrase, outcome));
      }
    }
    findings.report();
  }

  /**
   * Proves that nothing is asked twice, whatever the vendor says: it would be billed twice. When it
   * fails, look for a retry: a provider has none, {@code io.telproof.client} repeats for it what
   * may be repeated.
   */
  @Clause(4)
  @Test
  final void each_phrase_takes_exactly_one_request() {
    Findings findings = new Findings("Each question is exactly one request");
    try (Stage stage = Stage.open(harness())) {
      for (Phrase phrase : phrases()) {
        int before = stage.vendor().requests();
        said(stage, phrase);
        int requests = stage.vendor().requests() - before;
        int expected = attempts(phrase.means());
        findings.unless(
            requests == expected,
            "%s: the vendor received %d requests, expected %d: is it repeated, or never sent?"
                .formatted(phrase, requests, expected));
      }
    }
    findings.report();
  }

  private int attempts(Meaning<?> means) {
    return means instanceof Meaning.Fails<?> fails ? harness().attempts(fails.kind()) : 1;
  }

  /**
   * Proves that an answer can be traced: who, which operation, the vendor's code and request id,
   * when, and how long. When it fails, look at {@code Reply.coded} and {@code Reply.identified}.
   */
  @Clause(5)
  @Test
  final void receipts_and_failures_are_complete() {
    Findings findings = new Findings("Receipts and failures say who answered, what, and when");
    try (Stage stage = Stage.open(harness())) {
      Optional<String> operation =
          stage.provider().offers().stream()
              .filter(offer -> offer.capability() == capability)
              .map(Offer::operation)
              .findFirst();
      for (Phrase phrase : phrases()) {
        Instant before = stage.environment().time().now();
        Outcome outcome = said(stage, phrase);
        Instant after = stage.environment().time().now();
        Map<String, String> wrong = new TreeMap<>();
        note(wrong, "provider", Optional.of(Stage.NAME), outcome.provider());
        note(wrong, "operation", operation, outcome.operation());
        note(wrong, "vendorCode", text(phrase.code()), outcome.vendorCode());
        note(wrong, "requestId", id(phrase), outcome.requestId());
        note(wrong, "earlier", attempts(phrase.means()) - 1, outcome.earlier().size());
        outcome.receipt().ifPresent(receipt -> times(wrong, receipt, before, after));
        wrong.forEach((field, what) -> findings.add(phrase + ": " + field + " " + what));
      }
    }
    findings.report();
  }

  private static void note(Map<String, String> wrong, String field, Object expected, Object was) {
    if (!expected.equals(was)) {
      wrong.put(field, "is " + was + ", expected " + expected);
    }
  }

  private static void times(Map<String, String> wrong, Receipt receipt, Instant from, Instant to) {
    if (receipt.at().isBefore(from) || receipt.at().isAfter(to)) {
      wrong.put("at", "is not the environment's time of the question");
    }
    if (receipt.elapsed().isNegative() || receipt.elapsed().isZero()) {
      wrong.put("elapsed", "is " + receipt.elapsed() + ", expected the time that it took");
    }
  }

  private static Optional<String> text(String code) {
    return code.isEmpty() ? Optional.empty() : Optional.of(code);
  }

  private static Optional<String> id(Phrase phrase) {
    boolean told =
        phrase.body().contains(Phrase.REQUEST_ID)
            || phrase.headers().containsValue(Phrase.REQUEST_ID);
    return told ? Optional.of(Phrase.REQUEST_ID) : Optional.empty();
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
    try (Stage stage = Stage.open(harness())) {
      if (phrases().isEmpty()) {
        findings.add(
            "there is no phrase to answer with: let the book's first one be a plain answer");
      } else {
        stage.vendor().says(phrases().get(0));
        Question question = stage.question(capability);
        for (int i = 0; i < PEOPLE; i++) {
          heard(stage, question, findings);
          question = question.varied(random);
        }
      }
    }
    findings.report();
  }

  private static void heard(Stage stage, Question question, Findings findings) {
    int before = stage.vendor().requests();
    Outcome outcome = stage.ask(question);
    List<ScriptedVendor.Seen> seen = stage.vendor().seen();
    if (seen.size() == before) {
      findings.add("the vendor heard nothing; the provider says " + outcome.says());
      return;
    }
    Map<String, String> fields = seen.get(before).heard().fields();
    boolean number =
        question.isNumber(seen.get(before).heard().contact())
            || fields.values().stream().anyMatch(question::isNumber);
    findings.unless(
        number, "the number did not arrive; the vendor heard the fields " + fields.keySet());
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
   * Proves that the book is whole: each value, gap, kind and charge is said by a phrase or declared
   * unsaid with a reason, and not both. When it fails, the message names the constants: add the
   * phrase that the vendor has for it, or {@code unsaid}.
   */
  @Clause(7)
  @Test
  final void everything_the_check_can_come_to_is_said_or_declared_unsaid() {
    Findings findings =
        new Findings("Everything that a check can come to is said or declared unsaid");
    findings.unless(
        !phrases().isEmpty(),
        "nothing is said yet: add the first phrase, a whole reply of the vendor, what it means and"
            + " what it costs");
    Set<Enum<?>> said = new LinkedHashSet<>();
    phrases().forEach(phrase -> said.addAll(Vocabulary.of(phrase)));
    if (!harness().uncovered(capability).isEmpty()) {
      said.add(Gap.NOT_COVERED);
    }
    List<PhraseBook.Unsaid> unsaid = harness().phrases().unsaid(capability);
    Set<Enum<?>> declared = new LinkedHashSet<>();
    for (PhraseBook.Unsaid each : unsaid) {
      declared.addAll(each.what());
      findings.unless(!each.reason().isBlank(), each.what() + " is unsaid without a reason");
    }
    // In one line, whole: it is copied into the book.
    List<String> open = new ArrayList<>();
    for (Enum<?> each : Vocabulary.all(capability)) {
      if (!said.contains(each) && !declared.contains(each)) {
        open.add(Vocabulary.name(each));
      }
      findings.unless(
          !said.contains(each) || !declared.contains(each),
          Vocabulary.name(each) + " is declared unsaid, but a phrase says it");
    }
    findings.unless(
        open.isEmpty(),
        "neither said by a phrase nor declared unsaid: add the vendor's phrase for each, or"
            + " PhraseBook.unsaid(Capability.%s, \"why not\", %s)"
                .formatted(capability.name(), String.join(", ", open)));
    findings.report();
  }

  /**
   * Proves that members which the vendor adds to its replies change nothing. When it fails, look
   * for a strict reader, or one that takes the first member of a name at any depth.
   */
  @Clause(8)
  @Test
  final void members_added_to_a_reply_change_nothing() {
    Findings findings = new Findings("Members that a vendor adds to its replies change nothing");
    try (Stage stage = Stage.open(harness())) {
      for (Phrase phrase : phrases()) {
        Json.object(phrase.body())
            .ifPresent(
                object -> {
                  Outcome outcome = said(stage, phrase.body(Json.grown(object)));
                  findings.unless(
                      outcome.means(phrase.means()),
                      "with extra members, " + differs(phrase, outcome));
                });
      }
    }
    findings.report();
  }

  /**
   * Proves that a code which stands on no page is never an answer with a value, stays on the
   * receipt, and is logged as one WARN. When it fails, look for a default that means success, for a
   * match by prefix, or for a missing {@code CodeTable.decide}. Needs a phrase that is {@code
   * unlisted}.
   */
  @Clause(9)
  @Test
  final void a_code_that_no_page_lists_is_never_a_value_and_is_told_once() {
    Findings findings = new Findings("A code that no page lists is PROTOCOL or UNDISCLOSED");
    List<Phrase> unlisted = phrases().stream().filter(phrase -> !phrase.listed()).toList();
    findings.unless(
        !unlisted.isEmpty(),
        "the book has no phrase that is unlisted: add a reply with a code that no page lists, by"
            + " Phrase.unlisted");
    for (Phrase phrase : unlisted) {
      try (Stage stage = Stage.open(harness());
          CapturedLogs logs = CapturedLogs.open()) {
        Outcome outcome = said(stage, phrase);
        findings.unless(
            outcome.is(Kind.PROTOCOL) || outcome.lacks(Gap.UNDISCLOSED), differs(phrase, outcome));
        findings.unless(
            outcome.vendorCode().equals(text(phrase.code())),
            phrase + ": the raw code is not kept, but " + outcome.vendorCode());
        long warnings = logs.lines().stream().filter(line -> line.startsWith("WARN")).count();
        findings.unless(
            warnings == 1, phrase + ": logged " + warnings + " lines at WARN, expected 1");
      }
    }
    findings.report();
  }

  /**
   * Proves that a refusal counts before whatever else a reply holds: vendors send placeholders in
   * the place of a verdict. When it fails, decode the result code first, and the verdict after it.
   */
  @Clause(10)
  @Test
  final void a_refusal_counts_before_a_verdict_in_the_same_reply() {
    Findings findings = new Findings("A refusal counts before a verdict in the same reply");
    List<Phrase> refusals =
        phrases().stream()
            .filter(phrase -> phrase.means() instanceof Meaning.Fails<?>)
            .filter(phrase -> phrase.listed() && !phrase.code().isEmpty())
            .filter(phrase -> !phrase.means().equals(Meaning.fails(Kind.PROTOCOL)))
            .toList();
    Optional<Phrase> verdict =
        phrases().stream().filter(phrase -> phrase.means() instanceof Meaning.Is<?>).findFirst();
    try (Stage stage = Stage.open(harness())) {
      for (Phrase refusal : refusals) {
        Json.object(refusal.body())
            .flatMap(
                object ->
                    verdict
                        .flatMap(phrase -> Json.object(phrase.body()))
                        .map(behind -> Json.over(object, behind)))
            .ifPresent(
                mixed -> {
                  Outcome outcome = said(stage, refusal.body(mixed.toString()));
                  findings.unless(
                      outcome.means(refusal.means()),
                      "beside the verdict of " + verdict.get() + ", " + differs(refusal, outcome));
                });
      }
    }
    findings.report();
  }

  /**
   * Proves that sixteen callers are at the vendor at the same time, and that each gets the answer
   * to its own question. When it fails, look for state that calls share, or a lock around the call.
   */
  @Clause(11)
  @Test
  final void sixteen_callers_at_once_get_their_own_answers() throws InterruptedException {
    Findings findings = new Findings("Sixteen callers at once get their own answers");
    Map<Object, Phrase> different = new HashMap<>();
    phrases().stream()
        .filter(phrase -> attempts(phrase.means()) == 1)
        .forEach(phrase -> different.putIfAbsent(phrase.means() + phrase.code(), phrase));
    List<Phrase> answers = List.copyOf(different.values());
    findings.unless(
        answers.size() > 1,
        "the book needs two phrases that differ in meaning or code, so that answers can be told apart");
    try (Stage stage = Stage.open(harness())) {
      if (answers.size() > 1) {
        crowd(stage, answers, findings);
      }
    }
    findings.report();
  }

  private void crowd(Stage stage, List<Phrase> answers, Findings findings)
      throws InterruptedException {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Sample person = harness().sample();
      String national = person.national().substring(0, person.national().length() - 2);
      PhoneNumber number = PhoneNumber.of(person.countryCode(), national + "%02d".formatted(i));
      questions.add(stage.question(capability).of(number));
    }
    CountDownLatch present = new CountDownLatch(CALLERS);
    AtomicBoolean alone = new AtomicBoolean();
    stage
        .vendor()
        .answers(
            heard -> {
              present.countDown();
              long patience = alone.get() ? 0 : harness().pace().patience().toMillis() / 2;
              boolean all = present.await(patience, TimeUnit.MILLISECONDS);
              alone.compareAndSet(false, !all);
              findings.unless(
                  all,
                  "not all were at the vendor at the same time: %d were still on their way"
                      .formatted(present.getCount()));
              String contact = heard.contact();
              int caller = Integer.parseInt(contact.substring(contact.length() - 2));
              return answers.get(caller % answers.size());
            });
    List<Stage.Asking> callers = new ArrayList<>();
    for (Question question : questions) {
      CallContext context = CallContext.within(harness().pace().patience());
      callers.add(stage.asking(question, context));
    }
    callers.forEach(caller -> caller.thread().start());
    for (int i = 0; i < CALLERS; i++) {
      Outcome outcome = callers.get(i).outcome(harness().pace().patience());
      Phrase own = answers.get(i % answers.size());
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
    try (Stage stage = Stage.open(harness())) {
      phrases().stream().findFirst().ifPresent(stage.vendor()::says);
      for (PhoneNumber number : harness().uncovered(capability)) {
        int before = stage.vendor().requests();
        Outcome outcome = stage.ask(stage.question(capability).of(number));
        findings.unless(
            outcome.lacks(Gap.NOT_COVERED) && outcome.charge().equals(Optional.of(Charge.FREE)),
            number + ": expected unknown: NOT_COVERED, FREE; the provider says " + outcome.says());
        int sent = stage.vendor().requests() - before;
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
    try (Stage stage = Stage.open(harness())) {
      List<Phrase> once =
          phrases().stream().filter(phrase -> attempts(phrase.means()) == 1).limit(3).toList();
      for (Phrase phrase : once) {
        Outcome outcome = said(stage, phrase);
        findings.unless(outcome.means(phrase.means()), differs(phrase, outcome));
      }
      int requests = stage.vendor().requests();
      findings.unless(
          requests == once.size(),
          "%d questions were put, the vendor received %d: are answers kept?"
              .formatted(once.size(), requests));
    }
    findings.report();
  }
}
