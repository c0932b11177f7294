package io.telproof.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.internal.CheckFacts;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.TestBench;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/** What every provider promises of its life, from opening to closing. */
@Clause.Prefix("LI")
@DisplayNameGeneration(ClauseNames.class)
public abstract class LifecycleContract {
  private static final Pattern NESTED = Pattern.compile(".*\\$[^/]*\\.class");

  /** For contract tests. */
  protected LifecycleContract() {}

  /** {@return the provider to be tested} */
  protected abstract ProviderHarness harness();

  /**
   * Proves that opening sends nothing. When it fails, look for a request in a constructor: an
   * application must start while its vendor is down.
   */
  @Clause(1)
  @Test
  final void opening_sends_nothing() {
    Findings findings = new Findings("Opening a provider sends nothing");
    try (TestBench bench = TestBench.open(harness())) {
      findings.unless(bench.sent() == 0, bench.sent() + " requests were sent while it was opened");
    }
    findings.report();
  }

  /**
   * Proves that the provider has its configured name, and that offers and checks agree: presence is
   * the declaration. When it fails, look at {@code name()} and {@code offers()}.
   */
  @Clause(2)
  @Test
  final void name_and_offers_say_what_is_there() {
    Findings findings = new Findings("Name and offers say what is there");
    try (TestBench bench = TestBench.open(harness())) {
      findings.unless(
          bench.provider().name().equals(TestBench.NAME),
          "name() is " + bench.provider().name() + ", but it was opened as " + TestBench.NAME);
      List<CheckType> offered = bench.offered();
      for (CheckType each : CheckType.values()) {
        boolean line =
            bench.provider().offers().stream().map(Offer::check).anyMatch(check -> check == each);
        findings.unless(
            line == offered.contains(each),
            "%s: %s, but offers() has %s line about it"
                .formatted(
                    each.key(),
                    offered.contains(each) ? "a check is there" : "there is no check",
                    line ? "a" : "no"));
      }
    }
    findings.report();
  }

  /** Proves that closing twice does nothing. When it fails, look at what {@code close} ends. */
  @Clause(3)
  @Test
  final void closing_twice_does_nothing() {
    Findings findings = new Findings("Closing a provider twice does nothing");
    try (TestBench bench = TestBench.open(harness())) {
      bench.provider().close();
      try {
        bench.provider().close();
      } catch (RuntimeException e) {
        findings.add("the second close throws " + e);
        // The stage closes it once more.
        throw new AssertionError("closing twice throws " + e.getClass().getSimpleName(), e);
      }
    }
    findings.report();
  }

  /**
   * Proves that a closed provider answers at once that it is UNAVAILABLE, and sends nothing. When
   * it fails, close the gateway in {@code close}.
   */
  @Clause(4)
  @Test
  final void a_closed_provider_is_UNAVAILABLE_and_sends_nothing() {
    Findings findings = new Findings("A closed provider is UNAVAILABLE, and sends nothing");
    try (TestBench bench = TestBench.open(harness())) {
      List<CheckType> offered = bench.offered();
      bench.provider().close();
      for (CheckType each : offered) {
        Outcome outcome = bench.ask(bench.question(each));
        findings.unless(
            outcome.is(FailureKind.UNAVAILABLE)
                && outcome.charge().equals(Optional.of(Charge.FREE)),
            each.key() + ": expected fails UNAVAILABLE, FREE; came to " + outcome.says());
      }
      findings.unless(bench.sent() == 0, bench.sent() + " requests were sent");
    }
    findings.report();
  }

  /**
   * Proves that closing leaves a question that was sent to finish. When it fails, shut down, and do
   * not cancel.
   */
  @Clause(5)
  @Test
  final void closing_leaves_a_call_to_finish() throws InterruptedException {
    Findings findings = new Findings("Closing leaves a call that is under way to finish");
    for (CheckType each : offered()) {
      Optional<ReplyExample> answer =
          harness().examples().examples(each).stream()
              .filter(example -> example.means() instanceof Meaning.Value<?>)
              .findFirst();
      if (answer.isPresent()) {
        closedMeanwhile(findings, each, answer.get());
      }
    }
    findings.report();
  }

  private List<CheckType> offered() {
    try (TestBench bench = TestBench.open(harness())) {
      return bench.offered();
    }
  }

