package io.telproof.testkit;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.spi.AccountLimits;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import io.telproof.testkit.internal.Findings;
import io.telproof.testkit.internal.Outcome;
import io.telproof.testkit.internal.Question;
import io.telproof.testkit.internal.RecordedRateLimiters;
import io.telproof.testkit.internal.StepTime;
import io.telproof.testkit.internal.TestBench;
import io.telproof.testkit.internal.Vocabulary;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * What every provider promises of its vendor's limits. How a limit is kept is the business of
 * {@link io.telproof.testkit.ratelimit.RateLimiterContract}; here it is the provider that declares
 * the right one and uses it rightly.
 */
@Clause.Prefix("QK")
@DisplayNameGeneration(ClauseNames.class)
public abstract class RateLimitContract {
  /** Enough for two windows and a bit of any limit that a person writes on a page. */
  private static final int MOST = 600;

  /** Nobody's page says this. */
  private static final RateLimits BOUGHT =
      RateLimits.of(RateLimit.perSecond(3), RateLimit.of("1009/day"))
          .withTravel(Duration.ofMillis(31));

  private static final CallContext PATIENT = CallContext.within(Duration.ofHours(1));

  /** For contract tests. */
  protected RateLimitContract() {}

  /** {@return the provider to be tested} */
  protected abstract ProviderHarness harness();

  /**
   * {@return where the limits are kept: in this process, unless it is overridden}
   *
   * @param time the only time they may go by
   */
  protected RateLimiters rateLimiters(Time time) {
    return RateLimiters.local(time);
  }

  /**
   * Proves that in no window of the limit's period the vendor receives more requests than the offer
   * allows. When it fails, look at the {@code Limit} that the operation asks {@code RateLimiters}
   * for.
   */
  @Clause(1)
  @Test
  final void no_window_at_the_vendor_holds_more_than_the_limit() throws InterruptedException {
    Findings findings = new Findings("No window at the vendor holds more than the limit");
    for (Offer offer : offers()) {
      RateLimit limit = shortest(offer);
      List<Long> sent = run(offer, limit.period().multipliedBy(9).dividedBy(10));
      for (int i = 0; i + limit.permits() < sent.size(); i++) {
        Duration between = Duration.ofNanos(sent.get(i + limit.permits()) - sent.get(i));
        if (between.compareTo(limit.period()) < 0) {
          findings.add(
              "%s: the limit is %s, but %d requests came within %s"
                  .formatted(offer.operation(), limit, limit.permits() + 1, between));
          break;
        }
      }
    }
    findings.report();
  }

  /**
   * Proves that the whole limit can be used: as many as it allows at once, and on after a period.
   * When it fails, look for a lower limit, or for a fixed pause between two requests.
   */
  @Clause(2)
  @Test
  final void the_whole_limit_can_be_used_at_once() throws InterruptedException {
    Findings findings = new Findings("The whole limit can be used at once");
    for (Offer offer : offers()) {
      List<Long> sent = run(offer, Duration.ZERO);
      int first = Math.min(sent.size(), shortest(offer).permits());
      long last = first == 0 ? Long.MAX_VALUE : sent.get(first - 1) - sent.get(0);
      findings.unless(
          last == 0,
          "%s: the limit is %s, but the first %d requests were spread over %s"
              .formatted(offer.operation(), shortest(offer), first, Duration.ofNanos(last)));
    }
    findings.report();
  }

  private List<Offer> offers() {
    try (TestBench bench = TestBench.open(harness())) {
      return bench.provider().offers();
    }
  }

  /**
   * When the requests of one caller came, in virtual nanoseconds: one, a pause, and then as many as
   * it is let. A pause just short of the period shows who counts by the clock's seconds, or by a
   * window that begins with the first request.
   */
  private List<Long> run(Offer offer, Duration pause) throws InterruptedException {
    VirtualTime time = VirtualTime.at(StepTime.START);
    try (TestBench bench = TestBench.open(harness(), time, rateLimiters(time))) {
      answer(bench, bench.question(offer));
      int questions = Math.min(MOST, 2 * shortest(offer).permits() + 2);
      Question question = bench.question(offer);
      time.run(
          List.of(
              () -> {
                for (int i = 0; i < questions; i++) {
                  bench.put(question, PATIENT, bench.provider());
                  time.await(i == 0 ? pause : Duration.ZERO);
                }
              }));
      return bench.vendor().seen().stream()
          .map(seen -> Duration.between(StepTime.START, seen.at()).toNanos())
          .toList();
    }
  }

