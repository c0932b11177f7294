package io.telproof.testkit;

import io.telproof.CallContext;
import io.telproof.VerificationException;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.spi.Capability;
import io.telproof.spi.CredentialsSource;
import io.telproof.spi.Endpoint;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.Quotas;
import io.telproof.spi.Time;
import io.telproof.spi.VerificationProvider;
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
final class Stage implements AutoCloseable {
  static final String NAME = "main";
  private final ProviderHarness harness;
  private final ScriptedVendor vendor;
  private final Sandbox sandbox;
  private final ProviderEnvironment environment;
  private final VerificationProvider provider;
  private final SentCodes codes;

  private Stage(
      ProviderHarness harness,
      InstantSource vendorClock,
      Time time,
      Quotas quotas,
      Optional<CredentialsSource> keys) {
    this.harness = harness;
    this.vendor = new ScriptedVendor(harness.vendor());
    this.sandbox = Sandbox.start(new SandboxOptions(0, vendorClock, List.of(vendor)));
    this.environment = new ProviderEnvironment(time, quotas, keys);
    this.provider = harness.open(NAME, endpoint(), environment);
    this.codes = new SentCodes(harness, keys);
  }

  /** Turns for everybody, and the vendor's clock beside ours. */
  static Stage open(ProviderHarness harness) {
    return open(harness, RecordedQuotas.open());
  }

  static Stage open(ProviderHarness harness, Quotas quotas) {
    StepTime time = new StepTime();
    return new Stage(harness, time.vendors(), time, quotas, Optional.empty());
  }

  static Stage open(ProviderHarness harness, CredentialsSource keys) {
    return open(harness, Optional.of(keys));
  }

  static Stage open(ProviderHarness harness, Optional<CredentialsSource> keys) {
    StepTime time = new StepTime();
    return new Stage(harness, time.vendors(), time, RecordedQuotas.open(), keys);
  }

  /** By this time alone, the vendor's clock included. */
  static Stage open(ProviderHarness harness, Time time, Quotas quotas) {
    return new Stage(harness, time::now, time, quotas, Optional.empty());
  }

  static Stage open(ProviderHarness harness, InstantSource vendorClock, Time time) {
    return new Stage(harness, vendorClock, time, RecordedQuotas.open(), Optional.empty());
  }

  ScriptedVendor vendor() {
    return vendor;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  VerificationProvider provider() {
    return provider;
  }

  ProviderEnvironment environment() {
    return environment;
  }

  Endpoint endpoint() {
    return Endpoint.of(sandbox.endpoint().toString());
  }

  /** The codes that the provider sent, in another opening of the same account. */
  SentCodes codes() {
    return codes;
  }

  /** The checks that the provider offers. */
  List<Capability> offered() {
    return Arrays.stream(Capability.values()).filter(each -> each.offeredBy(provider)).toList();
  }

  Question question(Capability capability) {
    return Question.of(capability, harness.sample());
  }

  /** Puts a question and waits for what comes of it, with all the time in the world. */
  Outcome ask(Question question) {
    return ask(question, CallContext.within(harness.pace().patience()));
  }

  Outcome ask(Question question, CallContext context) {
    Asking asking = asking(question, context);
    asking.thread().start();
    return asking.outcome(harness.pace().patience());
  }

  /** A question that is put once its thread is started. */
  Asking asking(Question question, CallContext context) {
    return asking(question, context, provider);
  }

  Asking asking(Question question, CallContext context, VerificationProvider asked) {
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
    return new Asking(thread, outcome, interrupted);
  }

  Outcome put(Question question, CallContext context, VerificationProvider asked) {
    return put(question, context, asked, codes.handle(question));
  }

  private static Outcome put(
      Question question, CallContext context, VerificationProvider asked, Optional<String> handle) {
    try {
      return new Outcome.Answered(question.put(asked, context, handle));
    } catch (VerificationException e) {
      return new Outcome.Failed(e);
    } catch (Throwable e) {
      return new Outcome.Threw(e);
    }
  }

  /** A question under way. */
  record Asking(
      Thread thread, CompletableFuture<Outcome> future, CompletableFuture<Boolean> interrupted) {
    /** What came of it; the question is given up where nothing came. */
    Outcome outcome(Duration patience) {
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
  }
}
