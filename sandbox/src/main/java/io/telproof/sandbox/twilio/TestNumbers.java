package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import java.util.Map;

/**
 * What Twilio answers to test credentials: its own few numbers, for a few packages, without asking
 * anybody and free (twilio.com/docs/lookup/magic-numbers-for-lookup). Any other package is refused,
 * and so is Verify.
 */
final class TestNumbers {

  private static final Map<String, String> SWAPPED_PERIODS =
      Map.of(
          "+12345678900", "PT48H",
          "+12345678901", "PT24H",
          "+12345678904", "PT48H",
          "+12345678907", "PT24H");

  private static final String[] GRADED = {
    "first_name_match",
    "last_name_match",
    "address_lines_match",
    "city_match",
    "state_match",
    "postal_code_match",
    "address_country_match",
    "national_id_match",
    "date_of_birth_match"
  };

  private TestNumbers() {}

  /** What they get of an operation. */
  static Answer answer(String operation, String number) throws Refusal {
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("phone_number", number).put("valid", true);
    ObjectNode found = body.putObject(operation).putNull("error_code");
    switch (operation) {
      case "sim_swap" -> swap(found, number);
      case "identity_match" -> match(found, number);
      case "reassigned_number" -> found.put("error_code", 60622);
      default ->
          throw new Refusal(403, 20008, "Resource not accessible with Test Account Credentials");
    }
    int error = found.path("error_code").asInt();
    return error == 0
        ? new Answer(200, body, "test", Billing.FREE)
        : Answer.refused(body, operation, error);
  }

  private static void swap(ObjectNode found, String number) {
    String period = SWAPPED_PERIODS.get(number);
    if (period == null) {
      found.put("error_code", 60622);
      return;
    }
    found
        .putObject("last_sim_swap")
        .put("swapped_period", period)
        .put("swapped_in_period", false)
        .putNull("last_sim_swap_date");
  }

  private static void match(ObjectNode found, String number) {
    if (!number.equals("+12345678900")) {
      found.put("error_code", 60622);
      return;
    }
    for (String field : GRADED) {
      found.put(field, "exact_match");
    }
    found.put("summary_score", 100);
  }
}
