package io.telproof.client.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QueryPartsTest {
  /** As a check may ask that is still to come. */
  record Loose(Optional<String> name, OptionalInt months, Optional<String> city) {}

  private static final Optional<String> NONE = Optional.empty();

  @Test
  void what_is_missing_in_one_place_is_not_taken_for_what_is_missing_in_another() {
    assertThat(QueryParts.of(new Loose(Optional.of("a"), OptionalInt.empty(), NONE)))
        .isNotEqualTo(QueryParts.of(new Loose(NONE, OptionalInt.empty(), Optional.of("a"))));
    assertThat(QueryParts.of(new Loose(NONE, OptionalInt.of(6), NONE)))
        .isNotEqualTo(QueryParts.of(new Loose(NONE, OptionalInt.empty(), Optional.of("6"))));
  }

  @Test
  void the_same_question_has_the_same_parts() {
    assertThat(QueryParts.of(new Loose(Optional.of("a"), OptionalInt.of(6), Optional.of("b"))))
        .isEqualTo(QueryParts.of(new Loose(Optional.of("a"), OptionalInt.of(6), Optional.of("b"))))
        .contains("a", "6", "b");
  }
}
