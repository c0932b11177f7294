package io.telproof.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.telproof.sandbox.Limits;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The vendors' limits over HTTP: what they are, and to raise or lower them. */
final class LimitPage {
  private static final String PATH = "/limits";
  private static final int MOST = 1_000_000;

  private final List<Vendor> vendors;

  LimitPage(List<Vendor> vendors) {
    this.vendors = vendors;
  }

  /** The answer to a request below {@code /limits}; empty where it is none, or of no operation. */
  Optional<PageReply> answer(VendorRequest request) {
    if (request.method().equals("GET") && request.path().equals(PATH)) {
      return Optional.of(page());
    }
    if (!request.method().equals("POST")) {
      return Optional.empty();
    }
    for (Vendor vendor : vendors) {
      for (String operation : vendor.limits().initial().keySet()) {
        if (request.path().equals(PATH + '/' + vendor.name() + '/' + operation)) {
          return Optional.of(set(vendor.limits(), operation, PageQuery.of(request)));
        }
      }
    }
    return Optional.empty();
  }

  private PageReply set(Limits limits, String operation, PageQuery query) {
    OptionalLong permits = query.number("perSecond", 1, MOST, 0);
    if (permits.isEmpty()) {
      return PageReply.error(400, "expected perSecond=, a whole number from 1 to " + MOST);
    }
    limits.set(operation, (int) permits.getAsLong());
    return page();
  }

  private PageReply page() {
    ArrayNode page = JsonNodeFactory.instance.arrayNode();
    for (Vendor vendor : vendors) {
      Limits limits = vendor.limits();
      limits
          .perSecond()
          .forEach(
              (operation, permits) ->
                  page.addObject()
                      .put("vendor", vendor.name())
                      .put("operation", operation)
                      .put("perSecond", permits)
                      .put("initial", limits.initial().get(operation)));
    }
    return PageReply.json(page);
  }
}
