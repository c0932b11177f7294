package io.telproof.testkit;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.VendorReply;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.AccessToken;
import io.telproof.spi.http.Credentials;
import io.telproof.testkit.internal.Disguises;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.RecordedRateLimiters;
import io.telproof.testkit.internal.ScriptedTokens.Exchange;
import io.telproof.testkit.internal.ScriptedVendor.SeenRequest;
import io.telproof.testkit.internal.StepTime;
import io.telproof.testkit.internal.TestBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * What every provider promises of its access tokens, where the vendor gives them. To get one is
 * never billed and says nothing of the question: whatever goes wrong with it, the question is free
 * and was not sent.
 */
@Clause.Prefix("TO")
@DisplayNameGeneration(ClauseNames.class)
public abstract class TokenContract {
  private static final int CALLERS = 16;

  /** For contract tests. */
  protected TokenContract() {}

  /** {@return the provider to be tested; {@link ProviderHarness#tokens} of the harness says how} */
  protected abstract ProviderHarness harness();

  private List<CheckType> offered() {
    try (TestBench bench = TestBench.open(harness())) {
      return bench.offered();
    }
  }

  /**
   * Proves that a token which was asked for in vain leaves no doubt about the question: it was not
   * sent, and costs nothing; and that the next question tries again. When it fails, leave tokens to
   * the gateway: {@code environment.gateway(provider, authorizer, credentials)}.
   */
  @Clause(1)
  @Test
  final void a_token_reply_that_is_lost_is_UNAVAILABLE_and_free_and_the_question_is_not_sent() {
    inVain(
        "A token reply that is lost is UNAVAILABLE and FREE, and the question is not sent",
        List.of(
            Fault.RESET_BEFORE_REPLY,
            Fault.DISCONNECT,
            Fault.HALF_REPLY,
            Fault.HTML_502,
            Fault.HTTP_503));
  }

  /**
   * Proves that a reply without a token is none, whatever its status. When it fails, look at {@code
   * Authorizer.token}.
   */
  @Clause(4)
  @Test
  final void a_token_reply_that_cannot_be_read_is_UNAVAILABLE_and_the_question_is_not_sent() {
    inVain(
        "A token reply that cannot be read is UNAVAILABLE and FREE, and the question is not sent",
        List.of(
            Fault.HTML_200,
            Fault.EMPTY_200,
            Fault.EMPTY_OBJECT,
            Fault.NOT_JSON_200,
            Fault.REDIRECT_307,
            Fault.ENDLESS_BODY));
  }

  private void inVain(String promise, List<Fault> faults) {
    Findings findings = new Findings(promise);
    for (CheckType each : offered()) {
      try (TestBench bench = TestBench.open(harness())) {
        for (Fault fault : faults) {
          bench.vendor().tokens().meet(fault);
          Outcome outcome = bench.ask(bench.question(each));
          String where = each.key() + ", where of the token " + fault.sentence();
          unsent(findings, bench, where, outcome, FailureKind.UNAVAILABLE);
        }
        bench.vendor().tokens().speaksForItself();
        Outcome outcome = bench.ask(bench.question(each));
        findings.unless(
            outcome.receipt().isPresent(),
            each.key() + ": with tokens to be had again, it came to " + outcome.says());
      }
    }
    findings.report();
  }

  private static void unsent(
      Findings findings, TestBench bench, String where, Outcome outcome, FailureKind kind) {
    findings.unless(
        outcome.is(kind) && outcome.charge().equals(Optional.of(Charge.FREE)),
        "%s: expected fails %s, FREE; came to %s".formatted(where, kind, outcome.says()));
    findings.unless(
        bench.vendor().requests() == 0,
        "%s: the question was sent %d times without a token"
            .formatted(where, bench.vendor().requests()));
    findings.unless(
        !bench.vendor().tokens().exchanges().isEmpty(),
        where + ": no token was asked for, as isExchange of the harness sees it");
  }

