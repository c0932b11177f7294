package io.telproof.sandbox.camara;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.Http;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** An operator in a sandbox of its own, and a client that talks to it in plain HTTP. */
final class Operator implements AutoCloseable {

  static final String CORRELATOR = "b4333c46-49c0-4f62-80d7-f0ef930f1c46";
  static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  static final TestKey KEY = TestKey.p256();
  static final CamaraCredentials SIGNER =
      CamaraCredentials.of("signer", "signer-secret").withPublicKey(KEY.pem());
  static final CamaraCredentials PLAIN = CamaraVendor.CREDENTIALS;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  final HandClock clock = new HandClock("2026-11-21T12:00:00.250Z");
  final CamaraVendor vendor;
  final Sandbox sandbox;

  Operator(CamaraSettings settings) {
    this.vendor = new CamaraVendor(settings);
    this.sandbox = Sandbox.start(SandboxOptions.of(vendor).at(clock));
  }

  /** With limits that no test meets, and with a client that signs. */
  static Operator lenient() {
    return new Operator(settings());
  }

  static CamaraSettings settings() {
    return CamaraSettings.defaults()
        .limits(10_000, 10_000)
        .credentials(List.of(PLAIN, CamaraVendor.SECOND_CREDENTIALS, SIGNER));
  }

  String endpoint() {
    return sandbox.endpoint() + "/oauth2/token";
  }

  /** A request for a token with these parameters, names and values in turn. */
  Request.Builder tokenRequest(String... parameters) {
    FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
    for (int i = 0; i < parameters.length; i += 2) {
      form.add(parameters[i], parameters[i + 1]);
    }
    return new Request.Builder().url(endpoint()).post(form.build());
  }

  Http.Reply askToken(String... parameters) {
    return send(tokenRequest(parameters));
  }

  /** The claims of an assertion that is to be believed, with a fresh jti. */
  Map<String, Object> claims(String subject) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", SIGNER.clientId());
    claims.put("sub", subject);
    claims.put("aud", endpoint());
    claims.put("iat", now);
    claims.put("exp", now + 300);
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  /** An access token of no user, with these scopes. */
  String twoLegged(String scope) {
    Http.Reply reply =
        send(
            tokenRequest("grant_type", "client_credentials", "scope", scope)
                .header(
                    "Authorization", Credentials.basic(PLAIN.clientId(), PLAIN.clientSecret())));
    return json(reply).path("access_token").asText();
  }

  /** An access token for one number, with these scopes. */
  String threeLegged(String number, String scope) {
    Map<String, Object> claims = claims("tel:" + number);
    claims.put("scope", "dpv:FraudPreventionAndDetection " + scope);
    Http.Reply reply = askToken("grant_type", JWT_BEARER, "assertion", KEY.jwt(claims));
    return json(reply).path("access_token").asText();
  }

  /** A question as it should be asked. */
  Request.Builder question(String path, String token, String body) {
    return new Request.Builder()
        .url(sandbox.endpoint() + path)
        .header("Authorization", "Bearer " + token)
        .header("x-correlator", CORRELATOR)
        .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON_TYPE));
  }

  Http.Reply ask(String path, String token, String body) {
    return send(question(path, token, body));
  }

  static Http.Reply send(Request.Builder request) {
    try {
      return Http.send(request.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(Http.Reply reply) {
    try {
      return JSON.readTree(reply.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON, status " + reply.status());
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