  private void closedMeanwhile(Findings findings, CheckType check, ReplyExample example)
      throws InterruptedException {
    long patience = harness().timeouts().patience().toMillis();
    CountDownLatch heard = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (TestBench bench = TestBench.open(harness())) {
      bench
          .vendor()
          .answers(
              words -> {
                heard.countDown();
                closed.await(patience, TimeUnit.MILLISECONDS);
                return example;
              });
      TestBench.PendingQuestion asking =
          bench.asking(bench.question(check), CallContext.within(harness().timeouts().patience()));
      asking.thread().start();
      heard.await(patience, TimeUnit.MILLISECONDS);
      bench.provider().close();
      closed.countDown();
      Outcome outcome = asking.outcome(harness().timeouts().patience());
      findings.unless(
          outcome.means(example.means()),
          "%s: closed while the vendor answered %s, the call came to %s"
              .formatted(check.key(), example, outcome.says()));
    }
  }

  /**
   * Proves that the threads which a provider started end when it is closed. When it fails, shut
   * down the executor that the message names.
   */
  @Clause(6)
  @Test
  final void closing_ends_the_threads_it_started() throws InterruptedException {
    Findings findings = new Findings("Closing a provider ends the threads that it started");
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (TestBench bench = TestBench.open(harness())) {
      bench.offered().forEach(each -> bench.ask(bench.question(each)));
      Set<Thread> started = Thread.getAllStackTraces().keySet();
      bench.provider().close();
      long patience = harness().timeouts().patience().toMillis() / 2;
      for (Thread thread : started) {
        if (!before.contains(thread) && !ofTheKit(thread)) {
          thread.join(patience);
          // Its own name may have come back only now.
          findings.unless(
              !thread.isAlive() || ofTheKit(thread),
              "the thread " + thread.getName() + " is left: who shuts it down?");
        }
      }
    }
    findings.report();
  }

  /**
   * OkHttp keeps a few threads of its own for all clients, and names them by what they do; the
   * others are the vendor's.
   */
  private static boolean ofTheKit(Thread thread) {
    return thread.getName().startsWith("OkHttp TaskRunner")
        || thread.getName().startsWith("OkHttp ConnectionPool")
        || thread.getName().startsWith("MockWebServer")
        || thread.getName().startsWith("kit-");
  }

  /** Proves that two openings are two. When it fails, look for what is static. */
  @Clause(7)
  @Test
  final void closing_one_provider_leaves_another_open() {
    Findings findings = new Findings("Closing one provider leaves another open");
    try (TestBench bench = TestBench.open(harness())) {
      VerificationProvider other = bench.opened("other", bench.environment());
      other.close();
      for (CheckType each : bench.offered()) {
        Outcome outcome = bench.ask(bench.question(each));
        findings.unless(
            !outcome.is(FailureKind.UNAVAILABLE) && outcome.meaning().isPresent(),
            each.key() + ": after another one was closed, it came to " + outcome.says());
      }
    }
    findings.report();
  }

  /**
   * Proves that what is offered is tested: beside this test there is a contract test for each check
   * that the provider offers, named so that everybody finds it, and none for a check that it does
   * not offer. When it fails, write the five lines that are missing.
   */
  @Clause(8)
  @Test
  final void there_is_a_contract_test_for_each_check_offered_and_no_other() {
    Findings findings = new Findings("There is a contract test for each check that is offered");
    Set<CheckType> tested = EnumSet.noneOf(CheckType.class);
    for (JavaClass each : beside()) {
      for (CheckType type : CheckType.values()) {
        if (each.isAssignableTo(CheckFacts.of(type).contract())) {
          tested.add(type);
          findings.unless(
              each.getSimpleName().endsWith("ContractTest"),
              each.getSimpleName() + " is a contract test: let its name end in ContractTest");
        }
      }
    }
    List<CheckType> offered = offered();
    for (CheckType each : CheckType.values()) {
      findings.unless(
          tested.contains(each) || !offered.contains(each),
          each.key() + " is offered, but no class in " + getClass().getPackageName() + " tests it");
      findings.unless(
          !tested.contains(each) || offered.contains(each),
          each.key() + " has a contract test, but is not offered");
    }
    boolean tokens = beside().stream().anyMatch(each -> each.isAssignableTo(TokenContract.class));
    findings.unless(
        tokens == harness().tokens().isPresent(),
        tokens
            ? "there is a contract test for tokens, but tokens() of the harness is empty"
            : "the vendor gives tokens, but no class in "
                + getClass().getPackageName()
                + " extends TokenContract");
    findings.report();
  }

  /** The top-level classes of this test's package. */
  private JavaClasses beside() {
    return new ClassFileImporter()
        .withImportOption(location -> !location.matches(NESTED))
        .importPackages(getClass().getPackageName());
  }
}
