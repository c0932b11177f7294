package io.telproof.limits.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.spi.ratelimit.RateLimit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judgement sees what is wrong, and holds nothing against a machine that was slow. */
final class SpanTest {
  private static final long MILLI = 1_000_000;
  private static final RateLimit LIMIT = RateLimit.perSecond(3);

  private static Span span(long grantedMillis, long stampedMillis) {
    return new Span(0, grantedMillis * MILLI, grantedMillis * MILLI, stampedMillis * MILLI);
  }

  @Test
  void windows_a_whole_period_apart_do_not_count_together() {
    List<Span> spans =
        List.of(span(0, 1), span(0, 1), span(0, 1), span(1_001, 1_001), span(1_001, 1_001));

    assertThat(Span.mostStamped(spans, LIMIT)).isEqualTo(3);
    assertThat(Span.mostCertain(spans, LIMIT)).isEqualTo(3);
  }

  @Test
  void one_too_many_within_a_period_is_seen() {
    List<Span> spans = List.of(span(0, 1), span(300, 301), span(600, 601), span(998, 999));

    assertThat(Span.mostStamped(spans, LIMIT)).isEqualTo(4);
    assertThat(Span.mostCertain(spans, LIMIT)).isEqualTo(4);
  }

  @Test
  void stamps_that_came_late_are_stamped_together_and_are_no_certain_fault() {
    // Sent in two windows; whoever stamps slept from 900 to 1500.
    List<Span> spans =
        List.of(
            span(900, 1_500),
            span(900, 1_500),
            span(900, 1_500),
            span(1_950, 1_951),
            span(1_950, 1_951),
            span(1_950, 1_951));

    assertThat(Span.mostStamped(spans, LIMIT)).isEqualTo(6);
    assertThat(Span.mostCertain(spans, LIMIT)).isEqualTo(3);
  }

  @Test
  void the_last_permit_before_the_stamp_is_the_one_that_was_used() {
    Books books = new Books();
    int question = Question.of(4, 17);
    books.granted(new Grant(question, 1, 10));
    books.granted(new Grant(question, 1, 20));
    books.arrived(new Arrival(25, question, true));
    books.granted(new Grant(question, 1, 30));

    assertThat(Span.of(books)).containsExactly(new Span(4, 1, 20, 25));
  }

  @Test
  void a_request_without_a_permit_is_a_fault() {
    Books books = new Books();
    books.arrived(new Arrival(25, Question.of(0, 1), true));

    assertThatThrownBy(() -> Span.of(books)).hasMessageContaining("without a permit");
  }

  @Test
  void what_was_earlier_stays_as_far_apart() {
    List<Span> spans = new ArrayList<>(List.of(span(100, 101), span(200, 201)));

    assertThat(spans.stream().map(each -> each.earlier(50 * MILLI)).toList())
        .containsExactly(span(50, 51), span(150, 151));
  }
}
