package io.telproof.sandbox.camara;

import java.util.Base64;
import java.util.regex.Pattern;

/** Says why a text is not a JWT that can be read (RFC 7515, section 7.1). Quotes nothing. */
final class JwtForm {

  private static final Pattern STANDARD = Pattern.compile("[+/]");

  private JwtForm() {}

  static String complaint(String compact) {
    if (compact.isEmpty()) {
      return "There is no assertion. Send the JWT in it.";
    }
    if (!compact.equals(compact.strip()) || compact.matches("(?s).*\\s.*")) {
      return "There is white space in the JWT, or a word before it. Send the three parts alone.";
    }
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      return ("The assertion has %d parts with dots between, and a signed JWT has 3: header, claims"
              + " and signature.")
          .formatted(parts.length);
    }
    for (String part : parts) {
      if (STANDARD.matcher(part).find()) {
        return "The JWT is in plain base64, with + or /. Encode its parts in base64url.";
      }
    }
    try {
      for (String part : parts) {
        Base64.getUrlDecoder().decode(part);
      }
    } catch (IllegalArgumentException e) {
      return "A part of the JWT is not base64url. Encode header, claims and signature in base64url.";
    }
    return "The JWT's header and claims are not JSON objects without duplicate names, or the header"
        + " has crit. Write plain JSON objects.";
  }
}
