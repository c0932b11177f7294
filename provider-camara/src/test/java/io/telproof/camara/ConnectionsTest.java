package io.telproof.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.time.Time;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Which connection the next question goes over. */
final class ConnectionsTest {
  private static final String TOKEN =
      "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600}";

  private final List<MockResponse> replies = new ArrayList<>();

  private ConnectionsTest says(int status, String body) {
    replies.add(
        new MockResponse.Builder()
            .code(status)
            .addHeader("x-correlator", "order-4711")
            .body(body.replace('\'', '"'))
            .build());
    return this;
  }

  /** The connection of each question, counted by the order in which they came. */
  private List<Integer> connections() throws Exception {
    List<Integer> connections = new ArrayList<>();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              if (request.getUrl().encodedPath().equals("/token")) {
                return new MockResponse.Builder().body(TOKEN).build();
              }
              connections.add(request.getConnectionIndex());
              return replies.get(connections.size() - 1);
            }
          });
      server.start(InetAddress.getLoopbackAddress(), 0);
      try (VerificationProvider provider =
          new CamaraProviderFactory()
              .open(
                  "main",
                  Settings.at("http://127.0.0.1:" + server.getPort(), Map.of()),
                  ProviderEnvironment.local(Time.system()))) {
        CallContext context =
            new CallContext(Duration.ofSeconds(10), "order-4711", Optional.empty());
        while (connections.size() < replies.size()) {
          assertThat(
                  Outcome.of(
                      () -> provider.phoneStatus().orElseThrow().check(Account.NUMBER, context)))
              .isNotEmpty();
        }
      }
    }
    return connections;
  }

  @Test
  void an_answer_leaves_its_connection_to_the_next_question() throws Exception {
    List<Integer> connections =
        says(200, Account.STATUS)
            .says(404, "{'status':404,'code':'IDENTIFIER_NOT_FOUND'}")
            .says(200, Account.STATUS)
            .connections();
    assertThat(connections).hasSize(3);
    assertThat(connections.stream().distinct()).hasSize(1);
  }

  @Test
  void what_may_be_asked_again_under_its_id_is_asked_over_another_connection() throws Exception {
    for (String refusal :
        List.of(
            "{'status':401,'code':'UNAUTHENTICATED'}",
            "{'status':429,'code':'TOO_MANY_REQUESTS'}",
            "{'status':503,'code':'UNAVAILABLE'}")) {
      replies.clear();
      List<Integer> connections =
          says(Integer.parseInt(refusal.substring(10, 13)), refusal)
              .says(200, Account.STATUS)
              .connections();
      assertThat(connections.get(1)).as(refusal).isNotEqualTo(connections.get(0));
    }
  }
}
