package io.telproof.sandbox.camara;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** checkSimSwap of sim-swap as CAMARA tests a server of it. */
final class CheckSimSwapAcceptanceTest {
  static final String TABLE =
      """
      check_sim_swap_1_generic_success_scenario               | 2-legged | | {"phoneNumber":"+990123400000"}                 | 200 | {"swapped":false}
      check_sim_swap_1_generic_success_scenario               | 3-legged | | {}                                              | 200 | {"swapped":false}
      check_sim_swap_2_valid_sim_swap_no_max_age              | 2-legged | | {"phoneNumber":"+990123400020"}                 | 200 | {"swapped":true}
      check_sim_swap_3_valid_sim_swap_max_age                 | 2-legged | | {"phoneNumber":"+990123400020","maxAge":260}    | 200 | {"swapped":true}
      check_sim_swap_3_valid_sim_swap_max_age                 | 2-legged | | {"phoneNumber":"+990123400020","maxAge":120}    | 200 | {"swapped":true}
      check_sim_swap_3_valid_sim_swap_max_age                 | 2-legged | | {"phoneNumber":"+990123400020","maxAge":100}    | 200 | {"swapped":true}
      check_sim_swap_3_valid_sim_swap_max_age                 | 2-legged | | {"phoneNumber":"+990123400010","maxAge":24}     | 200 | {"swapped":true}
      check_sim_swap_3_valid_sim_swap_max_age                 | 2-legged | | {"phoneNumber":"+990123400010","maxAge":12}     | 200 | {"swapped":true}
      check_sim_swap_4_more_than_240_hours                    | 2-legged | | {"phoneNumber":"+990123400000"}                 | 200 | {"swapped":false}
      check_sim_swap_5_out_of_max_age                         | 2-legged | | {"phoneNumber":"+990123400020","maxAge":99}     | 200 | {"swapped":false}
      check_sim_swap_6_no_sim_swap_no_max_age                 | 2-legged | | {"phoneNumber":"+990123400000"}                 | 200 | {"swapped":false}
      check_sim_swap_7_no_sim_swap_with_max_age               | 2-legged | | {"phoneNumber":"+990123400000","maxAge":259}    | 200 | {"swapped":false}
      check_sim_swap_7_no_sim_swap_with_max_age               | 2-legged | | {"phoneNumber":"+990123400000","maxAge":119}    | 200 | {"swapped":false}
      check_sim_swap_7_no_sim_swap_with_max_age               | 2-legged | | {"phoneNumber":"+990123400000","maxAge":23}     | 200 | {"swapped":false}
      check_sim_swap_7_no_sim_swap_with_max_age               | 2-legged | | {"phoneNumber":"+990123400000","maxAge":11}     | 200 | {"swapped":false}
      check_sim_swap_401.1_no_authorization_header            | none     | | {"phoneNumber":"+990123400000","maxAge":24}     | 401 | UNAUTHENTICATED
      check_sim_swap_401.2_expired_access_token               | expired  | | {"phoneNumber":"+990123400000","maxAge":24}     | 401 | UNAUTHENTICATED
      check_sim_swap_401.3_invalid_access_token               | wrong    | | {"phoneNumber":"+990123400000","maxAge":24}     | 401 | UNAUTHENTICATED
      check_sim_swap_400.1_invalid_max_age                    | 2-legged | | {"phoneNumber":"+990123400000","maxAge":"24"}   | 400 | INVALID_ARGUMENT
      check_sim_swap_400.1_invalid_max_age                    | 2-legged | | {"phoneNumber":"+990123400000","maxAge":2.5}    | 400 | INVALID_ARGUMENT
      check_sim_swap_400.2_invalid_max_age_value              | 2-legged | | {"phoneNumber":"+990123400000","maxAge":100000} | 400 | OUT_OF_RANGE
      check_sim_swap_400.3_max_age_out_of_monitored_period    | 2-legged | | {"phoneNumber":"+990123400071","maxAge":2400}   | 400 | OUT_OF_RANGE
      check_sim_swap_C02.01_phone_number_not_schema_compliant | 2-legged | | {"phoneNumber":"foobar","maxAge":24}            | 400 | INVALID_ARGUMENT
      check_sim_swap_C02.02_phone_number_not_found            | 2-legged | | {"phoneNumber":"+990123400090","maxAge":24}     | 404 | IDENTIFIER_NOT_FOUND
      check_sim_swap_C02.03_unnecessary_phone_number          | 3-legged | | {"phoneNumber":"+990123400000","maxAge":24}     | 422 | UNNECESSARY_IDENTIFIER
      check_sim_swap_C02.04_missing_phone_number              | 2-legged | | {"maxAge":24}                                   | 422 | MISSING_IDENTIFIER
      check_sim_swap_C02.05_phone_number_not_supported        | 2-legged | | {"phoneNumber":"+990123400070","maxAge":24}     | 422 | SERVICE_NOT_APPLICABLE
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
    line.hold(operator, "/sim-swap/v2/check", "sim-swap:check");
  }
}
