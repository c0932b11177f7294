package io.telproof.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The faults over HTTP: what there are, and those that the next requests meet. */
final class FaultPage {
  private static final String PATH = "/faults";
  private static final Pattern TIMES = Pattern.compile("times=([1-9]\\d{0,2}|1000)");

  private final Faults faults;

  FaultPage(Faults faults) {
    this.faults = faults;
  }

  /** The answer to a request below {@code /faults}; empty where it is none. */
  Optional<VendorReply> answer(VendorRequest request) {
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
        ? Optional.of(named(path.substring(PATH.length() + 1), request.query()))
        : Optional.empty();
  }

  private VendorReply named(String name, String query) {
    Optional<Fault> fault =
        Arrays.stream(Fault.values()).filter(each -> each.name().equals(name)).findFirst();
    if (fault.isEmpty()) {
      return page(404, Optional.of("there is no fault of this name"));
    }
    Matcher times = TIMES.matcher(query.isEmpty() ? "times=1" : query);
    if (!times.matches()) {
      return page(400, Optional.of("expected times=, a whole number from 1 to 1000"));
    }
    faults.next(Integer.parseInt(times.group(1)), fault.get());
    return page(200, Optional.empty());
  }

  private VendorReply page(int status, Optional<String> error) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    error.ifPresent(sentence -> page.put("error", sentence));
    ArrayNode waiting = page.putArray("waiting");
    faults.waiting().forEach(fault -> waiting.add(fault.name()));
    ArrayNode all = page.putArray("faults");
    for (Fault fault : Fault.values()) {
      all.addObject().put("name", fault.name()).put("sentence", fault.sentence());
    }
    return VendorReply.json(status, page.toString(), ReceivedRequest.nothing("sandbox", "", false));
  }
}
