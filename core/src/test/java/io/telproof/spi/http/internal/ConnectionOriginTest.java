package io.telproof.spi.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a connection serves the next question depends on what was found of the last reply. */
class ConnectionOriginTest {
  private final RequestIds ids = new RequestIds();
  private final ReplyFinding verdict = new ReplyFinding();
  private ChannelSocket channel;
  private ConnectionOrigin origin;

  @BeforeEach
  void connect() throws Exception {
    channel = new ChannelSocket();
    origin = new ConnectionOrigin(new ConnectionGuard(channel), verdict, ids);
  }

  @AfterEach
  void disconnect() throws Exception {
    channel.close();
  }

  @Test
  void a_reply_with_an_id_of_its_own_is_believed_again_and_again() {
    assertThat(origin.isStale("a")).isFalse();
    assertThat(origin.isStale("a")).isFalse();
    assertThat(verdict.finding()).isEqualTo(ReplyFinding.Finding.OWN);
  }

  @Test
  void a_reply_with_an_id_that_was_seen_is_not() {
    ids.add("a");
    assertThat(origin.isStale("a")).isTrue();
    assertThat(verdict.finding()).isEqualTo(ReplyFinding.Finding.NOT_OWN);
  }

  @Test
  void of_a_reply_that_nobody_has_looked_at_nothing_is_known() {
    assertThat(verdict.finding()).isEqualTo(ReplyFinding.Finding.NONE);
  }

  @Test
  void the_first_word_about_a_reply_counts() {
    origin.unexpected();
    assertThat(origin.isStale("a")).isFalse();
    assertThat(verdict.finding()).isEqualTo(ReplyFinding.Finding.NOT_OWN);
  }
}
