package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One property of a request's body, as its API description has it.
 *
 * @param fits whether a value is one of the schema's
 */
record Property(String name, boolean required, Predicate<JsonNode> fits) {

  private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{4,14}");

  static Property optional(String name, Predicate<JsonNode> fits) {
    return new Property(name, false, fits);
  }

  static Property required(String name, Predicate<JsonNode> fits) {
    return new Property(name, true, fits);
  }

  static boolean isPhoneNumber(String text) {
    return PHONE_NUMBER.matcher(text).matches();
  }

  static boolean phoneNumber(JsonNode value) {
    return value.isTextual() && isPhoneNumber(value.textValue());
  }

  static Predicate<JsonNode> matching(String regex) {
    Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
    return value -> value.isTextual() && pattern.matcher(value.textValue()).matches();
  }

  /** A day as {@code YYYY-MM-DD}. */
  static boolean date(JsonNode value) {
    if (!matching("\\d{4}-\\d\\d-\\d\\d").test(value)) {
      return false;
    }
    try {
      LocalDate.parse(value.textValue());
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
