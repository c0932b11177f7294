package io.telproof.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.client.Agreement;
import io.telproof.client.BreakerState;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registry holds after many questions of every kind, in random order. */
class ManyQuestionsTest {
  private static final List<String> PROVIDERS = List.of("main", "ali", "third");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final TelproofMeters meters = new TelproofMeters(registry);
  private final Map<Charge, Integer> bill = new EnumMap<>(Charge.class);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_attempts_by_charge_are_the_bill(long seed) {
    ask(1000, new Random(seed));

    Map<Charge, Integer> counted = new EnumMap<>(Charge.class);
    for (Charge charge : Charge.values()) {
      double sum =
          registry.find("telproof.attempt").tag("charge", TagValues.of(charge)).counters().stream()
              .mapToDouble(Counter::count)
              .sum();
      counted.put(charge, (int) sum);
    }
    assertThat(counted).isEqualTo(bill);
    assertThat(counted.get(Charge.CHARGED)).isPositive();
  }

  @Test
  void every_question_is_counted_once_however_it_ended_or_was_served() {
    ask(1000, new Random(6));

    long counted =
        registry.find("telproof.question").timers().stream().mapToLong(each -> each.count()).sum();
    assertThat(counted).isEqualTo(1000);
  }

  @Test
  void more_questions_make_no_more_meters_than_there_are_words() {
    ListenerEvents.everything(meters);
    ask(1000, new Random(7));
    Set<Meter.Id> afterMany = ids();
    assertThat(afterMany).hasSizeLessThanOrEqualTo(everyWord());

    for (long seed = 8; seed < 18; seed++) {
      ask(1000, new Random(seed));
    }
    assertThat(ids()).hasSizeLessThanOrEqualTo(everyWord());
    assertThat(tagValues(ids())).isEqualTo(tagValues(afterMany));
  }

  @Test
  void no_tag_and_no_line_of_a_scrape_holds_what_varies_with_a_question() {
    ListenerEvents.everything(meters);
    ask(1000, new Random(19));

    assertThat(tagValues(ids()))
        .allSatisfy(
            value -> assertThat(value).doesNotContain(ListenerEvents.CANARY, "call-", "request-"))
        .allSatisfy(value -> assertThat(value).doesNotContain("code-1").doesNotContain("reason"));
    assertThat(registry.scrape())
        .contains("telproof_question_seconds_count")
        .doesNotContain(ListenerEvents.CANARY);
  }

  @Test
  void the_tags_are_words_of_a_closed_set() {
    ListenerEvents.everything(meters);
    ask(1000, new Random(20));

    Set<String> words = new HashSet<>(PROVIDERS);
    words.addAll(List.of("20/s", "1000/day"));
    words.addAll(List.of("Ask", "known", "answered", "shadow", "skipped", "true", "false"));
    for (CheckType check : CheckType.values()) {
      words.add(check.key());
    }
    Stream.of(
            Gap.values(),
            FailureKind.values(),
            Charge.values(),
            AnswerOrigin.values(),
            BreakerState.values(),
            Agreement.values())
        .flatMap(Arrays::stream)
        .forEach(each -> words.add(TagValues.of(each)));
    assertThat(words).containsAll(tagValues(ids()));
  }

  private void ask(int questions, Random random) {
    for (int i = 0; i < questions; i++) {
      CheckType check = any(random, CheckType.values());
      CallContext context =
          new CallContext(
              Duration.ofSeconds(10),
              ListenerEvents.CANARY + "-" + random.nextLong(),
              Optional.empty());
      Duration elapsed = Duration.ofMillis(random.nextInt(20_000));
      Charge charge = any(random, Charge.values());
      String provider = PROVIDERS.get(random.nextInt(PROVIDERS.size()));
      List<Attempt> earlier = earlier(random);
      if (random.nextBoolean()) {
        AnswerOrigin served = any(random, AnswerOrigin.values());
        Optional<Gap> gap =
            random.nextBoolean() ? Optional.empty() : Optional.of(any(random, Gap.values()));
        meters.answered(
            check,
            context,
            gap,
            ListenerEvents.receipt(provider, charge, earlier, served),
            elapsed);
        if (served != AnswerOrigin.FRESH) {
          continue;
        }
      } else {
        FailureKind kind = any(random, FailureKind.values());
        meters.failed(
            check, context, ListenerEvents.failure(provider, kind, charge, earlier), elapsed);
      }
      bill.merge(charge, 1, Integer::sum);
      earlier.forEach(each -> bill.merge(each.charge(), 1, Integer::sum));
      if (random.nextInt(10) == 0) {
        Charge shadow = any(random, Charge.values());
        meters.shadowAsked(check, "third", shadow);
        bill.merge(shadow, 1, Integer::sum);
      }
    }
  }

  private static List<Attempt> earlier(Random random) {
    List<Attempt> earlier = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Optional<FailureKind> kind =
          random.nextBoolean() ? Optional.empty() : Optional.of(any(random, FailureKind.values()));
      String provider = PROVIDERS.get(random.nextInt(PROVIDERS.size()));
      earlier.add(ListenerEvents.attempt(provider, kind, any(random, Charge.values())));
    }
    return earlier;
  }

  private static <T> T any(Random random, T[] all) {
    return all[random.nextInt(all.length)];
  }

  private Set<Meter.Id> ids() {
    Set<Meter.Id> ids = new HashSet<>();
    registry.getMeters().forEach(meter -> ids.add(meter.getId()));
    return ids;
  }

  private static Set<String> tagValues(Set<Meter.Id> ids) {
    Set<String> values = new HashSet<>();
    for (Meter.Id id : ids) {
      id.getTags().stream().map(Tag::getValue).forEach(values::add);
    }
    return values;
  }

  /** How many meters there can be, of three providers with one operation each. */
  private static int everyWord() {
    int checks = CheckType.values().length * PROVIDERS.size();
    int charges = Charge.values().length;
    int questions = (1 + Gap.values().length + FailureKind.values().length) * charges * 3;
    int attempts = (4 + FailureKind.values().length) * charges;
    int breakers = 1 + BreakerState.values().length;
    int operations = PROVIDERS.size() * (2 + 1 + 2 * ListenerEvents.LIMITS.all().size());
    int shadows = CheckType.values().length * Agreement.values().length;
    return checks * (questions + attempts + breakers) + operations + shadows;
  }
}