  /**
   * Proves that the caller's time bounds the wait for a token. When it fails, look for a client of
   * its own with time-outs of its own.
   */
  @Clause(2)
  @Test
  final void a_token_that_is_slow_to_come_is_given_up_at_the_deadline() {
    Findings findings = new Findings("A token that is slow to come is given up at the deadline");
    for (CheckType each : offered()) {
      for (Fault fault : List.of(Fault.STALL, Fault.DRIP)) {
        // Whoever gave up may have left the exchange to go on: it would serve the next one.
        try (TestBench bench = TestBench.open(harness())) {
          bench.vendor().tokens().meet(fault);
          CallContext context = CallContext.within(harness().timeouts().deadline());
          Outcome outcome = bench.ask(bench.question(each), context);
          String where = each.key() + ", where of the token " + fault.sentence();
          unsent(findings, bench, where, outcome, FailureKind.UNAVAILABLE);
        }
      }
    }
    findings.report();
  }

  /**
   * Proves that a token which is refused is told as the operator's business, with the vendor's
   * code. When it fails, look at what {@code Authorizer.token} makes of the refusal.
   */
  @Clause(3)
  @Test
  final void a_token_that_is_refused_is_UNAUTHORIZED_and_free_and_the_question_is_not_sent() {
    Findings findings =
        new Findings("A token that is refused is UNAUTHORIZED and FREE, and nothing is asked");
    Credentials nobodys = harness().foreignCredentials("nobodys");
    for (CheckType each : offered()) {
      try (TestBench bench = TestBench.open(harness(), () -> nobodys)) {
        Outcome outcome = bench.ask(bench.question(each));
        unsent(findings, bench, each.key(), outcome, FailureKind.UNAUTHORIZED);
        findings.unless(
            outcome.vendorCode().isPresent(), each.key() + ": the vendor's code is not kept");
      }
    }
    findings.report();
  }

  /**
   * Proves that a token which the vendor takes no more is replaced, and the question put once more
   * with the new one; where that is refused as well, it is not put a third time. When it fails, let
   * the operation's table say UNAUTHORIZED and free of that refusal, and {@code Authorizer.refused}
   * that it is about the token.
   */
  @Clause(5)
  @Test
  final void a_revoked_token_is_healed_by_exactly_one_more_question_with_a_new_one() {
    Findings findings =
        new Findings("A revoked token is healed by exactly one more question with a new one");
    for (CheckType each : offered()) {
      try (TestBench bench = TestBench.open(harness())) {
        bench.ask(bench.question(each));
        healed(findings, bench, each);
        int before = bench.vendor().requests();
        bench.vendor().tokens().revoked(Integer.MAX_VALUE);
        Outcome outcome = bench.ask(bench.question(each));
        int questions = bench.vendor().requests() - before;
        findings.unless(
            questions == 2
                && outcome.is(FailureKind.UNAUTHORIZED)
                && outcome.charge().equals(Optional.of(Charge.FREE)),
            "%s: every token is refused; expected two questions and fails UNAUTHORIZED, FREE; %d came to %s"
                .formatted(each.key(), questions, outcome.says()));
      }
    }
    findings.report();
  }

  private static void healed(Findings findings, TestBench bench, CheckType check) {
    int before = bench.vendor().requests();
    bench.vendor().tokens().revoked(1);
    Outcome outcome = bench.ask(bench.question(check));
    List<SeenRequest> seen = bench.vendor().seen();
    List<SeenRequest> questions = seen.subList(before, seen.size());
    if (!questions.isEmpty() && questions.get(0).heard().signatureGood()) {
      findings.add(check.key() + ": the vendor of the harness takes a token that it did not give");
      return;
    }
    List<Optional<AccessToken>> tokens =
        questions.stream()
            .map(question -> bench.vendor().tokens().of(question.request()))
            .map(exchange -> exchange.flatMap(Exchange::token))
            .toList();
    findings.unless(
        questions.size() == 2 && outcome.receipt().isPresent() && new HashSet<>(tokens).size() == 2,
        "%s: a token was revoked; expected two questions with two tokens, and an answer; %d with %d came to %s"
            .formatted(
                check.key(), questions.size(), new HashSet<>(tokens).size(), outcome.says()));
    findings.unless(
        outcome.earlier().size() == 1 && outcome.earlier().get(0).charge() == Charge.FREE,
        check.key() + ": the refused question is not on the receipt as a free attempt");
  }

