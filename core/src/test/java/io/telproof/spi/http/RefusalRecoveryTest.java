package io.telproof.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.HandTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class RefusalRecoveryTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final List<String> signedWith = new ArrayList<>();
  private final List<Instant> signedFor = new ArrayList<>();
  private final Deque<String> replies = new ArrayDeque<>();
  private final Source source = new Source();
  private final RefusalRecovery recovery =
      new RefusalRecovery(reply -> text(reply).equals("clock"), new VendorProfile(time), time);

  /** Has the next credentials where it is asked for others, as long as there are any. */
  private static final class Source implements CredentialsSource {
    private final Deque<String> names = new ArrayDeque<>(List.of("A"));
    private final List<String> refused = new ArrayList<>();

    @Override
    public Credentials current() {
      return Credentials.of(Sensitive.of(names.getFirst()), Sensitive.of("secret"));
    }

    @Override
    public boolean renewed(Credentials old, Deadline deadline) {
      if (names.size() == 1) {
        return false;
      }
      names.removeFirst();
      return true;
    }

    @Override
    public void refused(Credentials credentials) {
      refused.add(credentials.id().reveal());
    }
  }

  private Answer<String> ask() {
    return recovery.ask(source, this::send, RefusalRecoveryTest::decode, Deadline.in(LONG, time));
  }

  private Reply send(SigningAttempt attempt) {
    signedFor.add(attempt.at());
    signedWith.add(attempt.credentials().id().reveal());
    time.advance(Duration.ofMillis(30));
    return Reply.of(
        "main",
        "Ask",
        200,
        Headers.of("Date", "Thu, 01 Jan 2026 01:00:00 GMT"),
        replies.removeFirst().getBytes(StandardCharsets.UTF_8),
        time.now(),
        Duration.ofMillis(30));
  }

  private static String text(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  private static Answer<String> decode(Reply reply) {
    return switch (text(reply)) {
      case "refused" -> throw reply.failed(FailureKind.UNAUTHORIZED, Charge.FREE, "refused");
      case "billed" -> throw reply.failed(FailureKind.UNAUTHORIZED, Charge.POSSIBLE, "perhaps");
      case "clock" -> throw reply.failed(FailureKind.UNAUTHORIZED, Charge.FREE, "the clock");
      default -> reply.known("it", Charge.CHARGED);
    };
  }

  private VerificationException failure() {
    return catchThrowableOfType(VerificationException.class, this::ask);
  }

  @Test
  void refused_credentials_are_made_good_once_and_the_attempt_is_on_the_receipt() {
    source.names.add("B");
    replies.addAll(List.of("refused", "fine"));
    Answer<String> answer = ask();
    assertThat(signedWith).containsExactly("A", "B");
    assertThat(answer.receipt().charge()).isEqualTo(Charge.CHARGED);
    assertThat(answer.receipt().earlier())
        .containsExactly(
            Attempt.of("main", "Ask", Charge.FREE, Duration.ofMillis(30), "refused")
                .withFailure(FailureKind.UNAUTHORIZED));
  }

  @Test
  void others_that_are_refused_as_well_are_told_and_not_followed_by_a_third_request() {
    source.names.addAll(List.of("B", "C"));
    replies.addAll(List.of("refused", "refused", "fine"));
    assertThat(failure().earlier()).hasSize(1);
    assertThat(signedWith).containsExactly("A", "B");
    assertThat(source.refused).containsExactly("B");
  }

  @Test
  void where_there_are_no_others_the_refusal_is_the_outcome() {
    replies.add("refused");
    assertThat(failure().earlier()).isEmpty();
    assertThat(signedWith).containsExactly("A");
  }

  @Test
  void what_the_test_for_the_clock_reads_is_what_the_operation_reads() {
    List<Object> read = new ArrayList<>();
    RefusalRecovery reading =
        new RefusalRecovery(
            reply -> !read.add(reply.json().orElseThrow()), new VendorProfile(time), time);
    replies.add("{}");
    reading.ask(
        source,
        this::send,
        reply -> {
          read.add(reply.json().orElseThrow());
          return reply.known("it", Charge.CHARGED);
        },
        Deadline.in(LONG, time));
    assertThat(read).hasSize(2);
    assertThat(read.get(0)).isSameAs(read.get(1));
  }

  @Test
  void what_may_have_been_carried_out_is_not_sent_again() {
    source.names.add("B");
    replies.addAll(List.of("billed", "fine"));
    assertThat(failure().charge()).isEqualTo(Charge.POSSIBLE);
    assertThat(signedWith).containsExactly("A");
  }

  @Test
  void a_wrong_clock_and_refused_credentials_are_each_made_good_once() {
    source.names.add("B");
    replies.addAll(List.of("clock", "refused", "fine"));
    assertThat(ask()).isInstanceOf(Answer.Known.class);
    assertThat(signedWith).containsExactly("A", "A", "B");
    assertThat(Duration.between(signedFor.get(0), signedFor.get(1)))
        .isGreaterThan(Duration.ofMinutes(59));
  }

  @Test
  void a_source_that_fails_is_not_asked_for_the_credentials_that_it_could_not_give() {
    AtomicInteger asked = new AtomicInteger();
    CredentialsSource broken =
        () -> {
          asked.incrementAndGet();
          throw new IllegalStateException("CanaryKey0815");
        };
    CountingRateLimiter limiter = new CountingRateLimiter();
    try (Gateway gateway =
        Gateway.open(
            "main",
            time,
            Line::sign,
            broken,
            reply -> false,
            new VendorProfile(time),
            Network.standard())) {
      VerificationException failure =
          catchThrowableOfType(
              VerificationException.class,
              () ->
                  Line.reply(
                      gateway,
                      Line.question("http://127.0.0.1:9", limiter),
                      CallContext.within(LONG)));
      assertThat(failure.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
      assertThat(failure.charge()).isEqualTo(Charge.FREE);
      assertThat(failure).hasMessageContaining("nothing was sent");
      assertThat(failure.getMessage()).doesNotContain("CanaryKey0815");
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_failure_of_another_kind_is_passed_on_as_it_is() {
    VerificationException lost =
        new VerificationException(Failure.of(FailureKind.INDETERMINATE, "main", "Ask", "lost"));
    VerificationException failure =
        catchThrowableOfType(
            VerificationException.class,
            () ->
                recovery.<String>ask(
                    source,
                    attempt -> {
                      throw lost;
                    },
                    RefusalRecoveryTest::decode,
                    Deadline.in(LONG, time)));
    assertThat(failure).isSameAs(lost);
  }
}
