package io.telproof.sandbox.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.VendorReply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class EventStreamTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Pattern ID = Pattern.compile("id: (\\d+)\n");

  private final RequestLog log = new RequestLog();
  private final AtomicInteger open = new AtomicInteger();
  private final StringBuilder sent = new StringBuilder();

  private void arrive(int requests) {
    for (int i = 0; i < requests; i++) {
      Bill.Line line =
          new Bill.Line(Instant.EPOCH, "acme", "Age", "", "ok", Billing.FREE, "", Optional.empty());
      VendorReply reply = VendorReply.json(200, "", ReceivedRequest.nothing("acme", "Age", true));
      log.add(RequestEntry.of(Instant.EPOCH, line, reply));
    }
  }

  /** What a reader that had seen so much is sent until this many requests came. */
  private List<Long> read(long seen, int requests) throws IOException {
    new EventStream(log, seen, LONG, open)
        .sendTo(
            text -> {
              sent.append(text);
              if (ids().size() >= requests) {
                log.close();
              }
            });
    return ids();
  }

  private List<Long> ids() {
    return ID.matcher(sent).results().map(each -> Long.valueOf(each.group(1))).toList();
  }

  @Test
  void what_is_kept_comes_first_in_its_order() throws IOException {
    arrive(3);
    assertThat(read(0, 3)).containsExactly(1L, 2L, 3L);
    assertThat(sent).startsWith("retry: 1000\nevent: hello\ndata: {\"run\":\"" + log.run());
    assertThat(sent).contains("event: request\ndata: {\"number\":1,");
    assertThat(sent).endsWith("event: current\ndata: {}\n\n");
  }

  @Test
  void a_reader_is_told_once_that_it_has_what_was_kept_also_if_that_is_nothing()
      throws IOException {
    List<String> texts = new ArrayList<>();
    new EventStream(log, 0, Duration.ofMillis(1), open)
        .sendTo(
            text -> {
              texts.add(text);
              if (texts.size() == 3) {
                log.close();
              }
            });
    assertThat(texts.get(1)).isEqualTo(":\n\nevent: current\ndata: {}\n\n");
    assertThat(texts.get(2)).isEqualTo(":\n\n");
  }

  @Test
  void a_reader_that_comes_again_is_sent_nothing_twice() throws IOException {
    arrive(5);
    assertThat(read(3, 2)).containsExactly(4L, 5L);
    assertThat(sent).doesNotContain("event: missed");
  }

  @Test
  void a_number_of_a_sandbox_that_ran_before_counts_for_nothing() throws IOException {
    arrive(2);
    assertThat(read(57, 2)).containsExactly(1L, 2L);
  }

  @Test
  void a_reader_that_is_too_slow_holds_nobody_up_and_is_told_how_much_it_missed()
      throws IOException {
    arrive(1);
    new EventStream(log, 0, LONG, open)
        .sendTo(
            text -> {
              // The first request is being read while more arrive than are kept.
              if (sent.indexOf("id: 1\n") < 0 && text.contains("id: 1\n")) {
                arrive(RequestLog.KEPT + 10);
              } else if (text.contains("id: 211\n")) {
                log.close();
              }
              sent.append(text);
            });
    assertThat(sent).contains("event: missed\ndata: 10\n\nid: 12\n");
    assertThat(ids()).hasSize(RequestLog.KEPT + 1).doesNotHaveDuplicates();
  }

  @Test
  void what_was_cleared_is_not_missed() throws IOException {
    arrive(5);
    log.clear();
    arrive(1);
    assertThat(read(2, 1)).containsExactly(6L);
    assertThat(sent).doesNotContain("event: missed");
  }

  @Test
  void what_is_cleared_under_a_reader_does_not_keep_it_busy() throws Exception {
    List<String> texts = new ArrayList<>();
    arrive(1);
    new EventStream(log, 0, LONG, open)
        .sendTo(
            text -> {
              texts.add(text);
              if (texts.size() == 2) {
                arrive(1);
                log.clear();
              } else if (texts.size() == 3) {
                arrive(1);
              } else if (texts.size() == 4) {
                log.close();
              }
            });
    assertThat(texts.get(2)).isEqualTo(":\n\n");
    assertThat(texts.get(3)).startsWith("id: 3\n");
  }

  @Test
  void a_silent_stream_has_a_heartbeat_of_comments() throws IOException {
    new EventStream(log, 0, Duration.ofMillis(1), open)
        .sendTo(
            text -> {
              sent.append(text);
              if (sent.indexOf(":\n\n:\n\n") >= 0) {
                log.close();
              }
            });
    assertThat(sent).contains(":\n\n:\n\n");
  }

  @Test
  void closing_ends_a_stream_that_waits() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try {
                new EventStream(log, 0, LONG, open).sendTo(text -> waiting.countDown());
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    reader.start();
    waiting.await();
    log.close();
    reader.join();
    assertThat(open).hasValue(0);
  }

  @Test
  void a_reader_that_has_gone_is_counted_no_longer() {
    EventStream stream = new EventStream(log, 0, LONG, open);
    assertThatThrownBy(
            () ->
                stream.sendTo(
                    text -> {
                      assertThat(open).hasValue(1);
                      throw new IOException("gone");
                    }))
        .hasMessage("gone");
    assertThat(open).hasValue(0);
  }
}