  private void answer(TestBench bench, CheckType check) {
    answer(bench, bench.question(check));
  }

  private void answer(TestBench bench, Question question) {
    bench.examples(question).stream()
        .filter(example -> Vocabulary.of(example).stream().noneMatch(FailureKind.class::isInstance))
        .findFirst()
        .ifPresent(bench.vendor()::says);
  }

  /**
   * Proves that who cannot wait is told so at once, for free, and when to come again. When it
   * fails, pass what is left of the caller's time to {@code RateLimiter.acquire}.
   */
  @Clause(3)
  @Test
  final void a_wait_that_outlasts_the_deadline_is_THROTTLED_at_once_and_free()
      throws InterruptedException {
    Findings findings = new Findings("A wait that would outlast the deadline is THROTTLED at once");
    for (Offer offer : offers()) {
      VirtualTime time = VirtualTime.at(StepTime.START);
      try (TestBench bench = TestBench.open(harness(), time, rateLimiters(time))) {
        Question question = bench.question(offer);
        answer(bench, question);
        int permits = Math.min(MOST, shortest(offer).permits());
        for (int i = 0; i < permits; i++) {
          bench.ask(question, PATIENT);
        }
        long at = time.nanos();
        Outcome outcome =
            bench.ask(question, CallContext.within(shortest(offer).period().dividedBy(10)));
        hurried(findings, offer, outcome);
        findings.unless(
            bench.vendor().requests() == permits && time.nanos() == at,
            offer.operation() + ": it waited, or a request was sent");
      }
    }
    findings.report();
  }

  private static void hurried(Findings findings, Offer offer, Outcome outcome) {
    boolean told =
        outcome instanceof Outcome.Failed failed && told(failed.failure(), shortest(offer));
    findings.unless(
        told,
        "%s: with a tenth of %s left and the limit used up, expected fails THROTTLED, FREE with a"
                .formatted(offer.operation(), shortest(offer).period())
            + " retryAfter of about a period; came to "
            + outcome.says());
  }

  private static RateLimit shortest(Offer offer) {
    return offer.limits().all().get(0);
  }

  private static boolean told(VerificationException failure, RateLimit limit) {
    return failure.kind() == FailureKind.THROTTLED
        && failure.charge() == Charge.FREE
        && failure
            .retryAfter()
            .filter(wait -> wait.compareTo(limit.period().multipliedBy(2)) < 0)
            .isPresent();
  }

  /**
   * Proves that permits are taken from the rate limiters of the environment, with the limit of the
   * offer where the configuration gives no other: only so can many processes share one. Where the
   * vendor counts the whole account as well, a permit is one of each rate limiter. When it fails,
   * look for {@code RateLimiters.local} in the provider, or for a rate limiter that is asked twice.
   */
  @Clause(4)
  @Test
  final void
      each_check_takes_one_permit_from_the_rate_limiters_of_the_application_at_the_offered_limit() {
    Findings findings =
        new Findings("Each check takes one permit from the environment's rate limiters");
    RecordedRateLimiters limiters = RecordedRateLimiters.open();
    try (TestBench bench = TestBench.open(harness(), limiters)) {
      for (Offer offer : bench.provider().offers()) {
        Question question = bench.question(offer);
        tokenFirst(bench, question);
        int before = limiters.given().size();
        answer(bench, question);
        bench.ask(question);
        List<RecordedRateLimiters.RecordedPermit> given =
            limiters.given().subList(before, limiters.given().size());
        // Two, where an operation has no limit of its own and offers that of the account.
        findings.unless(
            isOneOfEach(given) && at(given, offer.limits()) > 0,
            "%s: expected one permit at %s, but it took %s"
                .formatted(
                    offer.operation(),
                    offer.limits(),
                    given.stream()
                        .map(permit -> permit.key() + " at " + permit.limits())
                        .toList()));
      }
    }
    findings.report();
  }

