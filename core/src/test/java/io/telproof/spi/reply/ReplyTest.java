package io.telproof.spi.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class ReplyTest {
  private static Reply reply(String body) {
    return Reply.of(
        "main", "Op", 200, Headers.of(), body.getBytes(UTF_8), Instant.EPOCH, Duration.ofMillis(5));
  }

  @Test
  void whoever_looks_into_it_sees_what_was_read_the_first_time() {
    Reply reply = reply("{\"code\": \"0\"}");
    JsonObject first = reply.json().orElseThrow();
    assertThat(first.text("code")).contains("0");
    assertThat(reply.json().orElseThrow()).isSameAs(first);
    assertThat(
            reply
                .coded("0")
                .identified(Optional.of("an-id"))
                .retryAfter(Optional.empty())
                .json()
                .orElseThrow())
        .isSameAs(first);
  }

  @Test
  void what_is_no_JSON_is_none_however_often_it_is_looked_at() {
    Reply reply = reply("<html>");
    assertThat(reply.json()).isEmpty();
    assertThat(reply.coded("0").json()).isEmpty();
  }

  @Test
  void a_body_that_was_given_out_can_be_changed_without_changing_the_reply() {
    Reply reply = reply("{\"code\": \"0\"}");
    reply.body()[0] = 'x';
    assertThat(new String(reply.body(), UTF_8)).isEqualTo("{\"code\": \"0\"}");
    assertThat(reply.json()).isPresent();
  }

  @Test
  void its_text_says_how_long_it_is_and_nothing_that_it_says() {
    assertThat(reply("{\"n\": 13800138000}")).hasToString("Reply[Op, HTTP 200, 18 bytes]");
    assertThat(reply("{}").known("value", Charge.FREE).receipt().requestId()).isEmpty();
  }
}
