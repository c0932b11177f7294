package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.TenureCheck;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.reply.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Ways to open and to close wrongly. */
final class LifecycleFaults {
  private static final CheckType CHECK = CheckType.TENURE;

  private LifecycleFaults() {}

  static List<Fault> all() {
    return List.of(
        provider(
            "LI-01",
            "a question asked to see whether the vendor is there",
            next -> {
              next.tenure().orElseThrow().check(PhoneNumber.of("+8613900139000"));
              return next;
            },
            "1 requests were sent while it was opened"),
        provider(
            "LI-02",
            "always the same name",
            next ->
                new HonestMutant(next) {
                  @Override
                  public String name() {
                    return "acme";
                  }
                },
            "name() is acme, but it was opened as main"),
        provider(
            "LI-02",
            "offers of checks that are not there",
            next -> new FalseOffers(next),
            "there is no check, but offers() has a line about it"),
        provider("LI-03", "a second close that fails", Once::new, "closing twice throws"),
        provider("LI-04", "a close that closes nothing", Open::new, "expected fails UNAVAILABLE"),
        refusing(
            "LI-04",
            "an exception of its own after close",
            closed -> {
              if (closed.getAsBoolean()) {
                throw new IllegalStateException("closed");
              }
            },
            "IllegalStateException"),
        Fault.of(
            "LI-05",
            "calls cut off by close",
            () -> BrokenHarness.api(CHECK, CallCutter::new),
            "closed while the vendor answered"),
        Fault.of(
            "LI-06",
            "a thread that nobody ends",
            () -> BrokenHarness.api(CHECK, ThreadLeak::new),
            "the thread acme-watch is left"),
        Fault.of(
            "LI-07",
            "one connection for all openings",
            LifecycleFaults::common,
            "after another one was closed"),
        provider(
            "LI-08",
            "a contract test for a check that is not offered",
            next -> next,
            "phone-status has a contract test, but is not offered"));
  }

  private static Fault provider(
      String clause, String name, UnaryOperator<VerificationProvider> change, String... words) {
    return Fault.of(clause, name, () -> BrokenHarness.provider(CHECK, change), words);
  }

  private static Fault refusing(
      String clause, String name, Consumer<BooleanSupplier> before, String... words) {
    return Fault.of(
        clause,
        name,
        () ->
            BrokenHarness.api(
                CHECK,
                (provider, settings, environment) ->
                    new AcmeApi(provider, settings, environment) {
                      private final AtomicBoolean closed = new AtomicBoolean();

                      @Override
                      <V> Answer<V> send(
                          Call call, CallContext context, Function<Reply, Answer<V>> decode) {
                        before.accept(closed::get);
                        return super.send(call, context, decode);
                      }

                      @Override
                      void close() {
                        closed.set(true);
                        super.close();
                      }
                    }),
        words);
  }

  /** The one check of this catalogue. */
  private static class HonestMutant extends InterposedMutant {
    HonestMutant(VerificationProvider next) {
      super(next, Set.of(CHECK), HONEST);
    }
  }

  private static final class FalseOffers extends InterposedMutant {
    private final VerificationProvider next;

    FalseOffers(VerificationProvider next) {
      super(next, Set.of(CHECK), HONEST);
      this.next = next;
    }

    @Override
    public Optional<TenureCheck> tenure() {
      return Optional.empty();
    }

    @Override
    public List<Offer> offers() {
      return next.offers();
    }
  }

  private static final class Once extends HonestMutant {
    private final AtomicInteger closed = new AtomicInteger();

    Once(VerificationProvider next) {
      super(next);
    }

    @Override
    public void close() {
      super.close();
      if (closed.getAndIncrement() > 0) {
        throw new IllegalStateException("closed already");
      }
    }
  }

  private static final class Open extends HonestMutant {
    Open(VerificationProvider next) {
      super(next);
    }

    @Override
    public void close() {}
  }

  private static final class CallCutter extends AcmeApi {
    private final CompletableFuture<Reply> closed = new CompletableFuture<>();

    CallCutter(String provider, AcmeSettings settings, ProviderEnvironment environment) {
      super(provider, settings, environment);
    }

    @Override
    <V> Answer<V> send(Call call, CallContext context, Function<Reply, Answer<V>> decode) {
      CompletableFuture<Answer<V>> answer =
          CompletableFuture.supplyAsync(() -> super.send(call, context, decode));
      try {
        CompletableFuture.anyOf(closed, answer).join();
        return answer.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof VerificationException cause ? cause : e;
      }
    }

    @Override
    void close() {
      closed.completeExceptionally(
          new VerificationException(
              Failure.of(FailureKind.INDETERMINATE, "main", "line-age", "cut off")));
      super.close();
    }
  }

  private static final class ThreadLeak extends AcmeApi {
    ThreadLeak(String provider, AcmeSettings settings, ProviderEnvironment environment) {
      super(provider, settings, environment);
      Thread watch = new Thread(ThreadLeak::watch, "acme-watch");
      watch.setDaemon(true);
      watch.start();
    }

    private static void watch() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static BrokenHarness common() {
    AtomicBoolean closed = new AtomicBoolean();
    return new BrokenHarness(Set.of(CHECK)) {
      @Override
      public VerificationProvider open(
          String name, Endpoint endpoint, ProviderEnvironment environment) {
        return new HonestMutant(
            new AcmeProvider(
                name,
                new AcmeApi(name, settingsAt(endpoint), environment) {
                  @Override
                  <V> Answer<V> send(
                      Call call, CallContext context, Function<Reply, Answer<V>> decode) {
                    if (closed.get()) {
                      throw new VerificationException(
                          Failure.of(FailureKind.UNAVAILABLE, name, call.operation(), "closed"));
                    }
                    return super.send(call, context, decode);
                  }

                  @Override
                  void close() {
                    closed.set(true);
                    super.close();
                  }
                }));
      }
    };
  }
}