  /** A vendor may count a question twice, for the operation and for the account: once for each. */
  private static boolean isOneOfEach(List<RecordedRateLimiters.RecordedPermit> given) {
    return given.stream().map(RecordedRateLimiters.RecordedPermit::key).distinct().count()
        == given.size();
  }

  private static long at(List<RecordedRateLimiters.RecordedPermit> given, RateLimits limits) {
    return given.stream().filter(permit -> permit.limits().equals(limits)).count();
  }

  /** A vendor may count the exchange of a token, and it is no question. */
  private void tokenFirst(TestBench bench, Question question) {
    if (harness().tokens().isPresent()) {
      answer(bench, question);
      bench.ask(question);
    }
  }

  private Outcome ask(TestBench bench, CheckType check) {
    answer(bench, check);
    return bench.ask(bench.question(check));
  }

  /**
   * Proves that two checks share a limit only where the harness says that the vendor counts them
   * together. When it fails, look at the key that {@code RateLimiters.limit} is given.
   */
  @Clause(5)
  @Test
  final void checks_share_a_limit_exactly_where_it_is_declared() {
    Findings findings = new Findings("Checks share a limit exactly where it is declared");
    Map<CheckType, Set<String>> keys = new EnumMap<>(CheckType.class);
    RecordedRateLimiters limiters = RecordedRateLimiters.open();
    try (TestBench bench = TestBench.open(harness(), limiters)) {
      for (CheckType each : bench.offered()) {
        keys.put(each, keys(bench, bench.provider(), limiters, each));
      }
    }
    for (CheckType one : keys.keySet()) {
      for (CheckType other : keys.keySet()) {
        boolean declared =
            harness().sharedLimits().stream()
                .anyMatch(set -> set.contains(one) && set.contains(other));
        if (one.compareTo(other) < 0) {
          findings.unless(
              keys.get(one).stream().anyMatch(keys.get(other)::contains) == declared,
              "%s takes its permits from %s and %s from %s; sharedLimits() says %s"
                  .formatted(
                      one.key(),
                      keys.get(one),
                      other.key(),
                      keys.get(other),
                      declared ? "that they share one" : "nothing of a common limit"));
        }
      }
    }
    findings.report();
  }