  /**
   * Proves that a token is not used beyond the time for which the vendor gave it: another one is
   * got before the question. When it fails, look at the lifetime that {@code Authorizer.token}
   * gives.
   */
  @Clause(6)
  @Test
  final void a_token_is_not_used_beyond_its_end() {
    Findings findings = new Findings("A token is not used beyond its end");
    for (CheckType each : offered()) {
      VirtualTime time = VirtualTime.at(StepTime.START);
      try (TestBench bench = TestBench.open(harness(), time, RecordedRateLimiters.open())) {
        bench.ask(bench.question(each));
        for (int i = 0; i < 2; i++) {
          time.advance(lifetime(bench));
          int before = bench.vendor().requests();
          Outcome outcome = bench.ask(bench.question(each));
          List<SeenRequest> seen = bench.vendor().seen();
          List<SeenRequest> questions = seen.subList(before, seen.size());
          findings.unless(
              questions.size() == 1 && outcome.receipt().isPresent(),
              "%s: after a token's end, %d questions came to %s"
                  .formatted(each.key(), questions.size(), outcome.says()));
          findings.unless(
              questions.stream().allMatch(question -> isTimely(bench, question)),
              each.key() + ": a question came with a token whose time was over");
        }
      }
    }
    findings.report();
  }

  private static Duration lifetime(TestBench bench) {
    return bench.vendor().tokens().exchanges().stream()
        .flatMap(exchange -> exchange.token().stream())
        .map(AccessToken::lifetime)
        .findFirst()
        .orElseThrow(() -> new AssertionError("the vendor gave no token"));
  }

  private static boolean isTimely(TestBench bench, SeenRequest question) {
    return bench
        .vendor()
        .tokens()
        .of(question.request())
        .filter(
            exchange ->
                exchange
                    .at()
                    .plus(exchange.token().orElseThrow().lifetime())
                    .isAfter(question.at()))
        .isPresent();
  }

  /**
   * Proves that a token is kept for the questions that follow, one for each scope, and that a
   * question has the token of its own scope, or of its own person. When it fails, look at {@code
   * OutgoingRequest.withGrant}.
   */
  @Clause(7)
  @Test
  final void there_is_one_token_for_each_scope_and_it_is_kept() {
    Findings findings = new Findings("There is one token for each scope, and it is kept");
    try (TestBench bench = TestBench.open(harness())) {
      for (int i = 0; i < 2; i++) {
        for (CheckType each : bench.offered()) {
          Outcome outcome = bench.ask(bench.question(each));
          findings.unless(
              outcome.receipt().isPresent(),
              each.key() + ": expected an answer; came to " + outcome.says());
          ownToken(findings, bench, each);
        }
      }
      long personal =
          bench.vendor().tokens().exchanges().stream()
              .filter(exchange -> !exchange.person().isEmpty())
              .count();
      findings.unless(
          personal <= bench.vendor().requests(),
          "%d tokens about a person were asked for, for %d questions"
              .formatted(personal, bench.vendor().requests()));
      Set<String> scopes = new HashSet<>();
      for (Exchange exchange : bench.vendor().tokens().exchanges()) {
        findings.unless(
            !exchange.person().isEmpty() || scopes.add(exchange.scope()),
            "a token of the scope «%s» was asked for again".formatted(exchange.scope()));
      }
    }
    findings.report();
  }

  private static void ownToken(Findings findings, TestBench bench, CheckType check) {
    List<SeenRequest> seen = bench.vendor().seen();
    if (seen.isEmpty()) {
      findings.add(check.key() + ": the vendor heard no question");
      return;
    }
    SeenRequest last = seen.get(seen.size() - 1);
    Optional<Exchange> exchange = bench.vendor().tokens().of(last.request());
    findings.unless(
        exchange.isPresent(), check.key() + ": the question has no token that the vendor gave");
    findings.unless(
        exchange
            .map(Exchange::person)
            .filter(person -> !person.isEmpty() && !bench.question(check).isNumber(person))
            .isEmpty(),
        check.key() + ": the question has the token of another person");
    findings.unless(
        exchange
            .flatMap(Exchange::token)
            .filter(token -> token.value().reveal().length() < 16)
            .isEmpty(),
        "the vendor of the harness gives tokens of less than 16 characters, which are found anywhere");
  }

  /**
   * Proves that who asks while a token is under way waits for that one. When it fails, look for a
   * token that every thread gets for itself.
   */
  @Clause(8)
  @Test
  final void callers_at_the_same_time_wait_for_one_token() {
    Findings findings = new Findings("Callers at the same time wait for one token");
    for (CheckType each : offered()) {
      try (TestBench bench = TestBench.open(harness())) {
        together(findings, bench, each);
      }
    }
    findings.report();
  }

