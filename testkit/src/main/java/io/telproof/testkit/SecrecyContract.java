package io.telproof.testkit;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.VendorRequest;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.internal.Disguises;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Json;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.Question;
import io.telproof.testkit.internal.RequestText;
import io.telproof.testkit.internal.ScriptedTokens;
import io.telproof.testkit.internal.ScriptedVendor;
import io.telproof.testkit.internal.TestBench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * What every provider promises to keep to itself. The test person and the keys of the harness are
 * canaries: where one of them shows, somebody's real data would.
 */
@Clause.Prefix("SC")
@DisplayNameGeneration(ClauseNames.class)
public abstract class SecrecyContract {
  private static final List<Fault> FAULTS =
      List.of(Fault.RESET_BEFORE_REPLY, Fault.HTML_502, Fault.NOT_JSON_200, Fault.REDIRECT_307);

  /** For contract tests. */
  protected SecrecyContract() {}

  /** {@return the provider to be tested} */
  protected abstract ProviderHarness harness();

  private Map<String, String> canaries(TestBench bench, Question question) {
    Map<String, String> canaries = new LinkedHashMap<>(question.canaries());
    List<String> secrets = harness().secrets();
    for (int i = 0; i < secrets.size(); i++) {
      canaries.put("secret " + (i + 1) + " of the harness", secrets.get(i));
    }
    List<String> tokens = bench.vendor().tokens().given();
    for (int i = 0; i < tokens.size(); i++) {
      canaries.put("token " + (i + 1) + " that the vendor gave", tokens.get(i));
    }
    return canaries;
  }

  private void search(
      TestBench bench, Findings findings, Question question, String where, String text) {
    canaries(bench, question)
        .forEach(
            (what, canary) ->
                Disguises.found(canary, text)
                    .ifPresent(
                        how ->
                            findings.add(
                                "%s: the %s shows %sin %s"
                                    .formatted(question.check().key(), what, how, where))));
  }

  /** Every reply example and every kind of loss, each with what came of it. */
  private void everything(TestBench bench, CheckType check, Consumer<Outcome> seen) {
    Question question = bench.question(check);
    for (ReplyExample example : harness().examples().examples(check)) {
      bench.vendor().says(example);
      seen.accept(bench.ask(question));
    }
    bench.vendor().speaksForItself();
    for (Fault fault : FAULTS) {
      bench.faults().next(fault);
      seen.accept(bench.ask(question));
      bench.faults().clear();
    }
  }

  /**
   * Proves that no byte of a request holds the secret key, in clear or in a usual disguise. When it
   * fails, look at what the signer puts into headers, query and body. Where the vendor wants to be
   * sent a secret, {@code neverSent()} of the harness leaves it out; for a token alone, where the
   * vendor gives one.
   */
  @Clause(1)
  @Test
  final void the_secret_key_is_in_no_request() {
    Findings findings = new Findings("The secret key never leaves this machine");
    try (TestBench bench = TestBench.open(harness())) {
      bench.offered().forEach(each -> bench.ask(bench.question(each)));
      List<String> notInQuestions =
          harness().tokens().isPresent() ? harness().secrets() : harness().neverSent();
      for (ScriptedVendor.SeenRequest seen : bench.vendor().seen()) {
        holdsNone(findings, seen.request(), notInQuestions);
      }
      for (ScriptedTokens.Exchange exchange : bench.vendor().tokens().exchanges()) {
        holdsNone(findings, exchange.request(), harness().neverSent());
      }
    }
    findings.report();
  }

  private static void holdsNone(Findings findings, VendorRequest request, List<String> secrets) {
    String text = RequestText.of(request);
    for (String secret : secrets) {
      Disguises.found(secret, text)
          .ifPresent(how -> findings.add(request + " holds a secret of the harness " + how));
    }
  }

  /**
   * Proves that no line of a log, down to TRACE, holds a key or anything about the person, whatever
   * the vendor says and however the connection breaks. When it fails, look at the logger that the
   * message names.
   */
  @Clause(2)
  @Test
  final void nothing_shows_in_a_log() {
    Findings findings = new Findings("Nothing about the person and no key shows in a log at TRACE");
    try (CapturedLogs logs = CapturedLogs.open();
        TestBench bench = TestBench.open(harness())) {
      int read = 0;
      for (CheckType each : bench.offered()) {
        everything(bench, each, outcome -> {});
        List<String> lines = logs.lines();
        for (String line : lines.subList(read, lines.size())) {
          if (!ofTheKit(line)) {
            search(bench, findings, bench.question(each), "the log line of " + source(line), line);
          }
        }
        read = lines.size();
      }
    }
    findings.report();
  }

  /** The vendor stands beside the provider in this process, and its server logs as well. */
  static boolean ofTheKit(String line) {
    return line.contains("mockwebserver3") || line.contains("[MockWebServer");
  }

  private static String source(String line) {
    String[] words = line.split(" ", 3);
    return words.length > 1 ? words[1] + " at " + words[0] : "a logger";
  }

