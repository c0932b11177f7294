package io.telproof.examples.shop;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.client.Telproof;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks on threads of its own, and ends in order. Thread-safe. */
final class TenureService implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private final Telproof telproof;

  /** Closes the client with itself. */
  TenureService(Telproof telproof) {
    this.telproof = telproof;
  }

  Future<Answer<Tenure>> ask(PhoneNumber number) {
    return threads.submit(
        () -> telproof.tenure().check(TenureQuery.of(number), CallContext.within(WITHIN)));
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(WITHIN.toSeconds() + 1, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      telproof.close();
    }
  }
}
