package io.telproof.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.telproof.sandbox.VendorRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** The last requests over HTTP, as a list and as they arrive. */
final class RequestPage {
  /** Each keeps a thread and a connection. */
  static final int STREAMS = 32;

  private final RequestLog log;
  private final Duration heartbeat;
  private final AtomicInteger streams = new AtomicInteger();

  RequestPage(RequestLog log, Duration heartbeat) {
    this.log = log;
    this.heartbeat = heartbeat;
  }

  /** The answer to a request for the requests; empty where it is none. */
  Optional<PageReply> answer(VendorRequest request) {
    return switch (request.method() + ' ' + request.path()) {
      case "GET /requests" -> Optional.of(list(PageQuery.of(request)));
      case "DELETE /requests" -> {
        log.clear();
        yield Optional.of(page(0));
      }
      case "GET /events" -> Optional.of(events(request));
      default -> Optional.empty();
    };
  }

  private PageReply list(PageQuery query) {
    OptionalLong after = query.number("after", 0, Long.MAX_VALUE, 0);
    return after.isPresent()
        ? page(after.getAsLong())
        : PageReply.error(400, "expected after=, the number of a request");
  }

  private PageReply page(long after) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("run", log.run()).put("last", log.last());
    ArrayNode requests = page.putArray("requests");
    log.after(after).forEach(each -> requests.addRawValue(new RawValue(each.json())));
    return PageReply.json(page);
  }

  private PageReply events(VendorRequest request) {
    if (streams.get() >= STREAMS) {
      return PageReply.error(503, "there are " + STREAMS + " readers of events, and that is many");
    }
    long seen = request.header("Last-Event-ID").map(RequestPage::number).orElse(0L);
    return PageReply.stream(new EventStream(log, seen, heartbeat, streams));
  }

  /** Zero where it is none: a reader that says nothing sensible is told everything. */
  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
