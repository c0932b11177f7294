package io.telproof.sandbox.meta;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request asks for: the parameters of its query, decoded. Prints their names alone.
 *
 * @param told as they were sent
 */
record Query(Map<String, String> told) {

  static final String TOKEN = "access_token";

  private static final String PROOF = "appsecret_proof";

  private static final Set<String> STATUSES = Set.of("VERIFIED", "NOT_VERIFIED", "EXPIRED");
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "phone_number",
          "code_verification_status",
          "code_verification_time",
          "verification_expiry_time",
          "owner_business");

  /** What the page says where no {@code fields} are asked for: inferred, all of these three. */
  private static final List<String> USUAL =
      List.of("id", "phone_number", "code_verification_status");

  private static final int USUAL_PAGE = 25;

  /** Reads a query, {@code +} being a blank. */
  static Query of(String text) throws Refusal {
    Map<String, String> told = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      told.put(
          decoded(equals < 0 ? pair : pair.substring(0, equals)),
          equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return new Query(told);
  }

  private static String decoded(String text) throws Refusal {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.parameter("not encoded");
    }
  }

  Optional<String> proof() {
    return Optional.ofNullable(told.get(PROOF));
  }

  Optional<String> token() {
    return Optional.ofNullable(told.get(TOKEN));
  }

  /** What is asked, without who asks. */
  Map<String, String> question() {
    Map<String, String> question = new LinkedHashMap<>(told);
    question.keySet().removeAll(Set.of(PROOF, TOKEN));
    return question;
  }

  /** The number that is asked for; empty where the whole pool is. */
  Optional<String> number() {
    return Optional.ofNullable(told.get("phone_number"));
  }

  /** The status that is asked for; empty where any will do. */
  Optional<String> status() throws Refusal {
    Optional<String> status = Optional.ofNullable(told.get("code_verification_status"));
    if (status.filter(each -> !STATUSES.contains(each)).isPresent()) {
      throw Refusal.parameter("code_verification_status");
    }
    return status;
  }

  /** The fields of a number that are asked for. */
  List<String> fields() throws Refusal {
    if (!told.containsKey("fields")) {
      return USUAL;
    }
    List<String> fields = Arrays.asList(told.getOrDefault("fields", "").split(",", -1));
    if (!FIELDS.containsAll(fields)) {
      throw Refusal.parameter("fields");
    }
    return fields;
  }

  /** How many numbers a page is to have. */
  int limit() throws Refusal {
    String limit = told.getOrDefault("limit", Integer.toString(USUAL_PAGE));
    if (!limit.matches("[1-9][0-9]?|100")) {
      throw Refusal.parameter("limit");
    }
    return Integer.parseInt(limit);
  }

  /** How many numbers stand before the page. */
  int after() throws Refusal {
    String cursor = told.getOrDefault("after", "");
    try {
      return cursor.isEmpty()
          ? 0
          : Integer.parseInt(
              new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw Refusal.parameter("after");
    }
  }

  /** The cursor behind so many numbers. */
  static String cursor(int numbers) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Integer.toString(numbers).getBytes(StandardCharsets.US_ASCII));
  }

  /** Prints nothing that was asked. */
  @Override
  public String toString() {
    return "Query" + told.keySet();
  }
}
