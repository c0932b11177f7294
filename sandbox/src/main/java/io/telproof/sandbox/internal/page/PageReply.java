package io.telproof.sandbox.internal.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.VendorReply;
import java.util.List;
import java.util.Optional;

/**
 * What the sandbox replies in its own name.
 *
 * @param reply all of it, or the head of a stream
 * @param events what follows the head
 */
public record PageReply(VendorReply reply, Optional<EventStream> events) {
  private static final ReceivedRequest NOBODY = ReceivedRequest.nothing("sandbox", "", false);

  static PageReply json(JsonNode page) {
    return json(200, page.toString());
  }

  static PageReply json(int status, String text) {
    return text(status, "application/json", text);
  }

  static PageReply error(int status, String sentence) {
    return json(status, JsonNodeFactory.instance.objectNode().put("error", sentence).toString());
  }

  /** A page of this type, in UTF-8. */
  static PageReply text(int status, String type, String text) {
    List<Header> headers =
        List.of(
            new Header("Content-Type", type),
            new Header("Cache-Control", "no-store"),
            new Header("X-Content-Type-Options", "nosniff"),
            new Header("Cross-Origin-Resource-Policy", "same-origin"),
            new Header("Referrer-Policy", "no-referrer"));
    return new PageReply(
        new VendorReply(status, headers, text, NOBODY, "", "", Billing.FREE, Optional.empty()),
        Optional.empty());
  }

  static PageReply stream(EventStream events) {
    return new PageReply(text(200, "text/event-stream", "").reply(), Optional.of(events));
  }

  PageReply with(String name, String value) {
    return new PageReply(reply.with(name, value), events);
  }
}
