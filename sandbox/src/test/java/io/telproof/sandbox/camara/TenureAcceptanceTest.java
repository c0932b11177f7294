package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** kyc-tenure as CAMARA tests a server of it; today is 2026-11-21. */
final class TenureAcceptanceTest {
  static final String TABLE =
      """
      checkTenure_1_tenure_check_true                   | 2-legged | | {"phoneNumber":"+990123400000","tenureDate":"2026-01-01"} | 200 | "tenureDateCheck":true
      checkTenure_1_tenure_check_true                   | 3-legged | | {"tenureDate":"2026-01-01"}                               | 200 | "tenureDateCheck":true
      checkTenure_2_tenure_check_false                  | 2-legged | | {"phoneNumber":"+990123400000","tenureDate":"2020-01-01"} | 200 | "tenureDateCheck":false
      checkTenure_400.1_no_request_body                 | 2-legged | | -                                                         | 400 | INVALID_ARGUMENT
      checkTenure_400.2_empty_request_body              | 2-legged | | {}                                                        | 400 | INVALID_ARGUMENT
      check_device_swap_400.3_out_of_range              | 2-legged | | {"phoneNumber":"+990123400000","tenureDate":"2027-01-01"} | 400 | OUT_OF_RANGE
      checkTenure_400.4_invalid_argument                | 2-legged | | {"phoneNumber":"+990123400000","tenureDate":"01.01.2026"} | 400 | INVALID_ARGUMENT
      checkTenure_400.4_phone_number_not_schema_compliant | 2-legged | | {"phoneNumber":"foobar","tenureDate":"2026-01-01"}      | 400 | INVALID_ARGUMENT
      checkTenure_401.1_expired_access_token            | expired  | | {"phoneNumber":"+990123400000","tenureDate":"2026-01-01"} | 401 | UNAUTHENTICATED
      checkTenure_401.2_invalid_access_token            | wrong    | | {"phoneNumber":"+990123400000","tenureDate":"2026-01-01"} | 401 | UNAUTHENTICATED
      checkTenure_401.3_no_header_authorization         | none     | | {"phoneNumber":"+990123400000","tenureDate":"2026-01-01"} | 401 | UNAUTHENTICATED
      checkTenure_404.1_phone_number_not_found          | 2-legged | | {"phoneNumber":"+990123400090","tenureDate":"2026-01-01"} | 404 | IDENTIFIER_NOT_FOUND
      checkTenure_422.1_service_not_applicable          | 2-legged | | {"phoneNumber":"+990123400070","tenureDate":"2026-01-01"} | 422 | SERVICE_NOT_APPLICABLE
      checkTenure_422.2_missing_identifier              | 2-legged | | {"tenureDate":"2026-01-01"}                               | 422 | MISSING_IDENTIFIER
      checkTenure_422.3_unnecessary_identifier          | 3-legged | | {"phoneNumber":"+990123400000","tenureDate":"2026-01-01"} | 422 | UNNECESSARY_IDENTIFIER
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
  void the_operator_behaves_as_camara_tests_it(Acceptance line) {
    JsonNode reply =
        line.hold(operator, "/kyc-tenure/v0.2/check-tenure", "kyc-tenure:check-tenure");
    if (line.status() == 200) {
      assertThat(reply.path("contractType").asText()).isIn("PAYG", "PAYM", "Business");
    }
  }
}
