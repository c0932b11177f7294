package io.telproof.sandbox.meta;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.MagicNumber;
import io.telproof.sandbox.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers that the business holds: every magic number of mainland China whose scenario has one,
 * and whichever other number it is asked for. The pages do not say in which spellings a number is
 * found: here it is by its digits.
 */
final class Pool {

  private static final String STATUS = "code_verification_status";

  private Pool() {}

  /** All magic numbers that are in the pool and have this status, where one is asked for. */
  static List<ObjectNode> all(Optional<String> status) {
    List<ObjectNode> entries = new ArrayList<>();
    for (Scenario scenario : Scenario.values()) {
      for (int digit = 0; digit < 10; digit++) {
        entry(scenario.phoneNumber(digit), scenario, status).ifPresent(entries::add);
      }
    }
    return entries;
  }

  /**
   * What the pool has under a number; empty where it has nothing.
   *
   * @param scenario what is the case this time
   */
  static Optional<ObjectNode> entry(String number, Scenario scenario, Optional<String> status) {
    if (scenario == Scenario.NO_RECORD || scenario == Scenario.NOT_COVERED) {
      return Optional.empty();
    }
    String digits = number.replaceAll("[^0-9]", "");
    ObjectNode entry =
        JsonNodeFactory.instance
            .objectNode()
            .put("phone_number", displayed(digits))
            .put(STATUS, status(scenario))
            .put("id", id(digits));
    entry.put("verification_expiry_time", "2029-04-14T22:12:31+0000");
    return status.filter(asked -> !asked.equals(status(scenario))).isPresent()
        ? Optional.empty()
        : Optional.of(put(entry, scenario));
  }

  /** As the scenario has it put. */
  private static ObjectNode put(ObjectNode entry, Scenario scenario) {
    switch (scenario) {
      case SPELLINGS -> {
        // As another page of Meta names the fields.
        entry.set("display_phone_number", entry.remove("phone_number"));
        entry.set("verification_status", entry.remove(STATUS));
        entry.put("id", Long.parseLong(entry.path("id").asText()));
      }
      case HOLES -> entry.remove(STATUS);
      case UNREADABLE_REST -> entry.putArray("id").add("574").add("536");
      default -> {}
    }
    return entry;
  }

  private static String status(Scenario scenario) {
    return switch (scenario) {
      case SUSPENDED, NOT_ACTIVATED -> "NOT_VERIFIED";
      case CANCELLED -> "EXPIRED";
      case UNLISTED_VERDICT -> "PERHAPS";
      default -> "VERIFIED";
    };
  }

  private static String id(String digits) {
    return "574" + "0".repeat(15 - Math.min(15, digits.length())) + digits;
  }

  /** As people write it: {@code +86 138-0013-8000}, {@code +1 201-555-0100}. */
  static String displayed(String digits) {
    StringBuilder displayed = new StringBuilder("+");
    int code = digits.startsWith("1") ? 1 : 2;
    List<Integer> hyphens = List.of(code + 3, code == 1 ? code + 6 : code + 7);
    for (int i = 0; i < digits.length(); i++) {
      if (i == code) {
        displayed.append(' ');
      } else if (hyphens.contains(i)) {
        displayed.append('-');
      }
      displayed.append(digits.charAt(i));
    }
    return displayed.toString();
  }

  /** One page of these, with the fields that were asked for and the way to the next one. */
  static ObjectNode page(
      List<ObjectNode> entries, int from, int size, List<String> fields, String self) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode data = body.putArray("data");
    int until = Math.min(entries.size(), from + size);
    for (ObjectNode entry : entries.subList(Math.min(from, until), until)) {
      data.add(retained(entry, fields));
    }
    if (!data.isEmpty()) {
      ObjectNode paging = body.putObject("paging");
      paging
          .putObject("cursors")
          .put("before", Query.cursor(from))
          .put("after", Query.cursor(until));
      if (until < entries.size()) {
        paging.put("next", self + "?access_token=***&after=" + Query.cursor(until));
      }
    }
    return body;
  }

  private static ObjectNode retained(ObjectNode entry, List<String> fields) {
    Map<String, String> other =
        Map.of("phone_number", "display_phone_number", STATUS, "verification_status");
    List<String> names = new ArrayList<>(fields);
    fields.forEach(field -> names.add(other.getOrDefault(field, field)));
    return entry.deepCopy().retain(names);
  }

  /** The scenario that a number plays, and its last digit. */
  static MagicNumber magic(String number) {
    return MagicNumber.of("+" + number.replaceAll("[^0-9]", ""));
  }
}
