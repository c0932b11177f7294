package io.telproof.proof.storm;

import io.telproof.client.BreakerState;
import io.telproof.client.BreakerStatus;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;

/**
 * Callers who come a quarter faster than the first vendor allows, at vendors that are well and take
 * their time. The limits are the vendors' own, and the vendors hold the client to them.
 *
 * @param takes how long a vendor takes for its answer
 * @param within how long a caller waits
 * @param vendors 1 or 2
 * @param lasting for how long callers come
 */
record Load(Duration takes, Duration within, int vendors, Duration lasting) {
  /** A quarter more than Tencent allows. */
  static final double PER_SECOND = 1.25 * 20;

  private static final long SEED = 20_260_301;

  /** Whether there is time for an answer at all. */
  boolean canBeAnswered() {
    return takes.compareTo(within) < 0;
  }

  Measurements measure() throws IOException, InterruptedException, ExecutionException {
    Books books = new Books();
    try (RawVendor main = vendor(Client.MAIN, new TellingVendor(new TencentVendor()), books);
        RawVendor second = vendor(Client.SECOND, new TellingVendor(new AlibabaVendor()), books)) {
      List<String> providers = new ArrayList<>();
      providers.add(Client.tencent(main.endpoint("http"), ""));
      if (vendors == 2) {
        providers.add(Client.alibaba(second.endpoint("http")));
      }
      List<QuestionEnd> endings;
      BreakerState breaker;
      try (Telproof telproof = Client.open(providers, "", UnaryOperator.identity())) {
        endings = ask(telproof);
        breaker = breaker(telproof);
      }
      main.drain();
      second.drain();
      return new Measurements(this, endings, books, main.refused() + second.refused(), breaker);
    }
  }

  private RawVendor vendor(String provider, Vendor vendor, Books books) throws IOException {
    return new RawVendor(
        provider,
        vendor,
        books,
        ServerSocketFactory.getDefault(),
        (nth, reply, peer) -> {
          Time.system().await(takes);
          peer.write(RawVendor.whole(reply));
        });
  }

  private List<QuestionEnd> ask(Telproof telproof) throws InterruptedException, ExecutionException {
    Arrivals arrivals = new Arrivals(PER_SECOND, new SplittableRandom(SEED));
    ExecutorService callers = Executors.newCachedThreadPool();
    try {
      List<Future<QuestionEnd>> asked = new ArrayList<>();
      int questions = (int) (PER_SECOND * lasting.toSeconds());
      for (int question = 0; question < questions; question++) {
        int person = question;
        arrivals.await();
        asked.add(callers.submit(() -> Client.ask(telproof, person, within)));
      }
      List<QuestionEnd> endings = new ArrayList<>();
      for (Future<QuestionEnd> each : asked) {
        endings.add(each.get());
      }
      return endings;
    } finally {
      callers.shutdownNow();
    }
  }

  private static BreakerState breaker(Telproof telproof) {
    return telproof.breakers().stream()
        .filter(status -> status.provider().equals(Client.MAIN))
        .filter(status -> status.check() == CheckType.TENURE)
        .map(BreakerStatus::state)
        .findFirst()
        .orElseThrow();
  }
}
