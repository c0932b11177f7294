package io.telproof.spi.http;

import io.telproof.spi.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import okhttp3.Headers;

/** Vendors that refuse a request for its time stamp, and tell their own time. */
public final class VendorTime {
  private VendorTime() {}

  /** After such a refusal. */
  public static void told(VendorProfile profile, Instant theirs) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs.atOffset(ZoneOffset.UTC));
    Reply refusal =
        Reply.of(
            "main", "Op", 401, Headers.of("Date", date), new byte[0], profile.now(), Duration.ZERO);
    profile.clock().learn(refusal, profile.now());
  }
}
