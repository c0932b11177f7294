package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** device-reachability-status as CAMARA tests a server of it. */
final class ReachabilityAcceptanceTest {
  static final String TABLE =
      """
      device_reachability_status_01_reachable_and_connected_sms          | 2-legged | | {"device":{"phoneNumber":"+990123400001"}} | 200 | "reachable":true,"connectivity":["SMS"]
      device_reachability_status_02_reachable_and_connected_data         | 2-legged | | {"device":{"phoneNumber":"+990123400002"}} | 200 | "reachable":true,"connectivity":["DATA"]
      device_reachability_status_03_reachable_and_connected_data_and_sms | 2-legged | | {"device":{"phoneNumber":"+990123400000"}} | 200 | "reachable":true,"connectivity":["DATA","SMS"]
      device_reachability_status_03_reachable_and_connected_data_and_sms | 3-legged | | {}                                         | 200 | "reachable":true,"connectivity":["DATA","SMS"]}
      device_reachability_status_04_not_reachable                        | 2-legged | | {"device":{"phoneNumber":"+990123400050"}} | 200 | "reachable":false
      device_reachability_status_C01.01_device_empty                     | 2-legged | | {"device":{}}                              | 400 | INVALID_ARGUMENT
      device_reachability_status_C01.02_device_identifiers_not_schema_compliant | 2-legged | | {"device":{"phoneNumber":"foobar"}}  | 400 | INVALID_ARGUMENT
      device_reachability_status_C01.02_device_identifiers_not_schema_compliant | 2-legged | | {"device":{"ipv4Address":{"publicAddress":"foobar"}}} | 400 | INVALID_ARGUMENT
      device_reachability_status_C01.02_device_identifiers_not_schema_compliant | 2-legged | | {"device":{"ipv6Address":"foobar"}}  | 400 | INVALID_ARGUMENT
      device_reachability_status_C01.02_device_identifiers_not_schema_compliant | 2-legged | | {"device":{"networkAccessIdentifier":"foobar"}} | 400 | INVALID_ARGUMENT
      device_reachability_status_C01.03_device_not_found                 | 2-legged | | {"device":{"phoneNumber":"+990123400090"}} | 404 | IDENTIFIER_NOT_FOUND
      device_reachability_status_C01.04_unnecessary_device               | 3-legged | | {"device":{"phoneNumber":"+990123400000"}} | 422 | UNNECESSARY_IDENTIFIER
      device_reachability_status_C01.05_missing_device                   | 2-legged | | {}                                         | 422 | MISSING_IDENTIFIER
      device_reachability_status_C01.06_unsupported_device               | 2-legged | | {"device":{"ipv6Address":"2001:db8::1"}}   | 422 | UNSUPPORTED_IDENTIFIER
      device_reachability_status_C01.06_unsupported_device               | 2-legged | | {"device":{"networkAccessIdentifier":"a@example.com"}} | 422 | UNSUPPORTED_IDENTIFIER
      device_reachability_status_C01.06_unsupported_device               | 2-legged | | {"device":{"ipv4Address":{"publicAddress":"192.0.2.1","publicPort":59765}}} | 422 | UNSUPPORTED_IDENTIFIER
      device_reachability_status_C01.07_device_not_supported             | 2-legged | | {"device":{"phoneNumber":"+990123400070"}} | 422 | SERVICE_NOT_APPLICABLE
      device_reachability_status_401.1_expired_access_token              | expired  | | {"device":{"phoneNumber":"+990123400000"}} | 401 | UNAUTHENTICATED
      device_reachability_status_401.2_no_authorization_header           | none     | | {"device":{"phoneNumber":"+990123400000"}} | 401 | UNAUTHENTICATED
      device_reachability_status_401.3_malformed_access_token            | wrong    | | {"device":{"phoneNumber":"+990123400000"}} | 401 | UNAUTHENTICATED
      device_reachability_status_403_permission_denied                   | of another scope | | {"device":{"phoneNumber":"+990123400000"}} | 403 | PERMISSION_DENIED
      device_reachability_status_503_network_error                       | 2-legged | | {"device":{"phoneNumber":"+990123400230"}} | 503 | UNAVAILABLE
      """;

  private static final String PATH = "/device-reachability-status/v1/retrieve";
  private static final String SCOPE = "device-reachability-status:read";

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
    JsonNode reply = line.hold(operator, PATH, SCOPE);
    if (line.status() == 200) {
      assertThat(reply.path("lastStatusTime").asText()).isEqualTo("2026-11-21T12:00:00.250Z");
      assertThat(reply.has("connectivity")).isEqualTo(reply.path("reachable").asBoolean());
      assertThat(reply.has("device")).isEqualTo(line.token().equals("2-legged"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "040, false, false, true",
    "060, false, false, true",
    "010, true, true, true",
    "100, '\"true\"', true, true",
    "110, '', false, true",
    "120, true, true, false",
    "280, '\"perhaps\"', false, true",
    "290, true, true, true",
  })
  void the_rest_is_answered_by_the_table(
      String scenario, String reachable, boolean connected, boolean timed) {
    String body = "{\"device\":{\"phoneNumber\":\"+990123400%s\"}}".formatted(scenario);
    JsonNode reply = Operator.json(operator.ask(PATH, operator.twoLegged(SCOPE), body));
    assertThat(reply.path("reachable")).hasToString(reachable);
    assertThat(reply.has("connectivity")).isEqualTo(connected);
    assertThat(reply.path("connectivity").isTextual()).isEqualTo(scenario.equals("290"));
    assertThat(reply.has("lastStatusTime")).isEqualTo(timed);
    assertThat(reply.at("/device/phoneNumber").asText()).isEqualTo("+990123400" + scenario);
    assertThat(operator.sandbox.bill().charged("getReachabilityStatus")).isEqualTo(1);
  }
}
