package io.telproof.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The vendors' clocks over HTTP: what they say, and to put them ahead or back. */
final class ClockPage {
  private static final String PATH = "/clock";
  private static final Duration MOST = Duration.ofDays(3660);

  private final List<Vendor> vendors;
  private final ClockOffsets offsets;
  private final InstantSource clock;

  ClockPage(List<Vendor> vendors, ClockOffsets offsets, InstantSource clock) {
    this.vendors = vendors;
    this.offsets = offsets;
    this.clock = clock;
  }

  /** The answer to a request below {@code /clock}; empty where it is none, or of no vendor. */
  Optional<PageReply> answer(VendorRequest request) {
    String path = request.path();
    boolean get = request.method().equals("GET");
    if (get && path.equals(PATH)) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      vendors.forEach(vendor -> all.add(page(vendor)));
      return Optional.of(PageReply.json(all));
    }
    Optional<Vendor> wanted =
        vendors.stream().filter(vendor -> path.equals(PATH + '/' + vendor.name())).findFirst();
    if (get) {
      return wanted.map(vendor -> PageReply.json(page(vendor)));
    }
    return request.method().equals("POST")
        ? wanted.map(vendor -> set(vendor, PageQuery.of(request)))
        : Optional.empty();
  }

  private PageReply set(Vendor vendor, PageQuery query) {
    Optional<Duration> ahead = query.text("ahead").flatMap(ClockPage::duration);
    if (ahead.isEmpty()) {
      return PageReply.error(
          400, "expected ahead=, a duration of at most ten years, such as PT5M or PT-90S");
    }
    offsets.set(vendor.name(), ahead.get());
    return PageReply.json(page(vendor));
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(each -> each.abs().compareTo(MOST) <= 0);
    } catch (DateTimeParseException | ArithmeticException malformed) {
      return Optional.empty();
    }
  }

  private ObjectNode page(Vendor vendor) {
    Duration ahead = offsets.of(vendor.name());
    Instant now = clock.instant().plus(vendor.clockOffset()).plus(ahead);
    return JsonNodeFactory.instance
        .objectNode()
        .put("vendor", vendor.name())
        .put("ahead", ahead.toString())
        .put("seconds", ahead.toSeconds())
        .put("time", now.toString());
  }
}