  /**
   * Proves that no exception holds any of it: message, causes, suppressed ones. When it fails, look
   * for a reason that quotes the request or the vendor's text.
   */
  @Clause(3)
  @Test
  final void nothing_shows_in_an_exception() {
    Findings findings = new Findings("Nothing about the person and no key shows in an exception");
    try (TestBench bench = TestBench.open(harness())) {
      for (CheckType each : bench.offered()) {
        everything(
            bench,
            each,
            outcome -> {
              thrown(outcome)
                  .ifPresent(
                      text ->
                          search(
                              bench,
                              findings,
                              bench.question(each),
                              "the exception: " + head(text),
                              text));
            });
      }
    }
    findings.report();
  }

  private static String head(String text) {
    return text.lines().findFirst().orElse("").replaceAll("[0-9]{4,}", "…");
  }

  static Optional<String> thrown(Outcome outcome) {
    Optional<Throwable> thrown =
        outcome instanceof Outcome.Failed failed
            ? Optional.of(failed.failure())
            : outcome instanceof Outcome.Threw threw
                ? Optional.of(threw.thrown())
                : Optional.empty();
    return thrown.map(
        throwable -> {
          String text = Throwables.getStackTrace(throwable);
          return outcome instanceof Outcome.Failed failed
              ? text + "\n" + failed.failure().failure()
              : text;
        });
  }

  /**
   * Proves that nothing which an application might print holds any of it. When it fails, give the
   * class a {@code toString} that masks, or its component the type {@link io.telproof.Sensitive}.
   */
  @Clause(4)
  @Test
  final void nothing_shows_in_what_prints() {
    Findings findings =
        new Findings("Nothing about the person and no key shows where it is printed");
    try (TestBench bench = TestBench.open(harness())) {
      for (CheckType each : bench.offered()) {
        Question question = bench.question(each);
        search(
            bench, findings, question, "toString of the factory", harness().factory().toString());
        search(bench, findings, question, "toString of the provider", bench.provider().toString());
        search(bench, findings, question, "offers()", bench.provider().offers().toString());
        search(
            bench,
            findings,
            question,
            "toString of the check",
            each.of(bench.provider()).toString());
        everything(
            bench,
            each,
            outcome -> {
              outcome
                  .receipt()
                  .ifPresent(
                      receipt ->
                          search(bench, findings, question, "the receipt", receipt.toString()));
              if (outcome instanceof Outcome.Answered answered) {
                search(bench, findings, question, "the answer", printed(answered.answer()));
              }
            });
      }
    }
    findings.report();
  }

  private static String printed(Answer<?> answer) {
    return answer.toString();
  }

  /** Proves that no thread is named after a person or a key. When it fails, name it otherwise. */
  @Clause(5)
  @Test
  final void nothing_shows_in_the_name_of_a_thread() {
    Findings findings = new Findings("Nothing about the person and no key names a thread");
    try (TestBench bench = TestBench.open(harness())) {
      for (CheckType each : bench.offered()) {
        List<ReplyExample> examples = harness().examples().examples(each);
        List<String> names = new ArrayList<>();
        bench
            .vendor()
            .answers(
                heard -> {
                  Thread.getAllStackTraces()
                      .keySet()
                      .forEach(thread -> names.add(thread.getName()));
                  return examples.get(0);
                });
        if (!examples.isEmpty()) {
          bench.ask(bench.question(each), CallContext.within(harness().timeouts().patience()));
        }
        search(
            bench,
            findings,
            bench.question(each),
            "the name of a thread",
            String.join("\n", names));
      }
    }
    findings.report();
  }

  /**
   * Proves that a vendor which quotes the person, in its message or where its code should be, is
   * not quoted in turn. When it fails, pass codes and ids through {@code Reply.coded} and {@code
   * Reply.identified}, and write reasons of your own.
   */
  @Clause(6)
  @Test
  final void what_a_vendor_quotes_is_not_quoted_in_turn() {
    Findings findings = new Findings("What a vendor quotes of the person is not quoted in turn");
    try (CapturedLogs logs = CapturedLogs.open();
        TestBench bench = TestBench.open(harness())) {
      for (CheckType each : bench.offered()) {
        int read = logs.lines().size();
        for (ReplyExample example : harness().examples().examples(each)) {
          if (example.means() instanceof Meaning.Failed<?>) {
            quoted(findings, bench, example);
          }
        }
        List<String> lines = logs.lines();
        lines.subList(read, lines.size()).stream()
            .filter(line -> !ofTheKit(line))
            .forEach(line -> search(bench, findings, bench.question(each), "a log", line));
      }
    }
    findings.report();
  }

  private void quoted(Findings findings, TestBench bench, ReplyExample example) {
    Question question = bench.question(example.check());
    for (String canary : question.canaries().values()) {
      List<String> bodies = new ArrayList<>();
      Json.object(example.body())
          .ifPresent(
              object -> {
                bodies.add(Json.texts(object, text -> canary).toString());
                bodies.add(
                    Json.texts(object, text -> text.equals(example.code()) ? text : canary)
                        .toString());
              });
      for (String body : bodies) {
        bench.vendor().says(example.body(body));
        Outcome outcome = bench.ask(question);
        thrown(outcome).ifPresent(text -> search(bench, findings, question, "an exception", text));
        outcome
            .receipt()
            .ifPresent(
                receipt -> search(bench, findings, question, "a receipt", receipt.toString()));
      }
    }
  }
}
