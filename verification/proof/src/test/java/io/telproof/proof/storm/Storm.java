package io.telproof.proof.storm;

import io.telproof.client.Telproof;
import io.telproof.sandbox.Vendor;
import io.telproof.spi.ratelimit.RateLimit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many questions about as many people, on lines on which much goes wrong, faster than the vendors
 * allow.
 *
 * @param vendors on each route: 1 or 2
 */
record Storm(int questions, int vendors, long seed) {
  /**
   * What each vendor allows in a second, of each question: twice what Tencent does, so that a long
   * storm takes minutes.
   */
  private static final int ALLOWED = 40;

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

  /** Of each question one vendor. */
  private static final String ROUTES_OF_ONE =
      """
      routes { tenure = %s, sim-swap = %s, pre-validated-number = %s }
      """
          .formatted(Client.MAIN, Client.LOOKUP, Client.POOL);

  /** Meta is the second one: Alibaba is not asked about a number that was not bought there. */
  private static final String ROUTES_OF_TWO =
      """
      routes {
        tenure = [%1$s, %2$s], sim-swap = [%3$s, %4$s], pre-validated-number = [%2$s, %5$s]
      }
      """
          .formatted(Client.MAIN, Client.SECOND, Client.LOOKUP, Client.OPERATOR, Client.POOL);

  Report blow() throws IOException, InterruptedException, ExecutionException {
    Books books = new Books();
    long begun = System.nanoTime();
    List<QuestionEnd> endings;
    try (RoughVendor main = vendor(Client.MAIN, TellingVendor.tencent(), books, 1);
        RoughVendor second = vendor(Client.SECOND, TellingVendor.alibaba(), books, -1);
        RoughVendor lookup = vendor(Client.LOOKUP, TellingVendor.twilio(), books, 5);
        RoughVendor operator = vendor(Client.OPERATOR, TellingVendor.camara(), books, -5);
        RoughVendor pool = vendor(Client.POOL, TellingVendor.meta(), books, 7)) {
      List<String> providers = new ArrayList<>();
      providers.add(Client.tencent(main.endpoint(), ""));
      providers.add(Client.twilio(lookup.endpoint()));
      providers.add(Client.meta(pool.endpoint()));
      if (vendors == 2) {
        providers.add(Client.alibaba(second.endpoint()));
        providers.add(Client.camara(operator.endpoint()));
      }
      String routes = vendors == 2 ? ROUTES_OF_TWO : ROUTES_OF_ONE;
      try (Telproof telproof =
          Client.openRoutes(providers, routes + BREAKER, limit -> RateLimit.perSecond(ALLOWED))) {
        endings = ask(telproof);
      }
      List<Map<Mishap, Integer>> mishaps = new ArrayList<>();
      for (RoughVendor each : List.of(main, second, lookup, operator, pool)) {
        // Only now is everything in the books that will ever be.
        each.drain();
        mishaps.add(each.mishaps());
      }
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      return new Report(this, endings, books, mishaps, took);
    }
  }

  /** Who is asked, by the names that the client has for them. */
  Set<String> asked() {
    return vendors == 2
        ? Set.of(Client.MAIN, Client.SECOND, Client.LOOKUP, Client.OPERATOR, Client.POOL)
        : Set.of(Client.MAIN, Client.LOOKUP, Client.POOL);
  }

  /** On each line something else goes wrong. */
  private RoughVendor vendor(String provider, Vendor vendor, Books books, long line)
      throws IOException {
    return new RoughVendor(provider, vendor, books, seed * line);
  }

  private List<QuestionEnd> ask(Telproof telproof) throws InterruptedException, ExecutionException {
    SplittableRandom random = new SplittableRandom(seed);
    ExecutorService callers = Executors.newCachedThreadPool();
    try {
      List<QuestionEnd> endings = new ArrayList<>();
      while (endings.size() < Math.min(FIRST, questions)) {
        endings.add(ask(telproof, endings.size(), UNHURRIED));
      }
      Arrivals arrivals = new Arrivals(TOO_FAST * allowed(), random.split());
      List<Future<QuestionEnd>> asked = new ArrayList<>();
      for (int question = endings.size(); question < questions; question++) {
        int person = question;
        Duration within = Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS + 1));
        arrivals.await();
        asked.add(callers.submit(() -> ask(telproof, person, within)));
      }
      for (Future<QuestionEnd> each : asked) {
        endings.add(each.get());
      }
      return endings;
    } finally {
      callers.shutdownNow();
    }
  }

  /** By all of them, of all questions. */
  private int allowed() {
    return ALLOWED * vendors * StormQuestion.values().length;
  }

  private static QuestionEnd ask(Telproof telproof, int person, Duration within) {
    return Client.ask(telproof, StormQuestion.about(person), person, within);
  }
}
