package io.telproof.testkit.internal;

import io.telproof.CallContext;
import io.telproof.CodeVerdict;
import io.telproof.VerificationException;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.spi.AccountLimits;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.time.Time;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.ReplyExample;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A provider before its vendor, for the length of one clause. */
public final class TestBench implements AutoCloseable {
  public static final String NAME = "main";

  /** Said once by every clause that asks about a code, in the place of what would come of it. */
  private static final String NO_NAME_ALONE =
      "an offer serves claims of a name alone, and examplesOfNameAlone() of the harness is empty";

  private static final String NO_HANDLES =
      "the provider opens the handles of codes, but it gives none: so every handle is REJECTED, and"
          + " nothing is sent. Offer CODE_DELIVERY too, bind the vendor's handle there with"
          + " CodeHandles.bind, and add a reply example of CODE_DELIVERY that has a handle";

  private final ProviderHarness harness;
  private final ScriptedVendor vendor;
  private final Sandbox sandbox;
  private final Optional<Sandbox> tokenHost;
  private final ProviderEnvironment environment;
  private final VerificationProvider provider;
  private final SentCodes codes;

  private TestBench(
      ProviderHarness harness,
      InstantSource vendorClock,
      Time time,
      RateLimiters limiters,
      Optional<CredentialsSource> keys,
      AccountLimits limits) {
    this.harness = harness;
    this.vendor = new ScriptedVendor(harness.vendor(), harness.tokens());
    SandboxOptions options = new SandboxOptions(0, vendorClock, List.of(vendor));
    this.sandbox = Sandbox.start(options);
    this.tokenHost = harness.tokens().map(given -> Sandbox.start(options));
    this.environment = new ProviderEnvironment(time, limiters, keys).withLimits(limits);
    this.provider = opened(NAME, environment);
    this.codes = new SentCodes(harness, keys);
  }

  /** Permits for everybody, and the vendor's clock beside ours. */
  public static TestBench open(ProviderHarness harness) {
    return open(harness, RecordedRateLimiters.open());
  }

  public static TestBench open(ProviderHarness harness, RateLimiters limiters) {
    return open(harness, limiters, AccountLimits.NONE);
  }

  /** With limits that the configuration gives the account. */
  public static TestBench open(
      ProviderHarness harness, RateLimiters limiters, AccountLimits configured) {
    StepTime time = new StepTime();
    return new TestBench(harness, time.vendors(), time, limiters, Optional.empty(), configured);
  }

  public static TestBench open(ProviderHarness harness, CredentialsSource keys) {
    return open(harness, Optional.of(keys));
  }

  static TestBench open(ProviderHarness harness, Optional<CredentialsSource> keys) {
    StepTime time = new StepTime();
    return new TestBench(
        harness, time.vendors(), time, RecordedRateLimiters.open(), keys, AccountLimits.NONE);
  }

  /** By this time alone, the vendor's clock included. */
  public static TestBench open(ProviderHarness harness, Time time, RateLimiters limiters) {
    return new TestBench(harness, time::now, time, limiters, Optional.empty(), AccountLimits.NONE);
  }

  public static TestBench open(ProviderHarness harness, InstantSource vendorClock, Time time) {
    return new TestBench(
        harness,
        vendorClock,
        time,
        RecordedRateLimiters.open(),
        Optional.empty(),
        AccountLimits.NONE);
  }

  public ScriptedVendor vendor() {
    return vendor;
  }

  /** Where the questions go. */
  public Sandbox sandbox() {
    return sandbox;
  }

  /** Whatever was sent, to either host. */
  public long sent() {
    return sandbox.bill().requests() + tokenHost.map(host -> host.bill().requests()).orElse(0L);
  }

  /** What the next questions meet. */
  public FaultQueue faults() {
    return vendor.faults();
  }

  public VerificationProvider provider() {
    return provider;
  }

  public ProviderEnvironment environment() {
    return environment;
  }

  public Endpoint endpoint() {
    return Endpoint.of(sandbox.endpoint().toString());
  }

  /** One more opening of the provider. */
  public VerificationProvider opened(String name, ProviderEnvironment with) {
    return opened(name, endpoint(), with);
  }

  /** One more opening, which looks for the vendor elsewhere. */
  public VerificationProvider opened(String name, Endpoint endpoint, ProviderEnvironment with) {
    Endpoint tokens =
        tokenHost.map(host -> Endpoint.of(host.endpoint().toString())).orElse(endpoint);
    return harness.open(name, endpoint, tokens, with);
  }

  /** The codes that the provider sent, in another opening of the same account. */
  public SentCodes codes() {
    return codes;
  }