  private Set<String> keys(
      TestBench bench,
      VerificationProvider provider,
      RecordedRateLimiters limiters,
      CheckType check) {
    int before = limiters.given().size();
    answer(bench, check);
    bench.put(bench.question(check), CallContext.standard(), provider);
    return limiters.given().subList(before, limiters.given().size()).stream()
        .map(RecordedRateLimiters.RecordedPermit::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Proves that two accounts have limits of their own, and one account that is opened twice has
   * one. Another account is another key id, or another host. When it fails, take the limit from
   * {@code AccountRateLimiters}, made of the endpoint and the credentials.
   */
  @Clause(6)
  @Test
  final void an_account_has_its_own_limits_however_often_it_is_opened() {
    Findings findings =
        new Findings("An account has limits of its own, however often it is opened");
    RecordedRateLimiters limiters = RecordedRateLimiters.open();
    try (TestBench bench = TestBench.open(harness(), limiters);
        VerificationProvider again = reopened(bench, TestBench.NAME);
        VerificationProvider other = ofAnotherKey(bench);
        VerificationProvider elsewhere = atAnotherHost(bench)) {
      for (CheckType each : bench.offered()) {
        Set<String> first = keys(bench, bench.provider(), limiters, each);
        findings.unless(!first.isEmpty(), each.key() + ": it takes no permit");
        Set<String> second = keys(bench, again, limiters, each);
        findings.unless(
            first.equals(second),
            each.key() + ": the same account opened twice counts " + first + " and " + second);
        Set<String> others = keys(bench, other, limiters, each);
        findings.unless(
            others.stream().noneMatch(first::contains),
            each.key() + ": two accounts with two key ids share the key " + others);
        Set<String> there = keys(bench, elsewhere, limiters, each);
        findings.unless(
            there.stream().noneMatch(first::contains),
            each.key() + ": two accounts at two hosts share the key " + there);
      }
    }
    findings.report();
  }

  private VerificationProvider ofAnotherKey(TestBench bench) {
    Credentials another = harness().foreignCredentials("another");
    ProviderEnvironment environment = bench.environment();
    // Without a token nobody gets as far as a permit.
    bench.vendor().tokens().toAnybody();
    return bench.opened(
        TestBench.NAME,
        new ProviderEnvironment(
            environment.time(), environment.rateLimiters(), Optional.of(() -> another)));
  }

  private VerificationProvider atAnotherHost(TestBench bench) {
    URI here = bench.sandbox().endpoint();
    String there = here.getHost().equals("localhost") ? "127.0.0.1" : "localhost";
    Endpoint endpoint = Endpoint.of("http://" + there + ":" + here.getPort());
    return bench.opened(TestBench.NAME, endpoint, bench.environment());
  }

  /**
   * Proves that one account which is configured under two names has one limit: the vendor counts
   * both. When it fails, leave the provider's name out of the key.
   */
  @Clause(10)
  @Test
  final void an_account_under_two_names_has_one_limit() {
    Findings findings = new Findings("An account under two names has one limit");
    RecordedRateLimiters limiters = RecordedRateLimiters.open();
    try (TestBench bench = TestBench.open(harness(), limiters);
        VerificationProvider namesake = reopened(bench, "other")) {
      for (CheckType each : bench.offered()) {
        Set<String> first = keys(bench, bench.provider(), limiters, each);
        Set<String> second = keys(bench, namesake, limiters, each);
        findings.unless(
            first.equals(second),
            each.key()
                + ": one account, called main and other, counts "
                + first
                + " and "
                + second);
      }
    }
    findings.report();
  }

  private VerificationProvider reopened(TestBench bench, String name) {
    return bench.opened(name, bench.environment());
  }

  /**
   * Proves that a permit is used up when the request is written out, and given back where nothing
   * was sent. When it fails, look for a permit that is not closed.
   */
  @Clause(7)
  @Test
  final void a_permit_is_used_by_what_is_sent_and_given_back_by_what_is_not() {
    Findings findings = new Findings("A permit is used by what is sent, and given back otherwise");
    RecordedRateLimiters limiters = RecordedRateLimiters.open();
    try (TestBench bench = TestBench.open(harness(), limiters)) {
      for (CheckType each : bench.offered()) {
        ask(bench, each);
        ended(findings, each, "after an answer", last(limiters), "sent");
      }
      bench.sandbox().close();
      // Of the connections that are kept, one or the other may be found dead only now.
      bench.offered().forEach(each -> ask(bench, each));
      try (VerificationProvider fresh = reopened(bench, TestBench.NAME)) {
        for (CheckType each : bench.offered()) {
          int before = limiters.given().size();
          bench.put(bench.question(each), CallContext.standard(), asked(bench, fresh));
          boolean untaken = limiters.given().size() == before;
          if (!untaken || harness().tokens().isEmpty()) {
            ended(findings, each, "after a refused connection", last(limiters), "closed");
          }
        }
      }
    }
    findings.report();
  }

  /** Where there are tokens, one that has its own: without, nobody gets as far as a permit. */
  private VerificationProvider asked(TestBench bench, VerificationProvider fresh) {
    return harness().tokens().isPresent() ? bench.provider() : fresh;
  }

  private static Optional<RecordedRateLimiters.RecordedPermit> last(RecordedRateLimiters limiters) {
    List<RecordedRateLimiters.RecordedPermit> given = limiters.given();
    return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
  }

  private static void ended(
      Findings findings,
      CheckType check,
      String when,
      Optional<RecordedRateLimiters.RecordedPermit> permit,
      String expected) {
    List<String> events = permit.map(given -> List.copyOf(given.events())).orElse(List.of());
    findings.unless(
        !events.isEmpty() && events.get(0).equals(expected),
        "%s: %s the permit should first be %s, but was %s"
            .formatted(check.key(), when, expected, events.isEmpty() ? "left open" : events));
  }

  /**
   * Proves that the wait for a permit counts against the caller's time. When it fails, give {@code
   * take} what is left of {@code CallContext.within()}.
   */
  @Clause(8)
  @Test
  final void the_wait_for_a_permit_counts_against_the_callers_time() {
    Findings findings = new Findings("The wait for a permit counts against the caller's time");
    RecordedRateLimiters limiters = RecordedRateLimiters.open();
    Duration within = Duration.ofSeconds(4);
    try (TestBench bench = TestBench.open(harness(), limiters)) {
      for (CheckType each : bench.offered()) {
        answer(bench, each);
        bench.ask(bench.question(each), CallContext.within(within));
        Duration given =
            last(limiters).map(RecordedRateLimiters.RecordedPermit::within).orElse(Duration.ZERO);
        findings.unless(
            given.compareTo(within) <= 0 && !given.isZero(),
            "%s: the caller has %s, but the rate limiter was told to wait for up to %s"
                .formatted(each.key(), within, given));
      }
    }
    findings.report();
  }

  /** Proves that what is not sent takes no permit. When it fails, look before the wait. */
  @Clause(9)
  @Test
  final void a_question_that_is_not_covered_takes_no_permit() {
    Findings findings = new Findings("A question that is not covered takes no permit");
    RecordedRateLimiters limiters = RecordedRateLimiters.open();
    try (TestBench bench = TestBench.open(harness(), limiters)) {
      for (CheckType each : bench.offered()) {
        for (PhoneNumber number : harness().uncovered(each)) {
          bench.ask(bench.question(each).of(number));
          findings.unless(limiters.given().isEmpty(), each.key() + " took a permit for " + number);
        }
      }
    }
    findings.report();
  }

  /**
   * Proves that limits which the configuration gives an account are kept to, whatever the offer
   * says, under the word of the check and under the name of the operation. When it fails, ask
   * {@code AccountRateLimiters.limiter} with the offer; for a limit that several operations share,
   * with {@code environment.limits().of(offer)}.
   */
  @Clause(11)
  @Test
  final void a_limit_that_the_configuration_gives_the_account_is_kept_to_whatever_the_offer_says() {
    Findings findings = new Findings("A limit of the configuration is kept to");
    List<Offer> offers = offers();
    configured(findings, offers, offer -> offer.check().key());
    configured(findings, offers, Offer::operation);
    findings.report();
  }

  private void configured(Findings findings, List<Offer> offers, Function<Offer, String> name) {
    AccountLimits configured =
        new AccountLimits(
            offers.stream().collect(Collectors.toMap(name, offer -> BOUGHT, (one, other) -> one)));
    RecordedRateLimiters limiters = RecordedRateLimiters.open();
    try (TestBench bench = TestBench.open(harness(), limiters, configured)) {
      for (Offer offer : offers) {
        Question question = bench.question(offer);
        tokenFirst(bench, question);
        int before = limiters.given().size();
        answer(bench, question);
        bench.ask(question);
        List<RecordedRateLimiters.RecordedPermit> given =
            limiters.given().subList(before, limiters.given().size());
        findings.unless(
            isOneOfEach(given) && at(given, BOUGHT) == 1,
            "%s: the configuration says %s = %s, but it took its permits at %s"
                .formatted(
                    offer.operation(),
                    name.apply(offer),
                    BOUGHT,
                    given.stream().map(RecordedRateLimiters.RecordedPermit::limits).toList()));
      }
    }
  }

  /**
   * Proves that rate limiters are asked for while the provider is opened: where one account has two
   * names and two limits, the second opening has to be refused, and not somebody's first question.
   * When it fails, ask {@code AccountRateLimiters} in the constructor.
   */
  @Clause(12)
  @Test
  final void every_rate_limiter_is_asked_for_while_the_provider_is_opened() {
    Findings findings = new Findings("Every rate limiter is asked for as the provider is opened");
    RecordedRateLimiters limiters = RecordedRateLimiters.open();
    try (TestBench bench = TestBench.open(harness(), limiters)) {
      Set<String> opened = limiters.opened();
      for (CheckType each : bench.offered()) {
        Set<String> late = keys(bench, bench.provider(), limiters, each);
        late.removeAll(opened);
        findings.unless(
            late.isEmpty(), each.key() + ": it asked for " + late + " with its first question");
      }
    }
    findings.report();
  }
}
