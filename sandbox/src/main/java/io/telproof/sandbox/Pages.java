package io.telproof.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the sandbox says in its own name: the bill, the table, and what else there is. */
final class Pages {

  private final Bill bill;
  private final List<Vendor> vendors;

  Pages(Bill bill, List<Vendor> vendors) {
    this.bill = bill;
    this.vendors = vendors;
  }

  VendorReply answer(VendorRequest request) {
    ReceivedRequest nobody = ReceivedRequest.nothing("sandbox", "", false);
    return switch (request.method() + ' ' + request.path()) {
      case "GET /bill" -> VendorReply.json(200, bill.json(), nobody);
      case "GET /magic-numbers" -> VendorReply.json(200, magicNumbers(), nobody);
      default -> VendorReply.json(404, served(), nobody);
    };
  }

  private static String magicNumbers() {
    ArrayNode table = JsonNodeFactory.instance.arrayNode();
    for (Scenario scenario : Scenario.values()) {
      ObjectNode row = table.addObject();
      row.put("scenario", "%02d".formatted(scenario.number())).put("name", scenario.slug());
      row.put("sentence", scenario.sentence());
      ArrayNode numbers = row.putArray("numbers");
      for (int digit = 0; digit <= 9; digit++) {
        numbers.add(scenario.phoneNumber(digit));
      }
      row.put("email", scenario.emailAddress());
      ObjectNode answers = row.putObject("answers");
      for (Check check : Check.values()) {
        answers.put(check.slug(), scenario.answers(check));
      }
    }
    return table.toString();
  }

  private String served() {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("error", "no vendor here speaks the protocol of this request");
    ArrayNode vendorNames = page.putArray("vendors");
    vendors.forEach(vendor -> vendorNames.add(vendor.name()));
    page.putArray("pages").add("GET /bill").add("GET /magic-numbers");
    return page.toString();
  }
}
