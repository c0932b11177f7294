package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.telproof.sandbox.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Request;

/**
 * A line of a table that follows CAMARA's own test definitions, in words of our own.
 *
 * @param tag the scenario's, as far as it is known
 * @param token what the caller comes with, as {@link #token} reads it
 * @param preparation what happened before, in a word of the table's test
 * @param body as it is sent; {@code -} for none
 * @param status the HTTP status of the reply
 * @param reply for a refusal its code, for an answer a piece of its body
 */
record Acceptance(
    String tag, String token, String preparation, String body, int status, String reply) {

  static final String NUMBER = "+990123400000";

  /** Reads {@code tag | token | preparation | body | status | reply}, a line each. */
  static List<Acceptance> table(String text) {
    List<Acceptance> table = new ArrayList<>();
    for (String line : text.strip().lines().toList()) {
      String[] cells =
          Stream.of(line.split(" *\\| *", -1)).map(String::strip).toArray(String[]::new);
      assertThat(cells).as(line).hasSize(6);
      table.add(
          new Acceptance(
              cells[0], cells[1], cells[2], cells[3], Integer.parseInt(cells[4]), cells[5]));
    }
    return table;
  }

  /** The tags of all tables that are tested, and of what is not played. */
  static List<String> tags() {
    return Stream.of(
            SubscriptionStatusAcceptanceTest.TABLE,
            TenureAcceptanceTest.TABLE,
            MatchAcceptanceTest.TABLE,
            SendCodeAcceptanceTest.TABLE,
            ValidateCodeAcceptanceTest.TABLE,
            ReachabilityAcceptanceTest.TABLE,
            NumberRecyclingAcceptanceTest.TABLE,
            CheckSimSwapAcceptanceTest.TABLE,
            RetrieveSimSwapDateAcceptanceTest.TABLE)
        .flatMap(table -> table(table).stream())
        .map(Acceptance::tag)
        .distinct()
        .toList();
  }

  /** Sends the line's request, and holds status, code and correlator against it. */
  JsonNode hold(Operator operator, String path, String scope) {
    Http.Reply answered = ask(operator, path, scope);
    assertThat(answered.status()).isEqualTo(status);
    assertThat(answered.headers().get("x-correlator")).isEqualTo(Operator.CORRELATOR);
    if (status == 204) {
      assertThat(answered.body()).isEmpty();
      assertThat(answered.headers().get("Content-Type")).isNull();
      return MissingNode.getInstance();
    }
    assertThat(answered.headers().get("Content-Type")).isEqualTo("application/json");
    JsonNode json = Operator.json(answered);
    if (status == 200) {
      assertThat(answered.body()).contains(reply);
    } else {
      assertThat(json.path("status").asInt()).isEqualTo(status);
      assertThat(json.path("code").asText()).isEqualTo(reply);
      assertThat(json.path("message").asText()).isNotBlank();
    }
    return json;
  }

  private Http.Reply ask(Operator operator, String path, String scope) {
    Request.Builder request =
        operator.question(path, "", body.equals("-") ? "" : body).removeHeader("Authorization");
    String said = token(operator, scope);
    return Operator.send(
        said.isEmpty() ? request : request.header("Authorization", "Bearer " + said));
  }

  private String token(Operator operator, String scope) {
    return switch (token) {
      case "2-legged" -> operator.twoLegged(scope);
      case "3-legged" -> operator.threeLegged(NUMBER, scope);
      case "expired" -> {
        String late = operator.twoLegged(scope);
        operator.clock.advance(Duration.ofHours(1));
        yield late;
      }
      case "of another scope" ->
          operator.twoLegged(
              scope.startsWith("kyc-match") ? "kyc-tenure:check-tenure" : "kyc-match:match");
      case "wrong" -> "eyJhbGciOiJub25lIn0.e30.";
      case "none" -> "";
      default -> throw new IllegalArgumentException(token);
    };
  }

  /** Its tag, as the name of a test. */
  @Override
  public String toString() {
    return tag;
  }
}
