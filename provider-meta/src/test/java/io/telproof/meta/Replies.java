package io.telproof.meta;

import io.telproof.spi.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;

/** Replies of Meta, made by hand. Single quotes stand for double ones. */
final class Replies {
  private Replies() {}

  /** A page with these entries, and no other behind it. */
  static Reply page(String... entries) {
    return body(200, "{'data':[" + String.join(",", entries) + "]}");
  }

  /** An entry of the pool, as its reference names the fields. */
  static String entry(String number, String status) {
    return "{'id':'5745','phone_number':'%s','code_verification_status':'%s'}"
        .formatted(number, status);
  }

  /** An error, with more members than a code where a test wants them. */
  static Reply error(int status, String code, String more) {
    return body(
        status,
        "{'error':{'message':'about +12015550100','type':'OAuthException','code':%s%s,"
                .formatted(code, more)
            + "'fbtrace_id':'AbCdEfGhIjKlMnOpQrStUvW'}}");
  }

  static Reply body(int status, String text) {
    return body(status, Headers.EMPTY, text);
  }

  static Reply body(int status, Headers headers, String text) {
    return Reply.of(
        "main",
        PreverifiedNumbers.OPERATION,
        status,
        headers,
        text.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-03-01T12:00:00Z"),
        Duration.ZERO);
  }
}
