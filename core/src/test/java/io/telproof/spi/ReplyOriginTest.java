package io.telproof.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.Verdict.Finding;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replies on one connection, of which the second may be looked at before the first. */
class ReplyOriginTest {
  private final RequestIds ids = new RequestIds();
  private final Verdict first = new Verdict();
  private final Verdict second = new Verdict();
  private SocketChannel channel;
  private ConnectionGuard connection;
  private ReplyOrigin before;
  private ReplyOrigin after;

  @BeforeEach
  void connect() throws Exception {
    channel = SocketChannel.open();
    connection = new ConnectionGuard(channel);
    before = new ReplyOrigin(connection, Verdict.none(), first, ids);
    after = new ReplyOrigin(connection, first, second, ids);
  }

  @AfterEach
  void disconnect() throws Exception {
    channel.close();
  }

  @Test
  void a_reply_with_an_id_of_its_own_is_believed_again_and_again() {
    assertThat(before.isStale("a")).isFalse();
    assertThat(before.isStale("a")).isFalse();
    assertThat(after.isStale("b")).isFalse();
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void a_reply_with_an_id_that_was_seen_is_not_and_ends_its_connection() {
    before.isStale("a");
    assertThat(after.isStale("a")).isTrue();
    assertThat(connection.ready()).isFalse();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void what_a_stale_reply_has_left_behind_is_not_believed_though_its_id_is_new() {
    ids.add("a");
    assertThat(before.isStale("a")).isTrue();
    assertThat(after.isStale("b")).isTrue();
  }

  @Test
  void a_reply_whose_id_is_new_is_believed_after_one_that_nobody_looked_at() {
    assertThat(after.isStale("b")).isFalse();
  }

  @Test
  void a_reply_without_an_id_is_believed_after_one_with_an_id() {
    before.isStale("a");
    assertThat(after.isStale()).isFalse();
    assertThat(second.finding()).isEqualTo(Finding.UNTOLD);
  }

  @Test
  void a_reply_without_an_id_is_not_believed_after_another_without_one() {
    assertThat(before.isStale()).isFalse();
    assertThat(after.isStale()).isTrue();
  }

  @Test
  void the_first_word_about_a_reply_counts() {
    before.unexpected();
    before.isStale("a");
    assertThat(first.finding()).isEqualTo(Finding.UNTOLD);
  }
}
