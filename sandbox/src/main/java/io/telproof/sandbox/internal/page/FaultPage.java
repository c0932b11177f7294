package io.telproof.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Faults;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The faults over HTTP: what there are, and those that the next requests meet. */
final class FaultPage {
  private static final String PATH = "/faults";
  private static final int MOST = 1000;

  private final Faults faults;
  private final List<String> names;

  FaultPage(Faults faults, List<Vendor> vendors) {
    this.faults = faults;
    this.names = vendors.stream().map(Vendor::name).toList();
  }

  /** The answer to a request below {@code /faults}; empty where it is none. */
  Optional<PageReply> answer(VendorRequest request) {
    String path = request.path();
    boolean all = path.equals(PATH);
    if (all && request.method().equals("GET")) {
      return Optional.of(page(200, Optional.empty()));
    }
    if (all && request.method().equals("DELETE")) {
      faults.clear();
      return Optional.of(page(200, Optional.empty()));
    }
    return request.method().equals("POST") && path.startsWith(PATH + '/')
        ? Optional.of(named(path.substring(PATH.length() + 1), PageQuery.of(request)))
        : Optional.empty();
  }

  private PageReply named(String name, PageQuery query) {
    Optional<Fault> fault =
        Arrays.stream(Fault.values()).filter(each -> each.name().equals(name)).findFirst();
    if (fault.isEmpty()) {
      return page(404, Optional.of("there is no fault of this name"));
    }
    OptionalLong times = query.number("times", 1, MOST, 1);
    if (times.isEmpty() || !query.hasOnly("times", "vendor")) {
      return page(
          400, Optional.of("expected times=, a whole number from 1 to 1000, and perhaps vendor="));
    }
    Optional<String> vendor = query.text("vendor");
    if (vendor.isPresent() && !names.contains(vendor.get())) {
      return page(400, Optional.of("expected vendor=, one of " + String.join(", ", names)));
    }
    int replies = (int) times.getAsLong();
    vendor.ifPresentOrElse(
        each -> faults.next(replies, fault.get(), each), () -> faults.next(replies, fault.get()));
    return page(200, Optional.empty());
  }

  private PageReply page(int status, Optional<String> error) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    error.ifPresent(sentence -> page.put("error", sentence));
    ArrayNode waiting = page.putArray("waiting");
    faults.waiting().forEach(fault -> waiting.add(fault.name()));
    ArrayNode all = page.putArray("faults");
    for (Fault fault : Fault.values()) {
      all.addObject().put("name", fault.name()).put("sentence", fault.sentence());
    }
    ArrayNode queue = page.putArray("queue");
    for (Faults.Waiting each : faults.queue()) {
      queue.addObject().put("fault", each.fault().name()).put("vendor", each.vendor().orElse(null));
    }
    return PageReply.json(status, page.toString());
  }
}
