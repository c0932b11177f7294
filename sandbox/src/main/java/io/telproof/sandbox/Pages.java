package io.telproof.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What the sandbox says in its own name: the bill, the table, the keys, faults, and what there is.
 */
final class Pages {

  private static final List<String> SERVED =
      List.of(
          "GET /bill",
          "GET /magic-numbers",
          "GET /keys",
          "POST /keys/{id}/revoke",
          "POST /keys/{id}/restore",
          "GET /faults",
          "POST /faults/{name}?times={n}",
          "DELETE /faults");

  private final Bill bill;
  private final List<Vendor> vendors;
  private final KeyPage keys;
  private final FaultPage faults;

  Pages(Bill bill, Faults faults, List<Vendor> vendors) {
    this.bill = bill;
    this.vendors = vendors;
    this.keys = new KeyPage(vendors);
    this.faults = new FaultPage(faults);
  }

  VendorReply answer(VendorRequest request) {
    ReceivedRequest nobody = ReceivedRequest.nothing("sandbox", "", false);
    return switch (request.method() + ' ' + request.path()) {
      case "GET /bill" -> VendorReply.json(200, bill.json(), nobody);
      case "GET /magic-numbers" -> VendorReply.json(200, magicNumbers(), nobody);
      default -> below(request).orElseGet(() -> VendorReply.json(404, served(), nobody));
    };
  }

  private Optional<VendorReply> below(VendorRequest request) {
    return keys.answer(request).or(() -> faults.answer(request));
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
      ArrayNode camaraNumbers = row.putArray("camaraNumbers");
      for (int digit = 0; digit <= 9; digit++) {
        camaraNumbers.add(scenario.camaraNumber(digit));
      }
      row.put("email", scenario.emailAddress());
      ObjectNode answers = row.putObject("answers");
      for (Check check : Check.values()) {
        answers.put(check.slug(), scenario.answers(check));
      }
      row.put("camara", scenario.camara());
    }
    return table.toString();
  }

  private String served() {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put(
        "error",
        "this is no page of the sandbox, or not its method, or there is no such key; and no vendor"
            + " here speaks the protocol of this request");
    ArrayNode vendorNames = page.putArray("vendors");
    vendors.forEach(vendor -> vendorNames.add(vendor.name()));
    ArrayNode pages = page.putArray("pages");
    SERVED.forEach(pages::add);
    return page.toString();
  }
}
