package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether what a person says of themselves is what the operator has on file: kyc-match 0.4,
 * KYC_Match. For each property asked about, {@code <property>Match} is "true", "false" or
 * "not_available"; beside "false" there may be a {@code <property>MatchScore}, which this operator
 * gives for even last digits.
 */
final class KycMatch implements Operation {
  private static final String DOCUMENT = "idDocument";
  private static final String TRUE = "true";
  private static final String FALSE = "false";
  private static final String NOT_AVAILABLE = "not_available";
  private static final int SCORE = 64;

  private static final Set<String> OF_DOCUMENT =
      Set.of(DOCUMENT, "idDocumentType", "idDocumentExpiryDate");
  private static final Set<String> OF_NAME =
      Set.of(
          "name",
          "givenName",
          "familyName",
          "nameKanaHankaku",
          "nameKanaZenkaku",
          "middleNames",
          "familyNameAtBirth");

  /** Those that are alike or not by degrees. */
  private static final Set<String> SCORED =
      Set.of(
          "name",
          "givenName",
          "familyName",
          "nameKanaHankaku",
          "nameKanaZenkaku",
          "middleNames",
          "familyNameAtBirth",
          "address",
          "streetName",
          "streetNumber",
          "region",
          "locality",
          "email",
          "cityOfBirth");

  private static final List<String> TEXTS =
      List.of(
          DOCUMENT,
          "name",
          "givenName",
          "familyName",
          "nameKanaHankaku",
          "nameKanaZenkaku",
          "middleNames",
          "familyNameAtBirth",
          "address",
          "streetName",
          "streetNumber",
          "postalCode",
          "region",
          "locality",
          "houseNumberExtension",
          "cityOfBirth");

  private static final List<Property> PROPERTIES = all();

  private static List<Property> all() {
    Predicate<JsonNode> country = Property.matching("[A-Z]{2}");
    List<Property> all = new ArrayList<>();
    all.add(Property.optional(Identifiers.PHONE_NUMBER, Property::phoneNumber));
    TEXTS.forEach(name -> all.add(Property.optional(name, JsonNode::isTextual)));
    all.add(
        Property.optional(
            "idDocumentType",
            Property.matching(
                "passport|national_id_card|residence_permit|diplomatic_id|driver_licence"
                    + "|social_security_id|other")));
    all.add(Property.optional("idDocumentExpiryDate", Property::date));
    all.add(Property.optional("birthdate", Property::date));
    all.add(Property.optional("country", country));
    all.add(Property.optional("countryOfBirth", country));
    all.add(Property.optional("nationality", country));
    all.add(Property.optional("email", Property.matching("[^@\\s]+@[^@\\s]+")));
    all.add(Property.optional("gender", Property.matching("MALE|FEMALE|OTHER")));
    return List.copyOf(all);
  }

  @Override
  public String name() {
    return "KYC_Match";
  }

  @Override
  public List<String> paths() {
    return List.of("/kyc-match/v0.4/match");
  }

  @Override
  public Set<String> scopes() {
    return Set.of("kyc-match:match");
  }

  @Override
  public List<Property> properties() {
    return PROPERTIES;
  }

  @Override
  public String number(ObjectNode body, Optional<String> ofToken) throws Refusal {
    if (body.isEmpty()) {
      throw Refusal.argument("The body is empty.");
    }
    String number = Identifiers.agreeing(body, ofToken);
    if (asked(body).isEmpty()) {
      throw new Refusal(
          400,
          "KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION",
          "There is nothing to be matched beside the phone number.");
    }
    return number;
  }

  private static List<String> asked(ObjectNode body) {
    return PROPERTIES.stream()
        .map(Property::name)
        .filter(name -> body.has(name) && !name.equals(Identifiers.PHONE_NUMBER))
        .toList();
  }

  @Override
  public Answer answer(Question question) throws Refusal {
    switch (question.scenario()) {
      case NOT_COVERED -> throw Refusal.unknownNumber();
      case UNDISCLOSED -> {
        if (!question.even()) {
          throw Refusal.notApplicable();
        }
      }
      case WRONG_ID -> throw Refusal.argument("The idDocument is wrong.");
      case WRONG_NAME -> throw Refusal.argument("The name is wrong.");
      case HISTORIC_ID_DIFFERS -> requireDocument(question);
      default -> {}
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    List<String> verdicts = new ArrayList<>();
    for (String property : asked(question.body())) {
      String verdict = verdict(question, property);
      verdicts.add(verdict);
      put(question, property, verdict, body);
    }
    return Answer.of(summary(verdicts), body);
  }

  /** The document opens the rest: asked for by some operators, and no more by the next edition. */
  private static void requireDocument(Question question) throws Refusal {
    if (!question.body().has(DOCUMENT)) {
      throw new Refusal(
          403, "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED", "The idDocument is needed.");
    }
    if (question.even()) {
      throw new Refusal(
          403, "KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH", "The idDocument is another.");
    }
  }

  private static String verdict(Question question, String property) {
    boolean ofName = OF_NAME.contains(property);
    boolean ofDocument = OF_DOCUMENT.contains(property);
    return switch (question.scenario()) {
      case SUSPENDED, OFF_NETWORK, NAME_AND_ID_APART -> FALSE;
      case CANCELLED -> ofName ? FALSE : TRUE;
      case VACANT -> ofDocument ? FALSE : TRUE;
      case UNDISCLOSED -> ofName ? TRUE : NOT_AVAILABLE;
      case NO_RECORD -> NOT_AVAILABLE;
      case UNLISTED_VERDICT -> "perhaps";
      default -> TRUE;
    };
  }

  private static void put(Question question, String property, String verdict, ObjectNode body) {
    switch (question.scenario()) {
      case HOLES -> {
        if (OF_DOCUMENT.contains(property)) {
          return;
        }
        body.put(property + "Match", verdict);
      }
      case SPELLINGS -> body.put(property + "Match", verdict.equals(TRUE));
      default -> body.put(property + "Match", verdict);
    }
    if (!SCORED.contains(property)) {
      return;
    }
    switch (question.scenario()) {
      case UNREADABLE_REST -> body.put(property + "MatchScore", "high");
      default -> {
        if (verdict.equals(FALSE) && question.even()) {
          body.put(property + "MatchScore", SCORE);
        }
      }
    }
  }

  /** One word for the bill. */
  private static String summary(List<String> verdicts) {
    if (verdicts.contains(FALSE)) {
      return FALSE;
    }
    return verdicts.get(verdicts.contains(NOT_AVAILABLE) ? verdicts.indexOf(NOT_AVAILABLE) : 0);
  }
}