  /** The checks that the provider offers. */
  public List<CheckType> offered() {
    return Arrays.stream(CheckType.values()).filter(each -> each.offeredBy(provider)).toList();
  }

  /**
   * A question about the test person.
   *
   * @throws AssertionError where codes are known by handles that nobody gives
   */
  public Question question(CheckType check) {
    if (check == CheckType.CODE_VERIFICATION
        && harness.codesKnownByHandle()
        && !handlesAreGiven()) {
      throw new AssertionError(NO_HANDLES);
    }
    return Question.of(check, harness.person());
  }

  /** Whether a question is put to this operation, and to none before it. */
  public boolean asks(Question question, Offer offer) {
    Object query = question.query(Optional.empty());
    return provider.offers().stream()
        .filter(each -> each.check() == offer.check() && each.serves(query))
        .findFirst()
        .filter(first -> first.operation().equals(offer.operation()))
        .isPresent();
  }

  /** A question that is put to this operation; empty where the kit has none. */
  public Optional<Question> variant(Offer offer) {
    Question question = Question.of(offer.check(), harness.person());
    return CheckFacts.of(offer.check()).queries().stream()
        .map(question::asking)
        .filter(each -> asks(each, offer))
        .findFirst();
  }

  /**
   * A question that is put to this operation.
   *
   * @throws AssertionError where the kit has none
   */
  public Question question(Offer offer) {
    question(offer.check());
    return variant(offer)
        .orElseThrow(() -> new AssertionError("no question is for " + offer.operation()));
  }

  /** What the vendor may say to a question. */
  public List<ReplyExample> examples(Question question) {
    return (question.isOfNameAlone()
            ? harness.examplesOfNameAlone().orElseThrow(() -> new AssertionError(NO_NAME_ALONE))
            : harness.examples())
        .examples(question.check());
  }

  /** Puts a question and waits for what comes of it, with all the time in the world. */
  public Outcome ask(Question question) {
    return ask(question, CallContext.within(harness.timeouts().patience()));
  }

  public Outcome ask(Question question, CallContext context) {
    PendingQuestion asking = asking(question, context);
    int before = vendor.requests();
    asking.thread().start();
    return looked(question, before, asking.outcome(harness.timeouts().patience()));
  }

  /** Handles are given by the sending of codes alone. */
  private boolean handlesAreGiven() {
    return SentCodes.example(harness).isPresent() && CheckType.CODE_DELIVERY.offeredBy(provider);
  }

  /** A provider that opens handles shows it too where the harness does not say so yet. */
  private Outcome looked(Question question, int before, Outcome outcome) {
    if (question.check() == CheckType.CODE_VERIFICATION
        && question.claimed().isEmpty()
        && !handlesAreGiven()
        && vendor.requests() == before
        && outcome.means(Meaning.value(CodeVerdict.REJECTED))) {
      throw new AssertionError(NO_HANDLES);
    }
    return outcome;
  }

  /** A question that is put once its thread is started. */
  public PendingQuestion asking(Question question, CallContext context) {
    return asking(question, context, provider);
  }

  PendingQuestion asking(Question question, CallContext context, VerificationProvider asked) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Optional<String> handle = codes.handle(question);
    Thread thread =
        new Thread(
            () -> {
              Outcome came = put(question, context, asked, handle);
              interrupted.complete(Thread.currentThread().isInterrupted());
              outcome.complete(came);
            },
            "kit-caller");
    thread.setDaemon(true);
    return new PendingQuestion(thread, outcome, interrupted);
  }

  public Outcome put(Question question, CallContext context, VerificationProvider asked) {
    int before = vendor.requests();
    return looked(question, before, put(question, context, asked, codes.handle(question)));
  }

  private static Outcome put(
      Question question, CallContext context, VerificationProvider asked, Optional<String> handle) {
    try {
      return new Outcome.Answered(question.put(asked, context, handle), question.number().e164());
    } catch (VerificationException e) {
      return new Outcome.Failed(e);
    } catch (Throwable e) {
      return new Outcome.Threw(e);
    }
  }

  /** A question under way. */
  public record PendingQuestion(
      Thread thread, CompletableFuture<Outcome> future, CompletableFuture<Boolean> interrupted) {
    /** What came of it; the question is given up where nothing came. */
    public Outcome outcome(Duration patience) {
      try {
        return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        thread.interrupt();
        return new Outcome.Nothing();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Outcome.Threw(e);
      } catch (ExecutionException e) {
        return new Outcome.Threw(e);
      }
    }
  }

  @Override
  public void close() {
    provider.close();
    sandbox.close();
    tokenHost.ifPresent(Sandbox::close);
  }
}
