package io.telproof.camara;

import io.telproof.spi.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;

/** Replies of an operator, made by hand. Single quotes stand for double ones. */
final class Replies {
  private Replies() {}

  /** A refusal, as CAMARA shapes it. */
  static Reply refusal(int status, String code) {
    return body(
        status, "{'status':%d,'code':'%s','message':'about +34666666666'}".formatted(status, code));
  }

  static Reply success(String body) {
    return body(200, body);
  }

  static Reply body(int status, String text) {
    return Reply.of(
        "main",
        "Operation",
        status,
        Headers.EMPTY,
        text.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
        Instant.EPOCH,
        Duration.ZERO);
  }
}
