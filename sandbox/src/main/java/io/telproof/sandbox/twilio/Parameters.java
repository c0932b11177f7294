package io.telproof.sandbox.twilio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decodes what stands in a query, in a form, and in a part of a path. */
final class Parameters {

  private Parameters() {}

  /** Of a query or a form; of a name that comes twice, the last one counts. */
  static Map<String, String> of(String text) throws Refusal {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      parameters.put(
          decoded(equals < 0 ? pair : pair.substring(0, equals)),
          equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return parameters;
  }

  /** Of a path, where a plus is a plus. */
  static String segment(String text) throws Refusal {
    return decoded(text.replace("+", "%2B"));
  }

  private static String decoded(String text) throws Refusal {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.parameter("not encoded");
    }
  }
}
