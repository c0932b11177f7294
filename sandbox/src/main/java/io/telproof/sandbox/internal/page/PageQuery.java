package io.telproof.sandbox.internal.page;

import io.telproof.sandbox.VendorRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The query of a request for a page. */
final class PageQuery {
  private static final int LONGEST_NUMBER = 18;

  private final Map<String, String> values = new HashMap<>();

  private PageQuery() {}

  static PageQuery of(VendorRequest request) {
    PageQuery query = new PageQuery();
    for (String pair : request.query().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.values.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return value;
    }
  }

  boolean hasOnly(String... names) {
    return Set.of(names).containsAll(values.keySet());
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * A whole number.
   *
   * @return empty where it is none, or out of this range
   */
  OptionalLong number(String name, long least, long most, long otherwise) {
    String text = values.getOrDefault(name, Long.toString(otherwise));
    if (text.isEmpty()
        || text.length() > LONGEST_NUMBER
        || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(text);
    return number < least || number > most ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
