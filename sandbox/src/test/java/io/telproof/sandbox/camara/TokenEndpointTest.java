package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Http;
import io.telproof.sandbox.ReceivedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Client credentials by a secret, scopes, and what an access token is good for. */
final class TokenEndpointTest {
  private static final String SCOPE = "kyc-tenure:check-tenure";
  private static final String STATUS = "subscription-status:retrive-subscription-status";
  private static final String PATH = "/kyc-tenure/v0.2/check-tenure";
  private static final String BODY =
      "{\"phoneNumber\":\"+990123400000\",\"tenureDate\":\"2026-01-01\"}";
  private static final String ID = CamaraVendor.CREDENTIALS.clientId();
  private static final String SECRET = CamaraVendor.CREDENTIALS.clientSecret();

  private final Operator operator = Operator.lenient();

  @AfterEach
  void stop() {
    operator.close();
  }

  private Http.Reply post(String... more) {
    String[] all = {"grant_type", "client_credentials", "scope", SCOPE};
    String[] both = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, both, all.length, more.length);
    return operator.askToken(both);
  }

  private static String basic(String text) {
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private Http.Reply header(String authorization) {
    return Operator.send(
        operator
            .tokenRequest("grant_type", "client_credentials", "scope", SCOPE)
            .header("Authorization", authorization));
  }

  private static void refused(Http.Reply reply, int status, String error) {
    assertThat(reply.status()).isEqualTo(status);
    JsonNode body = Operator.json(reply);
    assertThat(body.path("error").asText()).isEqualTo(error);
    assertThat(body.path("error_description").asText()).endsWith(".");
    assertThat(body).hasSize(2);
  }

  @Test
  void a_client_is_known_by_its_secret_in_the_header_and_in_the_form() {
    for (Http.Reply reply :
        new Http.Reply[] {
          post("client_id", ID, "client_secret", SECRET), header(basic(ID + ":" + SECRET))
        }) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.headers().get("Cache-Control")).isEqualTo("no-store");
      JsonNode body = Operator.json(reply);
      assertThat(body.path("token_type").asText()).isEqualTo("Bearer");
      assertThat(body.path("expires_in").isInt()).isTrue();
      assertThat(body.path("expires_in").asInt()).isEqualTo(3600);
      assertThat(body).hasSize(3);
      assertThat(operator.ask(PATH, body.path("access_token").asText(), BODY).status())
          .isEqualTo(200);
    }
  }

  @Test
  void id_and_secret_are_form_encoded_in_the_header() throws IOException {
    CamaraCredentials odd = CamaraCredentials.of("a:b", "50% + more");
    try (Operator other = new Operator(Operator.settings().credentials(List.of(odd)))) {
      Request.Builder request =
          other
              .tokenRequest("grant_type", "client_credentials", "scope", SCOPE)
              .header("Authorization", basic("a%3Ab:50%25+%2B+more"));
      assertThat(Operator.send(request).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic !!!",
        "Basic bm9ib2R5", // nobody
        "Basic JXg6eQ==", // %x:y
        "Bearer x",
      })
  void a_header_that_cannot_be_read_is_no_client_and_the_way_to_prove_it_is_told(String value) {
    Http.Reply reply = header(value);
    refused(reply, 401, "invalid_client");
    assertThat(reply.headers().get("WWW-Authenticate")).startsWith("Basic ");
  }

  @Test
  void a_client_that_is_wrong_unknown_unproven_or_revoked_is_refused() {
    refused(post("client_id", ID, "client_secret", "wrong"), 401, "invalid_client");
    refused(post("client_id", "nobody", "client_secret", SECRET), 401, "invalid_client");
    refused(post("client_id", ID), 401, "invalid_client");
    refused(post(), 401, "invalid_client");
    refused(header(basic(ID + ":wrong")), 401, "invalid_client");
    operator.vendor.keys().revoke(ID);
    refused(post("client_id", ID, "client_secret", SECRET), 401, "invalid_client");
    operator.vendor.keys().restore(ID);
    assertThat(post("client_id", ID, "client_secret", SECRET).status()).isEqualTo(200);
  }

  @Test
  void a_client_proves_itself_in_one_way_and_as_one_client() {
    Request.Builder both =
        operator
            .tokenRequest(
                "grant_type", "client_credentials", "scope", SCOPE, "client_secret", SECRET)
            .header("Authorization", basic(ID + ":" + SECRET));
    refused(Operator.send(both), 400, "invalid_request");
    Request.Builder another =
        operator
            .tokenRequest(
                "grant_type", "client_credentials", "scope", SCOPE, "client_id", "another")
            .header("Authorization", basic(ID + ":" + SECRET));
    refused(Operator.send(another), 401, "invalid_client");
  }

  @ParameterizedTest
  @CsvSource({
    "password, unsupported_grant_type",
    "refresh_token, unsupported_grant_type",
    "'', invalid_request",
  })
  void another_grant_is_not_served(String grant, String error) {
    refused(
        operator.askToken(
            "grant_type", grant, "scope", SCOPE, "client_id", ID, "client_secret", SECRET),
        400,
        error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kyc-tenure:delete",
        SCOPE + " device-swap:check",
        "dpv:FraudPreventionAndDetection",
        "dpv:A dpv:B " + SCOPE,
        "dpv: " + SCOPE,
      })
  void a_scope_is_one_of_an_api_and_a_purpose_stands_beside_it(String scope) {
    refused(
        operator.askToken(
            "grant_type",
            "client_credentials",
            "scope",
            scope,
            "client_id",
            ID,
            "client_secret",
            SECRET),
        400,
        "invalid_scope");
  }

  @Test
  void a_token_opens_the_apis_of_its_scopes_and_no_other() {
    String both = operator.twoLegged("dpv:FraudPreventionAndDetection " + SCOPE + " " + STATUS);
    assertThat(operator.ask(PATH, both, BODY).status()).isEqualTo(200);
    String other = operator.twoLegged(STATUS);
    Http.Reply reply = operator.ask(PATH, other, BODY);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(Operator.json(reply).path("code").asText()).isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void a_token_is_over_by_the_operators_clock_to_the_moment() {
    String token = operator.twoLegged(SCOPE);
    operator.clock.advance(Duration.ofHours(1).minusMillis(1));
    assertThat(operator.ask(PATH, token, BODY).status()).isEqualTo(200);
    operator.clock.advance(Duration.ofMillis(1));
    assertThat(operator.ask(PATH, token, BODY).status()).isEqualTo(401);
  }

  @Test
  void a_token_is_over_when_all_are_revoked_and_while_its_client_is() {
    String token = operator.twoLegged(SCOPE);
    operator.vendor.keys().revoke(ID);
    assertThat(operator.ask(PATH, token, BODY).status()).isEqualTo(401);
    operator.vendor.keys().restore(ID);
    assertThat(operator.ask(PATH, token, BODY).status()).isEqualTo(200);
    operator.vendor.revokeTokens();
    assertThat(operator.ask(PATH, token, BODY).status()).isEqualTo(401);
    assertThat(operator.ask(PATH, operator.twoLegged(SCOPE), BODY).status()).isEqualTo(200);
  }

  @Test
  void no_two_tokens_are_the_same_and_none_says_whose_it_is() {
    String first = operator.twoLegged(SCOPE);
    assertThat(operator.twoLegged(SCOPE)).isNotEqualTo(first);
    assertThat(first).matches("[A-Za-z0-9_-]{43}").doesNotContain(ID);
  }

  @Test
  void a_token_exchange_is_heard_and_is_neither_billed_nor_counted() {
    try (Operator strict = new Operator(Operator.settings().limits(1, 10))) {
      String token = strict.twoLegged(SCOPE);
      strict.twoLegged(SCOPE);
      strict.askToken("grant_type", "password");
      assertThat(strict.sandbox.bill().requests()).isZero();
      assertThat(strict.ask(PATH, token, BODY).status()).isEqualTo(200);
      strict.twoLegged(SCOPE);
      assertThat(strict.sandbox.bill().requests()).isEqualTo(1);
      assertThat(strict.sandbox.heard())
          .extracting(ReceivedRequest::tokenExchange)
          .containsExactly(true, true, true, false, true);
      ReceivedRequest heard = strict.sandbox.heard().get(0);
      assertThat(heard.operation()).isEqualTo("token");
      assertThat(heard.vendor()).isEqualTo("camara");
      assertThat(heard.signatureGood()).isTrue();
      assertThat(heard.fields())
          .containsOnly(Map.entry("grant_type", "client_credentials"), Map.entry("scope", SCOPE));
      assertThat(strict.sandbox.heard().get(2).signatureGood()).isFalse();
    }
  }

  @Test
  void a_fault_is_met_by_a_question_unless_it_is_named_for_a_token() {
    operator.sandbox.faults().next(Fault.HTML_502);
    String token = operator.twoLegged(SCOPE);
    assertThat(operator.ask(PATH, token, BODY).status()).isEqualTo(502);

    operator.sandbox.faults().nextTokenExchange(Fault.HTML_502);
    assertThat(operator.ask(PATH, token, BODY).status()).isEqualTo(200);
    assertThat(post("client_id", ID, "client_secret", SECRET).status()).isEqualTo(502);

    operator.sandbox.faults().nextTokenExchange(Fault.HTML_502);
    operator.sandbox.faults().clear();
    assertThat(post("client_id", ID, "client_secret", SECRET).status()).isEqualTo(200);
  }

  @Test
  void what_is_no_form_sent_by_post_is_refused() {
    Request.Builder get = new Request.Builder().url(operator.endpoint());
    Http.Reply reply = Operator.send(get);
    refused(reply, 405, "invalid_request");
    assertThat(reply.headers().get("Allow")).isEqualTo("POST");

    byte[] form = "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8);
    MediaType json = MediaType.get("application/json");
    refused(Operator.send(get.post(RequestBody.create(form, json))), 400, "invalid_request");
    MediaType right = MediaType.get("application/x-www-form-urlencoded");
    String good =
        "grant_type=client_credentials&scope=%s&client_id=%s&client_secret=%s"
            .formatted(SCOPE, ID, SECRET);
    for (String more : new String[] {"&a=1&a=2", "&scope=" + SCOPE, "&a=%zz"}) {
      byte[] bytes = (good + more).getBytes(StandardCharsets.UTF_8);
      refused(Operator.send(get.post(RequestBody.create(bytes, right))), 400, "invalid_request");
    }
  }
}
