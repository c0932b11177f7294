package io.telproof.twilio;

import io.telproof.spi.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;

/** Replies of Twilio, made by hand. Single quotes stand for double ones. */
final class Replies {
  /** When the question was put. */
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private Replies() {}

  /** A refusal, as Twilio shapes it. */
  static Reply refusal(int status, String code) {
    return body(
        status,
        "{'code':%s,'message':'about +12015550100','more_info':'','status':%d}"
            .formatted(code, status));
  }

  /** A package of Lookup, beside what Lookup always tells. */
  static Reply lookup(String name, String found) {
    return body(200, "{'phone_number':'+12015550100','valid':true,'%s':%s}".formatted(name, found));
  }

  /** A package that has an error. */
  static Reply error(String name, String code) {
    return lookup(name, "{'error_code':%s}".formatted(code));
  }

  static Reply body(int status, String text) {
    return Reply.of(
        "main",
        "Operation",
        status,
        Headers.EMPTY,
        text.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
        NOW,
        Duration.ZERO);
  }
}
