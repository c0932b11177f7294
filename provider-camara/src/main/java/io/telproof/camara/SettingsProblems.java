package io.telproof.camara;

import io.telproof.spi.MultilineSecret;
import io.telproof.spi.http.oauth.ClientAuthentication;
import io.telproof.spi.http.oauth.SigningKey;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with settings: a line for each, which begins with the setting. Not thread-safe. */
final class SettingsProblems {
  private static final int LONGEST_MESSAGE = 160;
  private static final int LARGEST_CALLING_CODE = 999;
  private static final Pattern PURPOSE = Pattern.compile("dpv:[A-Za-z0-9]+");
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /**
   * RFC 6749, appendix A.4: words of visible ASCII, but for two characters, with blanks between.
   */
  private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*");

  private final List<String> wrong = new ArrayList<>();

  private SettingsProblems check(boolean right, String otherwise) {
    if (!right) {
      wrong.add(otherwise);
    }
    return this;
  }

  private static boolean fits(Optional<String> text, Pattern form) {
    return text.filter(each -> !form.matcher(each).matches()).isEmpty();
  }

  /** A key that cannot sign is none: what is told of it repeats nothing of it. */
  SettingsProblems key(Optional<MultilineSecret> privateKey) {
    try {
      privateKey.map(MultilineSecret::reveal).ifPresent(SigningKey::of);
      return this;
    } catch (IllegalArgumentException e) {
      return check(false, "private-key cannot be used: " + e.getMessage());
    }
  }

  SettingsProblems authentication(
      ClientAuthentication by, boolean hasSecret, boolean hasKey, boolean hasKeyId) {
    if (by == ClientAuthentication.PRIVATE_KEY_JWT) {
      return check(
          !hasSecret,
          "client-secret is used only where client-auth is client-secret-basic or"
              + " client-secret-post; say which, or leave the secret out");
    }
    return check(
            !hasKey,
            "private-key is used only where client-auth is private-key-jwt; leave one of the two"
                + " out")
        .check(!hasKeyId, "key-id is used only where client-auth is private-key-jwt; leave it out");
  }

  SettingsProblems grant(Optional<TokenGrant> grant, Optional<ClientAuthentication> by) {
    return check(
        grant.filter(TokenGrant.JWT_BEARER::equals).isEmpty()
            || by.filter(each -> each != ClientAuthentication.PRIVATE_KEY_JWT).isEmpty(),
        "grant is jwt-bearer, which is signed with a private key: client-auth must be"
            + " private-key-jwt");
  }

  SettingsProblems filled(String key, Optional<String> text) {
    return check(
        text.filter(String::isBlank).isEmpty(), key + " is empty; give it a value or leave it out");
  }

  SettingsProblems purpose(Optional<String> purpose) {
    return check(
        fits(purpose, PURPOSE),
        "purpose must be dpv: and one word, as in dpv:FraudPreventionAndDetection");
  }

  SettingsProblems zone(Optional<String> zone) {
    try {
      zone.ifPresent(ZoneId::of);
      return this;
    } catch (DateTimeException e) {
      return check(false, "zone must be a time zone, as in Europe/Madrid or +08:00");
    }
  }

  SettingsProblems months(Optional<Integer> months) {
    return check(
        months.filter(each -> each < 1 || each > CheckTenure.MOST_MONTHS).isEmpty(),
        "months-of-interest must be 1 to " + CheckTenure.MOST_MONTHS);
  }

  SettingsProblems message(Optional<String> message) {
    return check(
            message.filter(text -> !text.contains(SendCode.PLACE)).isEmpty(),
            "message must contain {{code}}, in whose place the operator puts the code")
        .check(
            message
                .filter(text -> text.codePointCount(0, text.length()) > LONGEST_MESSAGE)
                .isEmpty(),
            "message has at most 160 characters");
  }

  SettingsProblems callingCodes(List<Integer> codes) {
    return check(
        codes.stream().allMatch(code -> code >= 1 && code <= LARGEST_CALLING_CODE),
        "calling-codes are country calling codes of 1 to 3 digits, as in [34, 351]");
  }

  /** Refuses a setting of an API that the operator does not have. */
  SettingsProblems api(String key, Optional<Api> asked, List<Api> apis) {
    return check(
        apis.isEmpty() || asked.filter(each -> !apis.contains(each)).isEmpty(),
        asked.map(each -> key + " is of " + each.path()).orElse(key)
            + ", which is not among apis; name it there, or leave "
            + key
            + " out");
  }

  SettingsProblems segment(String key, Optional<String> segment) {
    return check(
        fits(segment, SEGMENT), key + " must be one part of a path, without a slash, as in v1");
  }

  SettingsProblems scope(String key, Optional<String> scope) {
    return check(
        fits(scope, SCOPE), key + " must be a scope, or several with one blank between two");
  }

  /**
   * Ends it.
   *
   * @throws IllegalArgumentException if anything is wrong
   */
  void report() {
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
  }
}
