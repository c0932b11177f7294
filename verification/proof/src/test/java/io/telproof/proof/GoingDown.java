package io.telproof.proof;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.MemoryLedgers;
import io.telproof.spi.time.HandTime;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * An application that goes on asking while the first of two vendors loses replies, recovers, and
 * goes down.
 */
final class GoingDown implements AutoCloseable {
  static final int QUESTIONS = 2_000;

  /**
   * Fewer than any vendor takes requests in a second: were all permits held by who is about to
   * send, who waits would move time as fast as it can, and nothing would have become of them.
   */
  static final int THREADS = 4;

  static final int LOSING = 500;
  static final int LOST = 40;
  static final int WELL_AGAIN = 1_000;
  static final int DOWN = 1_400;

  /** More than a circuit breaker wants to see of a vendor before it lets everybody through. */
  private static final int TRIALS = 5;

  /** Time moves whenever anybody waits, and a reply that is on its way meanwhile seems slow. */
  private static final Duration ENOUGH = Duration.ofHours(2);

  /** Longer than a circuit breaker stays open. */
  private static final Duration RECOVERY = Duration.ofMinutes(1);

  private final HandTime time = new HandTime("2026-03-01T12:00:00Z");
  private final MemoryLedgers ledgers = new MemoryLedgers();
  private final Outage outage;
  private final CountedVendor first;
  private final CountedVendor second;
  private final Sandbox atFirst;
  private final Sandbox atSecond;
  private final Map<PhoneNumber, Answer<?>> answers = new ConcurrentHashMap<>();
  private final Map<PhoneNumber, VerificationException> failures = new ConcurrentHashMap<>();

  GoingDown(Outage outage) {
    this.outage = outage;
    this.first = new CountedVendor(vendor(outage.first()));
    this.second = new CountedVendor(vendor(outage.second()));
    this.atFirst = Sandbox.start(SandboxOptions.of(first).at(time::now));
    this.atSecond = Sandbox.start(SandboxOptions.of(second).at(time::now));
  }

  private static Vendor vendor(String name) {
    return switch (name) {
      case "tencent" -> new TencentVendor();
      case "alibaba" -> new AlibabaVendor();
      case "camara" -> new CamaraVendor();
      case "twilio" -> new TwilioVendor();
      case "meta" -> new MetaVendor();
      default -> throw new IllegalArgumentException("there is no vendor " + name);
    };
  }

  private static String block(String name, URI endpoint) {
    return switch (name) {
      case "tencent" -> Accounts.tencent(name, endpoint, TencentVendor.CREDENTIALS, "");
      case "alibaba" -> Accounts.alibaba(name, endpoint, AlibabaVendor.CREDENTIALS);
      case "camara" -> Accounts.camara(name, endpoint, CamaraVendor.CREDENTIALS);
      case "twilio" -> Accounts.twilio(name, endpoint, TwilioVendor.CREDENTIALS);
      case "meta" -> Accounts.meta(name, endpoint, MetaVendor.CREDENTIALS, MetaVendor.APP_SECRET);
      default -> throw new IllegalArgumentException("there is no vendor " + name);
    };
  }

  private Config config() {
    return ConfigFactory.parseString(
        """
        telproof {
          providers { %1$s %2$s, %3$s %4$s }
          routes.%5$s = [%1$s, %3$s]
          ledger.hash-key = "%6$s"
        }
        """
            .formatted(
                outage.first(),
                block(outage.first(), atFirst.endpoint()),
                outage.second(),
                block(outage.second(), atSecond.endpoint()),
                outage.check().key(),
                Accounts.LEDGER_KEY));
  }

  /** Returns when each question has ended. */
  void run() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Telproof telproof =
        Telproof.builder(config()).time(new CrowdTime(time)).ledger(ledgers.open(time)).open()) {
      ask(telproof, 0, WELL_AGAIN, threads);
      atFirst.faults().clear();
      time.advance(RECOVERY);
      for (int question = WELL_AGAIN; question < WELL_AGAIN + TRIALS; question++) {
        ask(telproof, question);
      }
      ask(telproof, WELL_AGAIN + TRIALS, QUESTIONS, threads);
    } finally {
      threads.shutdownNow();
    }
  }

  private void ask(Telproof telproof, int from, int until, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<? extends Future<?>> all =
        IntStream.range(from, until)
            .mapToObj(question -> threads.submit(() -> ask(telproof, question)))
            .toList();
    for (Future<?> each : all) {
      each.get();
    }
  }

  private void ask(Telproof telproof, int question) {
    if (question == LOSING) {
      for (int lost = 0; lost < LOST; lost += 2) {
        atFirst.faults().next(Fault.RESET_BEFORE_REPLY);
        atFirst.faults().next(Fault.HTML_502);
      }
    } else if (question == DOWN) {
      atFirst.close();
    }
    PhoneNumber number = outage.number(question);
    try {
      answers.put(number, outage.ask(telproof, question, CallContext.within(ENOUGH)));
    } catch (VerificationException e) {
      failures.put(number, e);
    }
  }

  Map<PhoneNumber, Answer<?>> answers() {
    return answers;
  }

  Map<PhoneNumber, VerificationException> failures() {
    return failures;
  }

  /** How many questions this vendor answered. */
  long answeredBy(String vendor) {
    return answers.values().stream()
        .filter(answer -> answer.receipt().provider().equals(vendor))
        .count();
  }

  /** How often a question about this number was carried out. */
  int carriedOut(PhoneNumber number) {
    return carriedOut(outage.first(), number) + carriedOut(outage.second(), number);
  }

  /** How often this vendor carried out a question about this number. */
  int carriedOut(String vendor, PhoneNumber number) {
    CountedVendor counted = vendor.equals(outage.first()) ? first : second;
    return counted.carriedOut().getOrDefault(Outage.national(number.e164()), 0);
  }

  Bill bill(String vendor) {
    return (vendor.equals(outage.first()) ? atFirst : atSecond).bill();
  }

  /** What stands on a vendor's bill and is not said to be free. */
  long billed(String vendor) {
    return bill(vendor).lines().stream().filter(line -> line.billing() != Billing.FREE).count();
  }

  /** What the ledger has of a vendor. */
  List<Entry> entries(String vendor) {
    return ledgers.entries().stream()
        .filter(entry -> entry.intent().provider().equals(vendor))
        .toList();
  }

  @Override
  public void close() {
    atFirst.close();
    atSecond.close();
  }
}
