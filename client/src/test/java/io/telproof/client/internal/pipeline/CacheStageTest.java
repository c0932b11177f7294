package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.Outcomes;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CacheStageTest {
  private static final Duration KEEP = Duration.ofMinutes(5);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final List<PhoneNumber> asked = new ArrayList<>();
  private final Fingerprint fingerprint = Fingerprint.random();
  private Supplier<Answer<String>> says =
      () -> new Answer.Known<>("answer " + asked.size(), Outcomes.receipt(Charge.CHARGED));
  private final Check<PhoneNumber, String> provider =
      (number, context) -> {
        asked.add(number);
        time.advance(Duration.ofMillis(30));
        return says.get();
      };
  private final CacheStage<PhoneNumber, String> stage = stage(1000);
  private final Check<PhoneNumber, String> kept = Stages.check(stage, time);

  private CacheStage<PhoneNumber, String> stage(long size) {
    return new CacheStage<>(
        Stages.of(provider), CheckType.PHONE_STATUS, fingerprint, KEEP, size, time);
  }

  private Check<PhoneNumber, String> keeping(long size) {
    return Stages.check(stage(size), time);
  }

  private static PhoneNumber number(int which) {
    return PhoneNumber.of(86, Long.toString(13_800_000_000L + which));
  }

  private Answer<String> ask(int which) {
    return kept.check(number(which), CallContext.standard());
  }

  @Test
  void the_first_answer_is_handed_on_as_it_is() {
    assertThat(ask(1)).isEqualTo(new Answer.Known<>("answer 1", Outcomes.receipt(Charge.CHARGED)));
  }

  @Test
  void the_same_question_is_answered_again_without_asking_and_for_nothing() {
    ask(1);
    time.advance(Duration.ofMinutes(4));
    Answer<String> again = ask(1);
    assertThat(asked).hasSize(1);
    Receipt first = Outcomes.receipt(Charge.CHARGED);
    assertThat(again)
        .isEqualTo(
            new Answer.Known<>("answer 1", first.withOrigin(AnswerOrigin.CACHED, Duration.ZERO)));
    assertThat(again.receipt().at()).isEqualTo(first.at());
    assertThat(again.receipt().charge()).isEqualTo(Charge.FREE);
  }

  @Test
  void an_answer_is_kept_so_long_from_when_it_was_there_and_no_longer() {
    ask(1);
    time.advance(KEEP.minusNanos(1));
    ask(1);
    assertThat(asked).hasSize(1);
    time.advance(Duration.ofNanos(1));
    assertThat(ask(1).receipt().origin()).isEqualTo(AnswerOrigin.FRESH);
    assertThat(asked).hasSize(2);
  }

  @Test
  void another_question_is_asked() {
    ask(1);
    ask(2);
    assertThat(asked).containsExactly(number(1), number(2));
  }

  @Test
  void numbers_that_print_alike_are_not_taken_for_each_other() {
    assertThat(number(10_001)).hasToString(number(20_001).toString());
    ask(10_001);
    ask(20_001);
    assertThat(asked).containsExactly(number(10_001), number(20_001));
  }

  @Test
  void a_number_is_not_held_for_it() throws ReflectiveOperationException {
    ask(1);
    Field answers = CacheStage.class.getDeclaredField("answers");
    answers.setAccessible(true);
    assertThat(((Cache<?, ?>) answers.get(stage)).asMap().keySet())
        .hasToString("[" + fingerprint.of(CheckType.PHONE_STATUS, number(1)) + "]");
  }

  @ParameterizedTest
  @EnumSource
  void a_gap_is_kept_unless_another_provider_may_cover_the_number(Gap gap) {
    says = () -> new Answer.Unknown<>(gap, Outcomes.receipt(Charge.CHARGED));
    ask(1);
    Answer<String> again = ask(1);
    assertThat(again).isInstanceOf(Answer.Unknown.class);
    boolean isKept = gap != Gap.NOT_COVERED;
    assertThat(again.receipt().origin())
        .isEqualTo(isKept ? AnswerOrigin.CACHED : AnswerOrigin.FRESH);
    assertThat(asked).hasSize(isKept ? 1 : 2);
  }

  @ParameterizedTest
  @EnumSource
  void no_failure_is_kept(FailureKind kind) {
    says =
        () -> {
          throw Outcomes.failure(kind);
        };
    assertThatThrownBy(() -> ask(1)).isInstanceOf(VerificationException.class);
    says = () -> new Answer.Known<>("at last", Outcomes.receipt(Charge.CHARGED));
    assertThat(ask(1)).isInstanceOf(Answer.Known.class);
    assertThat(asked).hasSize(2);
  }

  @Test
  void no_more_answers_are_kept_than_there_is_room_for() {
    Check<PhoneNumber, String> small = keeping(10);
    for (int round = 0; round < 2; round++) {
      for (int which = 0; which < 100; which++) {
        small.check(number(which));
      }
    }
    assertThat(asked).hasSizeBetween(190, 200);
  }

  @Test
  void
      whatever_is_asked_and_whenever_every_answer_is_the_last_one_of_its_number_and_young_enough() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Check<PhoneNumber, String> fresh = keeping(1000);
      Map<Integer, String> last = new HashMap<>();
      Map<Integer, Duration> since = new HashMap<>();
      for (int step = 0; step < 200; step++) {
        time.advance(Duration.ofSeconds(random.nextInt(60)));
        int which = random.nextInt(8);
        int before = asked.size();
        boolean young =
            since.containsKey(which) && time.passed().minus(since.get(which)).compareTo(KEEP) < 0;
        Answer.Known<String> answer = (Answer.Known<String>) fresh.check(number(which));
        String where = "seed " + seed + ", step " + step;
        assertThat(asked).as(where).hasSize(young ? before : before + 1);
        assertThat(answer.value())
            .as(where)
            .isEqualTo(young ? last.get(which) : "answer " + asked.size());
        if (!young) {
          last.put(which, answer.value());
          since.put(which, time.passed());
        }
      }
    }
  }

  @Test
  void what_is_kept_is_not_printed() {
    ask(1);
    assertThat(stage).hasToString("CacheStage[***]");
  }
}