  private void together(Findings findings, TestBench bench, CheckType check) {
    CountDownLatch second = new CountDownLatch(2);
    long deadline = harness().timeouts().deadline().toMillis();
    bench
        .vendor()
        .tokens()
        .answers(
            reply -> {
              second.countDown();
              // Time for a second one to come, who does not wait for the first.
              boolean unused = second.await(deadline, TimeUnit.MILLISECONDS);
              return reply;
            });
    List<TestBench.PendingQuestion> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      CallContext context = CallContext.within(harness().timeouts().patience());
      callers.add(bench.asking(bench.question(check), context));
    }
    callers.forEach(caller -> caller.thread().start());
    for (TestBench.PendingQuestion caller : callers) {
      Outcome outcome = caller.outcome(harness().timeouts().patience());
      findings.unless(
          outcome.receipt().isPresent(),
          check.key() + ": expected an answer; came to " + outcome.says());
    }
    long own =
        bench.vendor().tokens().exchanges().stream()
            .filter(exchange -> exchange.person().isEmpty())
            .count();
    findings.unless(
        own <= 1, "%s: %d callers asked for %d tokens".formatted(check.key(), CALLERS, own));
  }

  /**
   * Proves that no token shows in a log, an exception, the name of a thread or where something is
   * printed, also where its reply is lost or cannot be read, where it is no text for a header, and
   * where it is refused. When it fails, look at what is done with the reply to an exchange.
   */
  @Clause(9)
  @Test
  final void no_token_shows_anywhere() {
    Findings findings = new Findings("No token shows in a log, an exception, a thread or a print");
    try (CapturedLogs logs = CapturedLogs.open()) {
      for (CheckType each : offered()) {
        try (TestBench bench = TestBench.open(harness())) {
          int read = logs.lines().size();
          everything(findings, bench, each);
          List<String> lines = logs.lines();
          lines.subList(read, lines.size()).stream()
              .filter(line -> !SecrecyContract.ofTheKit(line))
              .forEach(line -> search(findings, bench, each, "a log", line));
        }
      }
    }
    findings.report();
  }

  private static void everything(Findings findings, TestBench bench, CheckType check) {
    for (Fault fault : List.of(Fault.RESET_BEFORE_REPLY, Fault.HALF_REPLY, Fault.NOT_JSON_200)) {
      bench.vendor().tokens().meet(fault);
      said(findings, bench, check);
    }
    bench.vendor().tokens().answers(reply -> unsendable(bench, reply));
    said(findings, bench, check);
    bench
        .vendor()
        .tokens()
        .answers(
            reply -> {
              threads(findings, bench, check);
              return reply;
            });
    said(findings, bench, check);
    bench.vendor().tokens().revoked(Integer.MAX_VALUE);
    said(findings, bench, check);
    search(findings, bench, check, "toString of the provider", bench.provider().toString());
    threads(findings, bench, check);
  }

  private static void said(Findings findings, TestBench bench, CheckType check) {
    Outcome outcome = bench.ask(bench.question(check));
    SecrecyContract.thrown(outcome)
        .ifPresent(text -> search(findings, bench, check, "an exception", text));
    if (outcome instanceof Outcome.Answered answered) {
      search(findings, bench, check, "an answer", answered.answer().toString());
    }
  }

  /** The same reply with a token that no header takes: who tries is told, with the token. */
  private static VendorReply unsendable(TestBench bench, VendorReply reply) {
    String body = reply.body();
    for (String token : bench.vendor().tokens().given()) {
      body = body.replace(token, token + "\\u0001");
    }
    return new VendorReply(
        reply.status(),
        reply.headers(),
        body,
        reply.heard(),
        reply.requestId(),
        reply.vendorCode(),
        reply.billing(),
        reply.fault());
  }

  private static void threads(Findings findings, TestBench bench, CheckType check) {
    Thread.getAllStackTraces()
        .keySet()
        .forEach(
            thread -> search(findings, bench, check, "the name of a thread", thread.getName()));
  }

  private static void search(
      Findings findings, TestBench bench, CheckType check, String where, String text) {
    for (String token : bench.vendor().tokens().given()) {
      Disguises.found(token, text)
          .ifPresent(
              how -> findings.add("%s: a token shows %sin %s".formatted(check.key(), how, where)));
    }
  }
}
