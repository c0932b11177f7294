package io.telproof.tencent;

import io.telproof.spi.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;

/** Replies of the vendor's gateway, made by hand. */
final class Replies {
  static final String REQUEST_ID = "f893bfcf-167d-45df-99aa-60a23fe5809d";

  private Replies() {}

  /** A response with these members, as they stand in JSON text. */
  static Reply response(String members) {
    return body(200, "{\"Response\":{" + members + ",\"RequestId\":\"" + REQUEST_ID + "\"}}");
  }

  static Reply error(String code) {
    return response("\"Error\":{\"Code\":\"" + code + "\",\"Message\":\"of no account\"}");
  }

  static Reply body(int status, String text) {
    return Reply.of(
        "main",
        "Operation",
        status,
        Headers.EMPTY,
        text.getBytes(StandardCharsets.UTF_8),
        Instant.EPOCH,
        Duration.ZERO);
  }
}
