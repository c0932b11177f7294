package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * kyc-match as CAMARA tests a server of it. The scenarios 4 to 7 have been renumbered from edition
 * to edition, so they have their numbers alone.
 */
final class MatchAcceptanceTest {
  static final String TABLE =
      """
      KYC_Match_1_success_request_response          | 2-legged | | {"phoneNumber":"+990123400000","name":"Ann"}                     | 200 | {"nameMatch":"true"}
      KYC_Match_1_success_request_response          | 3-legged | | {"name":"Ann"}                                                   | 200 | {"nameMatch":"true"}
      KYC_Match_1_success_request_response          | 3-legged | | {"phoneNumber":"+990123400000","name":"Ann"}                     | 200 | {"nameMatch":"true"}
      KYC_Match_2_success_specific_property         | 2-legged | | {"phoneNumber":"+990123400000","idDocument":"66"}                | 200 | {"idDocumentMatch":"true"}
      KYC_Match_3_success_specific_property_score   | 2-legged | | {"phoneNumber":"+990123400020","name":"Ann"}                     | 200 | {"nameMatch":"false","nameMatchScore":64}
      KYC_Match_4                                   | 2-legged | | {"phoneNumber":"+990123400000","name":"Ann"}                     | 200 | {"nameMatch":"true"}
      KYC_Match_5                                   | 2-legged | | {"phoneNumber":"+990123400021","name":"Ann"}                     | 200 | {"nameMatch":"false"}
      KYC_Match_6                                   | 2-legged | | {"phoneNumber":"+990123400000","name":"Ann","idDocument":"66"}   | 200 | "idDocumentMatch":"true"
      KYC_Match_7                                   | 2-legged | | {"phoneNumber":"+990123400151","name":"Ann","idDocument":"66"}   | 200 | "idDocumentMatch":"true"
      KYC_Match_401.1_expired_access_token          | expired  | | {"phoneNumber":"+990123400000","name":"Ann"}                     | 401 | UNAUTHENTICATED
      KYC_Match_401.2_invalid_access_token          | wrong    | | {"phoneNumber":"+990123400000","name":"Ann"}                     | 401 | UNAUTHENTICATED
      KYC_Match_401.3_no_header_authorization       | none     | | {"phoneNumber":"+990123400000","name":"Ann"}                     | 401 | UNAUTHENTICATED
      KYC_Match_400.1_no_request_body               | 2-legged | | -                                                                | 400 | INVALID_ARGUMENT
      KYC_Match_400.2_empty_request_body            | 2-legged | | {}                                                               | 400 | INVALID_ARGUMENT
      KYC_Match_400.2_empty_request_body            | 3-legged | | {}                                                               | 400 | INVALID_ARGUMENT
      KYC_Match_400.3_invalid_argument              | 2-legged | | {"phoneNumber":"+990123400000","gender":"none"}                  | 400 | INVALID_ARGUMENT
      KYC_Match_10_invalid_param_combination        | 2-legged | | {"phoneNumber":"+990123400000"}                                  | 400 | KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION
      KYC_Match_11_phone_number_provided_does_not_match_the_token   | 3-legged | | {"phoneNumber":"+990123400001","name":"Ann"}     | 403 | INVALID_TOKEN_CONTEXT
      KYC_Match_12_idDocument_required              | 2-legged | | {"phoneNumber":"+990123400150","name":"Ann"}                     | 403 | KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED
      KYC_Match_13_idDocument_mismatch_when_idDocument_is_required  | 2-legged | | {"phoneNumber":"+990123400150","idDocument":"6"} | 403 | KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH
      KYC_Match_C02.01_phone_number_not_schema_compliant            | 2-legged | | {"phoneNumber":"foobar","name":"Ann"}            | 400 | INVALID_ARGUMENT
      KYC_Match_C02.02_phone_number_not_found       | 2-legged | | {"phoneNumber":"+990123400090","name":"Ann"}                     | 404 | IDENTIFIER_NOT_FOUND
      KYC_Match_C02.04_missing_phone_number         | 2-legged | | {"name":"Ann"}                                                   | 422 | MISSING_IDENTIFIER
      KYC_Match_C02.05_phone_number_not_supported   | 2-legged | | {"phoneNumber":"+990123400071","name":"Ann"}                     | 422 | SERVICE_NOT_APPLICABLE
      """;

  private static final String PATH = "/kyc-match/v0.4/match";
  private static final String SCOPE = "kyc-match:match";

  private final Operator operator = Operator.lenient();

  @AfterEach
  void stop() {
    operator.close();
  }

  static List<Acceptance> table() {
    return Acceptance.table(TABLE);
  }

  @ParameterizedTest
  @MethodSource("table")
  void the_operator_behaves_as_camara_tests_it(Acceptance line) {
    line.hold(operator, PATH, SCOPE);
  }

  /** The properties of KYC_Match_2 to 5, each with a value of its schema. */
  @ParameterizedTest
  @CsvSource({
    "idDocument, 66666666q, false",
    "idDocumentType, passport, false",
    "idDocumentExpiryDate, 2030-01-01, false",
    "name, Ann Other, true",
    "givenName, Ann, true",
    "familyName, Other, true",
    "nameKanaHankaku, ann, true",
    "nameKanaZenkaku, ann, true",
    "middleNames, B, true",
    "familyNameAtBirth, Another, true",
    "address, Somewhere 1, true",
    "streetName, Somewhere, true",
    "streetNumber, 1, true",
    "postalCode, 1000, false",
    "region, North, true",
    "locality, Town, true",
    "country, JP, false",
    "houseNumberExtension, a, false",
    "birthdate, 1978-08-22, false",
    "email, ann@example.com, true",
    "gender, OTHER, false",
    "cityOfBirth, Town, true",
    "countryOfBirth, ES, false",
    "nationality, ES, false",
  })
  void each_property_is_answered_alone_and_scored_where_it_differs_by_degrees(
      String property, String value, boolean scored) {
    JsonNode good = match("000", property, value, 200);
    assertThat(good.path(property + "Match").textValue()).isEqualTo("true");
    assertThat(good).hasSize(1);
    JsonNode differing = match("010", property, value, 200);
    assertThat(differing.path(property + "Match").textValue()).isEqualTo("false");
    JsonNode score = differing.path(property + "MatchScore");
    assertThat(score.isMissingNode()).isEqualTo(!scored);
    assertThat(score.asInt()).isBetween(0, 99);
    assertThat(match("011", property, value, 200)).hasSize(1);
    assertThat(match("080", property, value, 200).path(property + "Match").textValue())
        .isEqualTo("not_available");
  }

  @ParameterizedTest
  @CsvSource({
    "idDocumentType, library_card",
    "idDocumentExpiryDate, 2030-13-01",
    "country, USA",
    "country, us",
    "birthdate, 22-08-1978",
    "email, nobody",
    "gender, male",
    "countryOfBirth, S",
    "nationality, 34",
    "placeOfBirth, Town",
  })
  void a_value_that_is_not_of_its_schema_is_an_invalid_argument(String property, String value) {
    assertThat(match("000", property, value, 400).path("code").asText())
        .isEqualTo("INVALID_ARGUMENT");
  }

  private JsonNode match(String scenario, String property, String value, int status) {
    String body =
        "{\"phoneNumber\":\"+990123400%s\",\"%s\":\"%s\"}".formatted(scenario, property, value);
    var reply = operator.ask(PATH, operator.twoLegged(SCOPE), body);
    assertThat(reply.status()).isEqualTo(status);
    return Operator.json(reply);
  }
}
