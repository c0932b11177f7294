package io.telproof.sandbox.camara;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** retrieveSimSwapDate of sim-swap as CAMARA tests a server of it; now is 2026-11-21T12:00. */
final class RetrieveSimSwapDateAcceptanceTest {
  static final String TABLE =
      """
      retrieve_sim_swap_date_1_generic_success_scenario                              | 2-legged | | {"phoneNumber":"+990123400000"} | 200 | "latestSimChange":"2024-05-21T12:00:00.250Z"
      retrieve_sim_swap_date_1_generic_success_scenario                              | 3-legged | | {}                              | 200 | "latestSimChange":"2024-05-21T12:00:00.250Z"
      retrieve_sim_swap_date_2_valid_sim_swap                                        | 2-legged | | {"phoneNumber":"+990123400010"} | 200 | {"latestSimChange":"2026-11-21T10:00:00.250Z"}
      retrieve_sim_swap_date_2_valid_sim_swap                                        | 2-legged | | {"phoneNumber":"+990123400100"} | 200 | {"latestSimChange":"2024-05-21T14:00:00.250000000+02:00"}
      retrieve_sim_swap_date_3_no_sim_swap_returns_activation_date                   | 2-legged | | {"phoneNumber":"+990123400000"} | 200 | {"latestSimChange":"2024-05-21T12:00:00.250Z"}
      retrieve_sim_swap_date_4_sim_never_associated                                  | 2-legged | | {"phoneNumber":"+990123400071"} | 200 | {"latestSimChange":null}
      retrieve_sim_swap_date_5_no_sim_swap_or_activation_date_due_to_legal_constrain | 2-legged | | {"phoneNumber":"+990123400120"} | 200 | {"latestSimChange":null,"monitoredPeriod":120}
      retrieve_sim_swap_date_401.1_no_authorization_header                           | none     | | {"phoneNumber":"+990123400000"} | 401 | UNAUTHENTICATED
      retrieve_sim_swap_date_401.2_expired_access_token                              | expired  | | {"phoneNumber":"+990123400000"} | 401 | UNAUTHENTICATED
      retrieve_sim_swap_date_401.3_invalid_access_token                              | wrong    | | {"phoneNumber":"+990123400000"} | 401 | UNAUTHENTICATED
      retrieve_sim_swap_date_C02.01_phone_number_not_schema_compliant                | 2-legged | | {"phoneNumber":"foobar"}        | 400 | INVALID_ARGUMENT
      retrieve_sim_swap_date_C02.02_phone_number_not_found                           | 2-legged | | {"phoneNumber":"+990123400090"} | 404 | IDENTIFIER_NOT_FOUND
      retrieve_sim_swap_date_C02.03_unnecessary_phone_number                         | 3-legged | | {"phoneNumber":"+990123400000"} | 422 | UNNECESSARY_IDENTIFIER
      retrieve_sim_swap_date_C02.04_missing_phone_number                             | 2-legged | | {}                              | 422 | MISSING_IDENTIFIER
      retrieve_sim_swap_date_C02.05_phone_number_not_supported                       | 2-legged | | {"phoneNumber":"+990123400070"} | 422 | SERVICE_NOT_APPLICABLE
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
    line.hold(operator, "/sim-swap/v2/retrieve-date", "sim-swap:retrieve-date");
  }
}
