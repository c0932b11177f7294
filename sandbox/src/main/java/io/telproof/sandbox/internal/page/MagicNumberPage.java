package io.telproof.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Check;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.VendorRequest;
import java.util.Optional;
import java.util.function.IntFunction;

/** The table of magic numbers over HTTP. */
final class MagicNumberPage {

  /** The answer to a request for {@code /magic-numbers}; empty where it is none. */
  Optional<PageReply> answer(VendorRequest request) {
    return request.method().equals("GET") && request.path().equals("/magic-numbers")
        ? Optional.of(page())
        : Optional.empty();
  }

  private static PageReply page() {
    ArrayNode table = JsonNodeFactory.instance.arrayNode();
    for (Scenario scenario : Scenario.values()) {
      ObjectNode row = table.addObject();
      row.put("scenario", "%02d".formatted(scenario.number())).put("name", scenario.slug());
      row.put("sentence", scenario.sentence());
      numbers(row.putArray("numbers"), scenario::phoneNumber);
      numbers(row.putArray("camaraNumbers"), scenario::camaraNumber);
      numbers(row.putArray("usNumbers"), scenario::usNumber);
      row.put("email", scenario.emailAddress());
      ObjectNode answers = row.putObject("answers");
      for (Check check : Check.values()) {
        answers.put(check.slug(), scenario.answers(check));
      }
      row.put("camara", scenario.camara());
      row.put("twilio", scenario.twilio());
      row.put("meta", scenario.meta());
      // Vendors with numbers and words of their own, for readers that know none of them by name.
      ArrayNode others = row.putArray("others");
      other(others, "camara", scenario::camaraNumber, scenario.camara());
      other(others, "twilio", scenario::usNumber, scenario.twilio());
      // Of everybody's numbers, in words of its own.
      others.addObject().put("vendor", "meta").put("answer", scenario.meta()).putArray("numbers");
    }
    return PageReply.json(table);
  }

  private static void other(
      ArrayNode others, String vendor, IntFunction<String> number, String answer) {
    ObjectNode other = others.addObject().put("vendor", vendor);
    numbers(other.putArray("numbers"), number);
    other.put("answer", answer);
  }

  private static void numbers(ArrayNode numbers, IntFunction<String> number) {
    for (int digit = 0; digit <= 9; digit++) {
      numbers.add(number.apply(digit));
    }
  }
}
