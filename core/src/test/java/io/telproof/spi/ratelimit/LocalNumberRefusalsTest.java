package io.telproof.spi.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalNumberRefusalsTest {
  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final LocalNumberRefusals refusals = new LocalNumberRefusals(time);

  private Instant in(Duration duration) {
    return time.now().plus(duration);
  }

  @Test
  void a_number_is_refused_until_the_moment_that_was_said_and_others_are_not() {
    Instant until = in(Duration.ofHours(1));
    refusals.add("one", until);
    assertThat(refusals.until("one")).contains(until);
    assertThat(refusals.until("two")).isEmpty();
    time.advance(Duration.ofHours(1).minusNanos(1));
    assertThat(refusals.until("one")).contains(until);
    time.advance(Duration.ofNanos(1));
    assertThat(refusals.until("one")).isEmpty();
  }

  @Test
  void what_is_over_already_is_not_remembered() {
    refusals.add("one", time.now());
    assertThat(refusals.until("one")).isEmpty();
  }

  @Test
  void a_later_refusal_stands_in_the_place_of_the_one_before_be_it_longer_or_shorter() {
    refusals.add("one", in(Duration.ofHours(2)));
    refusals.add("one", in(Duration.ofHours(3)));
    assertThat(refusals.until("one")).contains(in(Duration.ofHours(3)));
    refusals.add("one", in(Duration.ofHours(1)));
    assertThat(refusals.until("one")).contains(in(Duration.ofHours(1)));
    time.advance(Duration.ofHours(1));
    assertThat(refusals.until("one")).as("nothing is left of the longer ones").isEmpty();
  }

  @Test
  void the_end_of_a_refusal_that_was_replaced_is_not_the_end_of_the_longer_one() {
    Instant longer = in(Duration.ofHours(3));
    refusals.add("one", in(Duration.ofHours(1)));
    refusals.add("one", longer);
    time.advance(Duration.ofHours(2));
    assertThat(refusals.until("one")).contains(longer);
  }

  @Test
  void beyond_a_hundred_thousand_what_ends_soonest_is_forgotten() {
    IntStream.range(0, LocalNumberRefusals.MOST)
        .forEach(i -> refusals.add("number " + i, in(Duration.ofHours(10).plusSeconds(i))));
    assertThat(refusals.until("number 0")).isPresent();
    refusals.add("one more", in(Duration.ofDays(2)));
    assertThat(refusals.until("number 0")).isEmpty();
    assertThat(refusals.until("number 1")).isPresent();
    assertThat(refusals.until("one more")).isPresent();
    refusals.add("the soonest", in(Duration.ofHours(1)));
    assertThat(refusals.until("the soonest")).isEmpty();
    assertThat(refusals.until("number 1")).isPresent();
    refusals.add("number 1", in(Duration.ofDays(1)));
    assertThat(refusals.until("number 2")).as("what is replaced takes no room").isPresent();
  }

  @Test
  void what_ends_at_the_same_moment_is_told_apart() {
    Instant until = in(Duration.ofHours(1));
    refusals.add("one", until);
    refusals.add("two", until);
    assertThat(refusals.until("one")).contains(until);
    assertThat(refusals.until("two")).contains(until);
    time.advance(Duration.ofHours(1));
    assertThat(refusals.until("one")).isEmpty();
    assertThat(refusals.until("two")).isEmpty();
  }

  @Test
  void what_is_over_makes_room_for_others() {
    IntStream.range(0, LocalNumberRefusals.MOST)
        .forEach(i -> refusals.add("number " + i, in(Duration.ofHours(1))));
    time.advance(Duration.ofHours(1));
    refusals.add("short", in(Duration.ofMinutes(1)));
    refusals.add("shorter", in(Duration.ofSeconds(1)));
    assertThat(refusals.until("short")).isPresent();
    assertThat(refusals.until("shorter")).isPresent();
  }
}
