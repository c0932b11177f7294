package io.telproof.sandbox.camara;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** number-recycling as CAMARA tests a server of it; today is 2026-11-21. */
final class NumberRecyclingAcceptanceTest {
  static final String TABLE =
      """
      checkNumberRecycling_01_success_request_response_when_phoneNumberRecycled_is_false | 2-legged         | | {"phoneNumber":"+990123400000","specifiedDate":"2025-05-21"} | 200 | {"phoneNumberRecycled":false}
      checkNumberRecycling_01_success_request_response_when_phoneNumberRecycled_is_false | 3-legged         | | {"specifiedDate":"2025-05-21"}                               | 200 | {"phoneNumberRecycled":false}
      checkNumberRecycling_02_success_request_response_when_phoneNumberRecycled_is_true  | 2-legged         | | {"phoneNumber":"+990123400010","specifiedDate":"2025-05-20"} | 200 | {"phoneNumberRecycled":true}
      checkNumberRecycling_400.01_invalid_specifiedDate                                  | 2-legged         | | {"phoneNumber":"+990123400000","specifiedDate":"21-11-2025"} | 400 | INVALID_ARGUMENT
      checkNumberRecycling_400.01_invalid_specifiedDate                                  | 2-legged         | | {"phoneNumber":"+990123400000","specifiedDate":"2025-02-30"} | 400 | INVALID_ARGUMENT
      checkNumberRecycling_400.2_no_request_body                                         | 2-legged         | | -                                                            | 400 | INVALID_ARGUMENT
      checkNumberRecycling_400.3_empty_request_body                                      | 2-legged         | | {}                                                           | 400 | INVALID_ARGUMENT
      checkNumberRecycling_400.4_out_of_range                                            | 2-legged         | | {"phoneNumber":"+990123400000","specifiedDate":"2026-11-22"} | 400 | OUT_OF_RANGE
      checkNumberRecycling_400.5_invalid_argument                                        | 2-legged         | | {"phoneNumber":"+990123400000","specifiedDate":20250521}     | 400 | INVALID_ARGUMENT
      checkNumberRecycling_401.1_expired_access_token                                    | expired          | | {"phoneNumber":"+990123400000","specifiedDate":"2025-05-21"} | 401 | UNAUTHENTICATED
      checkNumberRecycling_401.2_invalid_access_token                                    | wrong            | | {"phoneNumber":"+990123400000","specifiedDate":"2025-05-21"} | 401 | UNAUTHENTICATED
      checkNumberRecycling_401.3_no_header_authorization                                 | none             | | {"phoneNumber":"+990123400000","specifiedDate":"2025-05-21"} | 401 | UNAUTHENTICATED
      checkNumberRecycling_403.1_invalid_token_permissions                               | of another scope | | {"phoneNumber":"+990123400000","specifiedDate":"2025-05-21"} | 403 | PERMISSION_DENIED
      checkNumberRecycling_C02.01_phone_number_not_schema_compliant                      | 2-legged         | | {"phoneNumber":"foobar","specifiedDate":"2025-05-21"}        | 400 | INVALID_ARGUMENT
      checkNumberRecycling_C02.03_unnecessary_phone_number                               | 3-legged         | | {"phoneNumber":"+990123400000","specifiedDate":"2025-05-21"} | 422 | UNNECESSARY_IDENTIFIER
      checkNumberRecycling_C02.04_missing_phone_number                                   | 2-legged         | | {"specifiedDate":"2025-05-21"}                               | 422 | MISSING_IDENTIFIER
      checkNumberRecycling_C02.05_phone_number_not_supported                             | 2-legged         | | {"phoneNumber":"+990123400070","specifiedDate":"2025-05-21"} | 422 | SERVICE_NOT_APPLICABLE
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
    line.hold(operator, "/number-recycling/v0.2/check", "number-recycling:check");
  }
}
