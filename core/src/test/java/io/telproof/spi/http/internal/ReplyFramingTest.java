package io.telproof.spi.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a reply ends: a second statement of RFC 9112, held against every way to cut the bytes. */
class ReplyFramingTest {
  private static final String BEHIND = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 403 \u00e5\u0086\u0085\r\nConnection: Upgrade, Keep-Alive\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 503 Busy\r\ncontent-length:3\r\nDate: x\r\nConnection: Keep-Alive\r\n\r\n{ }",
        "HTTP/1.1 404 Not\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n1\r\n{\r\nA\r\n0123456789\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: \r\nContent-Length: 4\r\n\r\n\r\n\r\n",
      })
  void a_plain_reply_ends_at_its_last_byte_however_it_is_cut(String reply) throws Exception {
    for (long seed = 0; seed < 50; seed++) {
      ReplyFraming framing = new ReplyFraming();
      assertThat(taken(framing, reply + BEHIND, new Random(seed)))
          .as("seed %d", seed)
          .isEqualTo(reply.length());
      assertThat(framing.whole()).isTrue();
      framing.next();
      assertThat(framing.whole()).isFalse();
      assertThat(taken(framing, BEHIND + "x", new Random(seed))).isEqualTo(BEHIND.length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 101 Switching\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ntran\u00c5\u00bffer-encoding: chunked\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\n Content-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nX: 1\r\n folded\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0;last\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nTrailer: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}x\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n{}\r\n0\r\n\r\n",
      })
  void any_other_reply_never_ends(String reply) throws Exception {
    for (long seed = 0; seed < 50; seed++) {
      ReplyFraming framing = new ReplyFraming();
      String all = reply + BEHIND;
      assertThat(taken(framing, all, new Random(seed))).as("seed %d", seed).isEqualTo(all.length());
      assertThat(framing.whole()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\nHTTP/1.1 200 OK\r\n",
        "HTTP/1.1 -20 OK\r\n",
        "HTTP/1.1 20 OK\r\n",
        "HTTP/1.1 000 OK\r\n",
        "HTTP/1.1 2000 OK\r\n",
        "HTTP/2 200\r\n",
        "220 smtp ready\r\n",
      })
  void what_is_no_reply_is_refused_and_not_quoted(String bytes) {
    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(() -> taken(new ReplyFraming(), bytes, new Random(1)))
        .withMessage("no reply of HTTP/1");
  }

  @Test
  void a_line_without_an_end_is_taken_and_never_ends() throws Exception {
    ReplyFraming framing = new ReplyFraming();
    String endless =
        "HTTP/1.1 200 OK\r\nX: " + "x".repeat(10_000) + "\r\nContent-Length: 0\r\n\r\n";
    assertThat(taken(framing, endless, new Random(3))).isEqualTo(endless.length());
    assertThat(framing.whole()).isFalse();
  }

  /** Gives the bytes in random pieces until some are refused. */
  private static int taken(ReplyFraming framing, String text, Random random)
      throws ProtocolException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int at = 0;
    while (at < bytes.length) {
      int some = Math.min(1 + random.nextInt(random.nextBoolean() ? 3 : 60), bytes.length - at);
      int ours = framing.take(bytes, at, some);
      at += ours;
      if (ours < some) {
        break;
      }
    }
    return at;
  }
}
