package io.telproof.proof.storm;

import io.telproof.client.Telproof;
import io.telproof.spi.ratelimit.RateLimit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many questions about as many people, on lines on which much goes wrong, faster than the vendors
 * allow.
 *
 * @param vendors 1 or 2
 */
record Storm(int questions, int vendors, long seed) {
  /**
   * What each vendor allows in a second: five times what Tencent does, so that a long storm takes
   * minutes.
   */
  private static final int ALLOWED = 100;

  /**
   * So many come one by one, in no hurry, before the others: a machine that is still loading and
   * compiling classes is not the weather that is meant.
   */
  private static final int FIRST = 50;

  private static final double TOO_FAST = 1.25;
  private static final int SHORTEST_MILLIS = 300;
  private static final int LONGEST_MILLIS = 800;
  private static final Duration UNHURRIED = Duration.ofSeconds(1);

  /**
   * An open breaker would keep everybody at home, and a storm that nobody is out in proves nothing.
   */
  private static final String BREAKER = "breaker.enabled = false";

  Report blow() throws IOException, InterruptedException, ExecutionException {
    Books books = new Books();
    long begun = System.nanoTime();
    List<QuestionEnd> endings;
    try (RawVendor main = RawVendor.plain(Client.MAIN, TellingVendor.tencent(), books);
        RawVendor second = RawVendor.plain(Client.SECOND, TellingVendor.alibaba(), books);
        RoughLine toMain = new RoughLine(main.port(), books, seed);
        RoughLine toSecond = new RoughLine(second.port(), books, -seed)) {
      List<String> providers = new ArrayList<>();
      providers.add(Client.tencent(toMain.endpoint(), ""));
      if (vendors == 2) {
        providers.add(Client.alibaba(toSecond.endpoint()));
      }
      try (Telproof telproof =
          Client.open(providers, BREAKER, limit -> RateLimit.perSecond(ALLOWED))) {
        endings = ask(telproof);
      }
      // Only now is everything in the books that will ever be.
      toMain.drain();
      toSecond.drain();
      main.drain();
      second.drain();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      return new Report(this, endings, books, List.of(toMain.mishaps(), toSecond.mishaps()), took);
    }
  }

  private List<QuestionEnd> ask(Telproof telproof) throws InterruptedException, ExecutionException {
    SplittableRandom random = new SplittableRandom(seed);
    ExecutorService callers = Executors.newCachedThreadPool();
    try {
      List<QuestionEnd> endings = new ArrayList<>();
      while (endings.size() < Math.min(FIRST, questions)) {
        endings.add(Client.ask(telproof, endings.size(), UNHURRIED));
      }
      Arrivals arrivals = new Arrivals(TOO_FAST * ALLOWED * vendors, random.split());
      List<Future<QuestionEnd>> asked = new ArrayList<>();
      for (int question = endings.size(); question < questions; question++) {
        int person = question;
        Duration within = Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS + 1));
        arrivals.await();
        asked.add(callers.submit(() -> Client.ask(telproof, person, within)));
      }
      for (Future<QuestionEnd> each : asked) {
        endings.add(each.get());
      }
      return endings;
    } finally {
      callers.shutdownNow();
    }
  }
}
