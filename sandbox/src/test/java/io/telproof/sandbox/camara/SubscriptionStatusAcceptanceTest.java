package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** subscription-status as CAMARA tests a server of it. */
final class SubscriptionStatusAcceptanceTest {
  static final String TABLE =
      """
      subscriptionStatus_1_valid_request            | 2-legged         | | {"phoneNumber":"+990123400000"} | 200 | "voiceSmsIn":"active"
      subscriptionStatus_2_invalid_phone_format     | 2-legged         | | {"phoneNumber":"123456"}        | 400 | INVALID_ARGUMENT
      subscriptionStatus_3_phone_not_found          | 2-legged         | | {"phoneNumber":"+990123400090"} | 404 | IDENTIFIER_NOT_FOUND
      subscriptionStatus_4_missing_phone            | 2-legged         | | {}                              | 422 | MISSING_IDENTIFIER
      subscriptionStatus_5_expired_token            | expired          | | {"phoneNumber":"+990123400000"} | 401 | UNAUTHENTICATED
      subscriptionStatus_6_insufficient_permissions | of another scope | | {"phoneNumber":"+990123400000"} | 403 | PERMISSION_DENIED
      subscriptionStatus_7_service_unavailable      | 2-legged         | | {"phoneNumber":"+990123400070"} | 422 | SERVICE_NOT_APPLICABLE
      """;

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
  void the_operator_behaves_as_camara_tests_it_under_both_spellings(Acceptance line) {
    for (String verb : new String[] {"retrive", "retrieve"}) {
      JsonNode reply =
          line.hold(
              operator,
              "/subscription-status/v0.1/" + verb + "-subscription-status",
              "subscription-status:retrive-subscription-status");
      if (line.status() == 200) {
        assertThat(reply.path("voiceSmsOut").asText()).isIn("active", "suspended");
        assertThat(reply.path("dataService").asText()).isIn("active", "suspended", "throttled");
      }
    }
  }
}
