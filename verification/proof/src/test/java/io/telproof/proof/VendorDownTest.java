package io.telproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The first of two vendors loses replies and then goes down, while an application goes on asking.
 */
final class VendorDownTest {
  private static final int QUESTIONS = 10_000;
  private static final int THREADS = 8;
  private static final int LOSING = 3_000;
  private static final int LOST = 200;
  private static final int DOWN = 5_000;

  /** Time moves whenever anybody waits, and a reply that is on its way meanwhile seems slow. */
  private static final Duration ENOUGH = Duration.ofHours(2);

  /** More than the first in the line of a limit by the second waits, and less than the others. */
  private static final Duration TURN = Duration.ofMinutes(1);

  private final HandTime time = new HandTime("2026-03-01T12:00:00Z");
  private final Sandbox tencent = start(new TencentVendor());
  private final Sandbox alibaba = start(new AlibabaVendor());

  /** What came of each question, by its number. */
  private final Map<PhoneNumber, Answer<Tenure>> answers = new ConcurrentHashMap<>();

  private final Map<PhoneNumber, VerificationException> failures = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();

  private Sandbox start(Vendor vendor) {
    return Sandbox.start(SandboxOptions.of(vendor).at(time::now));
  }

  private Telproof open() {
    return Telproof.builder(
            ConfigFactory.parseString(
                """
                telproof {
                  providers {
                    main { type = tencent, secret-id = "%s", secret-key = "%s", endpoint = "%s" }
                    ali {
                      type = alibaba, access-key-id = "%s", access-key-secret = "%s"
                      endpoint = "%s"
                    }
                  }
                  routes.tenure = [main, ali]
                }
                """
                    .formatted(
                        TencentVendor.CREDENTIALS.secretId(),
                        TencentVendor.CREDENTIALS.secretKey(),
                        tencent.endpoint(),
                        AlibabaVendor.CREDENTIALS.accessKeyId(),
                        AlibabaVendor.CREDENTIALS.accessKeySecret(),
                        alibaba.endpoint())))
        .time(new CrowdTime())
        .open();
  }

  /** Outside the table of magic numbers: each is in use, for more than two years. */
  private static PhoneNumber number(int question) {
    return PhoneNumber.of("+86139%08d".formatted(question));
  }

  private void ask(Telproof telproof, int question) {
    int before = asked.getAndIncrement();
    if (before == LOSING) {
      tencent.faults().next(LOST / 2, Fault.RESET_BEFORE_REPLY);
      tencent.faults().next(LOST / 2, Fault.HTML_502);
    } else if (before == DOWN) {
      tencent.close();
    }
    try {
      TenureQuery query = TenureQuery.of(number(question));
      answers.put(number(question), telproof.tenure().check(query, CallContext.within(ENOUGH)));
    } catch (VerificationException e) {
      failures.put(number(question), e);
    }
  }

  @Test
  @Timeout(300)
  void of_ten_thousand_questions_none_is_lost_none_billed_twice_and_each_has_an_answer_or_a_kind()
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Telproof telproof = open();
        alibaba;
        tencent) {
      List<? extends Future<?>> all =
          IntStream.range(0, QUESTIONS)
              .mapToObj(question -> threads.submit(() -> ask(telproof, question)))
              .toList();
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    Map<FailureKind, Integer> kinds = new EnumMap<>(FailureKind.class);
    failures.values().forEach(e -> kinds.merge(e.kind(), 1, Integer::sum));
    Map<String, Integer> answeredBy = new TreeMap<>();
    answers.values().forEach(a -> answeredBy.merge(a.receipt().provider(), 1, Integer::sum));
    long bill = billed();
    System.out.printf(
        "%d questions: answered %s, failed %s, charged %d (main %d, ali %d)%n",
        QUESTIONS, answeredBy, kinds, bill, tencent.bill().charged(), alibaba.bill().charged());

    assertThat(answers.size() + failures.size()).as("none is lost").isEqualTo(QUESTIONS);
    assertThat(answers.values())
        .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Known.class));
    assertThat(answers.size()).as("most are answered").isGreaterThan(QUESTIONS * 99 / 100);
    assertThat(failures.values())
        .as("a reply was lost; or nothing was sent, for nothing")
        .allSatisfy(
            e ->
                assertThat(e.charge())
                    .isEqualTo(
                        e.kind() == FailureKind.INDETERMINATE ? Charge.POSSIBLE : Charge.FREE));
    int indeterminate = kinds.getOrDefault(FailureKind.INDETERMINATE, 0);
    assertThat(indeterminate).as("until the breaker opens").isGreaterThanOrEqualTo(10);
    assertThat(answers.values())
        .as("asked elsewhere, as the receipt tells")
        .anyMatch(
            answer ->
                answer.receipt().earlier().stream()
                    .anyMatch(each -> each.failure().equals(Optional.of(FailureKind.UNAVAILABLE))));
    assertThat(answeredBy.get("main")).isGreaterThan(LOSING / 2);
    assertThat(answeredBy.get("ali")).isGreaterThanOrEqualTo(QUESTIONS - DOWN - THREADS);

    Map<String, Integer> carriedOut = timesCarriedOut();
    assertThat(carriedOut.values()).as("none is billed twice").allMatch(times -> times <= 1);
    failures.forEach(
        (number, e) ->
            assertThat(carriedOut.getOrDefault(national(number.e164()), 0))
                .as("%s costs nothing", e.kind())
                .isLessThanOrEqualTo(e.kind() == FailureKind.INDETERMINATE ? 1 : 0));
    long charged =
        answers.values().stream().filter(a -> a.receipt().charge() == Charge.CHARGED).count();
    assertThat(charged).as("every answer was charged once").isEqualTo(answers.size());
    assertThat(bill).isBetween(charged, charged + indeterminate);
  }

  /**
   * How often a vendor carried out what was asked about each number. What it refuses, being too
   * busy, it does not read: such a request is heard without a number, and free.
   */
  private Map<String, Integer> timesCarriedOut() {
    Map<String, Integer> times = new HashMap<>();
    for (Sandbox sandbox : List.of(tencent, alibaba)) {
      sandbox.heard().forEach(words -> times.merge(national(words.contact()), 1, Integer::sum));
    }
    @Nullable Integer refused = times.remove("");
    long free = tencent.bill().requests() + alibaba.bill().requests() - billed();
    assertThat(free).isEqualTo(refused == null ? 0 : refused);
    return times;
  }

  private long billed() {
    return tencent.bill().charged() + alibaba.bill().charged();
  }

  private static String national(String contact) {
    return contact.startsWith("+86") ? contact.substring(3) : contact;
  }

  /**
   * Who waits for its turn moves time, and who waits behind others for their signal does not: else
   * the last in a line would move it beyond everybody's time.
   */
  private final class CrowdTime implements Time {
    @Override
    public Instant now() {
      return time.now();
    }

    @Override
    public long nanos() {
      return time.nanos();
    }

    @Override
    public void await(Duration duration) throws InterruptedException {
      time.await(duration);
    }

    @Override
    public void await(Duration atMost, CompletableFuture<?> signal) throws InterruptedException {
      if (atMost.compareTo(TURN) < 0) {
        time.await(atMost, signal);
        return;
      }
      try {
        signal.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a signal does not fail", e);
      }
    }
  }
}
