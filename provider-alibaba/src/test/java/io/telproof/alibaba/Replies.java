package io.telproof.alibaba;

import io.telproof.spi.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;

/** Replies of the vendor's gateways, made by hand. */
final class Replies {
  static final String REQUEST_ID = "90E63D28-E31D-1EB2-8939-A9486641F4B5";

  private Replies() {}

  /** A refusal, as the gateway words it. */
  static Reply refusal(int status, String code) {
    return body(
        status,
        """
        {"RequestId":"%s","HostId":"cams.ap-southeast-1.aliyuncs.com","Code":"%s",\
        "Message":"about 8613800138000","Recommend":"https://api.aliyun.com/troubleshoot"}"""
            .formatted(REQUEST_ID, code));
  }

  /** A success whose result, with these members in JSON text, stands in this field. */
  static Reply success(String code, String holder, String members) {
    return body(
        200,
        """
        {"RequestId":"%s","Code":"%s","Message":"None","%s":{%s}}"""
            .formatted(REQUEST_ID, code, holder, members));
  }

  static Reply cloudauth(String members) {
    return success("200", "ResultObject", members);
  }

  static Reply body(int status, String text) {
    return body(status, text, Headers.EMPTY);
  }

  static Reply body(int status, String text, Headers headers) {
    return Reply.of(
        "main",
        "Operation",
        status,
        headers,
        text.getBytes(StandardCharsets.UTF_8),
        Instant.EPOCH,
        Duration.ZERO);
  }
}
