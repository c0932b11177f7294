package io.telproof.sandbox.camara;

import io.telproof.sandbox.VendorRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The form of a token request. A parameter without a value counts as absent, one that comes twice
 * is refused (RFC 6749, section 3.2).
 */
final class Form {
  private static final String TYPE = "application/x-www-form-urlencoded";

  private final Map<String, String> parameters;

  private Form(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  static Form read(VendorRequest request) throws OAuthError {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.equals(TYPE) && !type.startsWith(TYPE + ';')) {
      throw OAuthError.request("The body is expected to be " + TYPE + '.');
    }
    Map<String, String> parameters = new HashMap<>();
    String text = request.bodyText();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (parameters.put(name, value) != null) {
        throw OAuthError.request("A parameter comes twice.");
      }
    }
    return new Form(parameters);
  }

  private static String decoded(String text) throws OAuthError {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuthError.request("The body is not form-encoded.");
    }
  }

  /** The value of this name; empty where there is none. */
  String text(String name) {
    return parameters.getOrDefault(name, "");
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }
}
