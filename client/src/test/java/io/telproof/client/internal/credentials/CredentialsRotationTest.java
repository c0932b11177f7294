package io.telproof.client.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.client.ExpiringCredentials;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialsRotationTest {
  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private CredentialsRotation overlap = CredentialsRotation.of(generation("A", Optional.empty()));

  private FetchedCredentials generation(String name, Optional<Instant> until) {
    return new FetchedCredentials(
        new ExpiringCredentials(TestCredentials.of(name), until), time.nanos());
  }

  private void got(String name) {
    overlap = overlap.then(generation(name, Optional.empty()));
  }

  private void got(String name, Duration length) {
    overlap = overlap.then(generation(name, Optional.of(time.now().plus(length))));
  }

  private void refused(String name) {
    overlap = overlap.refused(TestCredentials.of(name), time.now(), time);
  }

  private String inUse() {
    return TestCredentials.name(overlap.inUse(time.now()).credentials());
  }

  @Test
  void the_latest_keys_are_used() {
    got("B");
    assertThat(inUse()).isEqualTo("B");
  }

  @Test
  void where_they_are_refused_the_ones_before_are_used_for_thirty_seconds() {
    got("B");
    refused("B");
    assertThat(inUse()).isEqualTo("A");
    time.advance(Duration.ofSeconds(30).minusNanos(1));
    assertThat(inUse()).isEqualTo("A");
    time.advance(Duration.ofNanos(1));
    assertThat(inUse()).isEqualTo("B");
  }

  @Test
  void a_second_refusal_meanwhile_makes_it_no_longer() {
    got("B");
    refused("B");
    time.advance(Duration.ofSeconds(29));
    refused("B");
    time.advance(Duration.ofSeconds(1));
    assertThat(inUse()).isEqualTo("B");
  }

  @Test
  void a_refusal_after_that_puts_them_aside_again() {
    got("B");
    refused("B");
    time.advance(Duration.ofSeconds(30));
    refused("B");
    assertThat(inUse()).isEqualTo("A");
  }

  @Test
  void where_the_ones_before_are_refused_as_well_the_latest_are_used() {
    got("B");
    refused("B");
    refused("A");
    assertThat(inUse()).isEqualTo("B");
    refused("B");
    assertThat(inUse()).isEqualTo("B");
  }

  @Test
  void not_even_the_ones_before_those_are_used_first() {
    got("B");
    got("C");
    refused("C");
    refused("B");
    assertThat(inUse()).isEqualTo("C");
  }

  @Test
  void a_late_refusal_of_keys_that_are_not_used_changes_nothing_in_use() {
    got("B");
    got("C");
    refused("C");
    refused("A");
    assertThat(inUse()).isEqualTo("B");
  }

  @Test
  void where_there_are_none_before_the_latest_are_used() {
    refused("A");
    assertThat(inUse()).isEqualTo("A");
  }

  @Test
  void keys_that_have_ended_are_not_used_again() {
    got("B", Duration.ofMinutes(1));
    got("C");
    time.advance(Duration.ofMinutes(1));
    refused("C");
    assertThat(inUse()).isEqualTo("A");
  }

  @Test
  void keys_that_end_while_they_are_used_give_way() {
    overlap = CredentialsRotation.of(generation("A", Optional.of(time.now().plusSeconds(10))));
    got("B");
    refused("B");
    assertThat(inUse()).isEqualTo("A");
    time.advance(Duration.ofSeconds(10));
    assertThat(inUse()).isEqualTo("B");
  }

  @Test
  void new_keys_are_used_at_once_whatever_was_refused() {
    got("B");
    refused("B");
    got("C");
    assertThat(inUse()).isEqualTo("C");
  }

  @Test
  void half_a_change_does_not_push_out_the_keys_that_work() {
    got("half");
    got("B");
    refused("half");
    refused("B");
    assertThat(inUse()).isEqualTo("A");
  }

  @Test
  void keys_that_were_refused_as_the_latest_are_still_fallen_back_to() {
    // A permission may have been missing for one operation, or the vendor not have known them yet.
    refused("A");
    got("B");
    refused("B");
    assertThat(inUse()).isEqualTo("A");
  }

  @Test
  void two_generations_are_kept_and_no_more() {
    got("B");
    got("C");
    got("D");
    refused("D");
    refused("C");
    refused("D");
    assertThat(inUse()).isEqualTo("B");
    refused("B");
    refused("D");
    assertThat(inUse()).isEqualTo("D");
  }

  @Test
  void keys_that_come_back_are_the_latest_and_not_before_themselves() {
    got("B");
    got("A");
    assertThat(inUse()).isEqualTo("A");
    refused("A");
    assertThat(inUse()).isEqualTo("B");
    refused("B");
    assertThat(inUse()).isEqualTo("A");
  }

  @Test
  void keys_that_come_back_do_not_push_out_others() {
    got("B");
    got("C");
    got("B");
    refused("B");
    refused("C");
    refused("B");
    assertThat(inUse()).isEqualTo("A");
  }

  @Test
  void the_same_keys_with_another_end_keep_what_was_before_them() {
    got("B", Duration.ofMinutes(1));
    refused("B");
    got("B", Duration.ofMinutes(2));
    assertThat(inUse()).isEqualTo("A");
    assertThat(overlap.latest().ended(time.now().plusSeconds(90))).isFalse();
  }

  @Test
  void nothing_of_a_key_is_printed() {
    got("B");
    refused("B");
    assertThat(overlap.toString()).doesNotContain("Canary", "id-");
  }
}
