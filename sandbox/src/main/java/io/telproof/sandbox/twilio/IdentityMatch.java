package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether what a person says is what the operator has on file: the package identity_match. Charged
 * where there is no error. It knows the countries of the page; in Brazil it wants the national id.
 */
final class IdentityMatch implements LookupPackage {

  private static final String EXACT = "exact_match";
  private static final String HIGH_PARTIAL = "high_partial_match";
  private static final String PARTIAL = "partial_match";
  private static final String NO = "no_match";
  private static final String NO_DATA = "no_data_available";

  private static final String[] COUNTRIES = {"1", "31", "33", "34", "39", "44", "49", "55"};

  /** By parameter, the field that grades it. */
  private static final Map<String, String> FIELDS = fields();

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("FirstName", "first_name_match");
    fields.put("LastName", "last_name_match");
    fields.put("AddressLine1", "address_lines_match");
    fields.put("City", "city_match");
    fields.put("State", "state_match");
    fields.put("PostalCode", "postal_code_match");
    fields.put("AddressCountryCode", "address_country_match");
    fields.put("NationalId", "national_id_match");
    fields.put("DateOfBirth", "date_of_birth_match");
    return fields;
  }

  @Override
  public String name() {
    return "identity_match";
  }

  @Override
  public Billing lookedUp() {
    return Billing.FREE;
  }

  @Override
  public void check(Map<String, String> told) throws PackageError {
    if (!told.containsKey("FirstName") || !told.containsKey("LastName")) {
      throw PackageError.refused(60617);
    }
    if (!told.getOrDefault("DateOfBirth", "20000101").matches("[0-9]{8}")) {
      throw PackageError.refused(60618);
    }
  }

  @Override
  public Finding find(Question question) throws PackageError {
    if (!question.isOf(COUNTRIES)) {
      throw PackageError.refused(60607);
    }
    if (question.isOf("55") && question.text("NationalId").isEmpty()) {
      throw PackageError.refused(60617);
    }
    if (question.scenario() == Scenario.WRONG_ID || question.scenario() == Scenario.WRONG_NAME) {
      throw PackageError.refused(60618);
    }
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    String worst = EXACT;
    for (Map.Entry<String, String> field : FIELDS.entrySet()) {
      String grade = grade(field.getKey(), question);
      found.put(field.getValue(), grade);
      worst = grade.equals(EXACT) || grade.equals(NO_DATA) ? worst : grade;
    }
    spoil(found, worst, question);
    return Finding.of(found, worst, Billing.CHARGED);
  }

  private static void spoil(ObjectNode found, String worst, Question question) {
    switch (question.scenario()) {
      case HOLES -> found.remove("last_name_match");
      case UNREADABLE_REST -> found.put("summary_score", "high");
      case SPELLINGS -> found.put("summary_score", "100");
      default -> {
        if (question.even() || worst.equals(EXACT)) {
          found.put("summary_score", score(worst));
        } else {
          found.putNull("summary_score");
        }
      }
    }
  }

  private static int score(String worst) {
    return switch (worst) {
      case EXACT -> 100;
      case HIGH_PARTIAL -> 90;
      case PARTIAL -> 60;
      default -> 20;
    };
  }

  /** What nobody told is not graded. */
  private static String grade(String parameter, Question question) {
    if (question.text(parameter).isEmpty()) {
      return NO_DATA;
    }
    boolean ofName = parameter.equals("FirstName") || parameter.equals("LastName");
    boolean ofId = parameter.equals("NationalId");
    return switch (question.scenario()) {
      case SUSPENDED, OFF_NETWORK, NAME_AND_ID_APART -> NO;
      case CANCELLED -> ofName ? NO : EXACT;
      case VACANT -> ofId ? NO : EXACT;
      case UNDISCLOSED -> parameter.equals("FirstName") ? EXACT : NO_DATA;
      case UNREACHABLE -> parameter.equals("FirstName") ? partial(question) : EXACT;
      case UNLISTED_VERDICT -> "perhaps";
      default -> EXACT;
    };
  }

  private static String partial(Question question) {
    return question.even() ? HIGH_PARTIAL : PARTIAL;
  }
}
