package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.sandbox.Http;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JWTs as a client's proof and as a grant for one user, recomputed from their bytes. */
final class AssertionsTest {
  private static final String SCOPE = "kyc-tenure:check-tenure";
  private static final String PURPOSE = "dpv:FraudPreventionAndDetection ";
  private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final String NUMBER = "+990123400000";
  private static final String PATH = "/kyc-tenure/v0.2/check-tenure";

  private final Operator operator = Operator.lenient();

  @AfterEach
  void stop() {
    operator.close();
  }

  private static Http.Reply proof(Operator operator, String jwt) {
    return operator.askToken(
        "grant_type",
        "client_credentials",
        "scope",
        SCOPE,
        "client_assertion_type",
        TYPE,
        "client_assertion",
        jwt);
  }

  private static Http.Reply grant(Operator operator, String jwt) {
    return operator.askToken("grant_type", Operator.JWT_BEARER, "assertion", jwt);
  }

  private Map<String, Object> grantClaims() {
    Map<String, Object> claims = operator.claims("tel:" + NUMBER);
    claims.put("scope", PURPOSE + SCOPE);
    return claims;
  }

  private static void refused(Http.Reply reply, int status, String error) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(Operator.json(reply).path("error").asText()).isEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void a_client_is_known_by_what_its_key_signs(String kind) {
    TestKey key = kind.equals("RSA") ? TestKey.rsa() : TestKey.p256();
    CamaraCredentials client =
        CamaraCredentials.of(Operator.SIGNER.clientId(), "secret").withPublicKey(key.pem());
    try (Operator other = new Operator(Operator.settings().credentials(List.of(client)))) {
      Http.Reply reply = proof(other, key.jwt(other.claims(client.clientId())));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(Operator.json(reply).path("access_token").asText()).isNotEmpty();
      refused(
          proof(other, Operator.KEY.jwt(other.claims(client.clientId()))), 401, "invalid_client");
    }
  }

  /** One thing wrong with an assertion that is otherwise right. */
  enum Flaw {
    ANOTHER_ISSUER((claims, now) -> claims.put("iss", "nobody")),
    ISSUER_WITHOUT_KEY((claims, now) -> claims.put("iss", Operator.PLAIN.clientId())),
    ANOTHER_AUDIENCE((claims, now) -> claims.put("aud", "https://example.com/oauth2/token")),
    NO_AUDIENCE((claims, now) -> claims.remove("aud")),
    SEVERAL_OTHER_AUDIENCES((claims, now) -> claims.put("aud", List.of("a", "b"))),
    EXPIRED((claims, now) -> claims.put("exp", now)),
    NO_EXPIRY((claims, now) -> claims.remove("exp")),
    EXPIRY_AS_TEXT((claims, now) -> claims.put("exp", Long.toString(now + 60))),
    EXPIRY_TOO_FAR((claims, now) -> claims.put("exp", now + 301)),
    EXPIRY_TOO_FAR_FROM_ISSUE(
        (claims, now) -> {
          claims.put("iat", now - 100);
          claims.put("exp", now + 201);
        }),
    EXPIRY_BEYOND_TIME((claims, now) -> claims.put("exp", Long.MAX_VALUE)),
    ISSUED_IN_THE_FUTURE((claims, now) -> claims.put("iat", now + 1)),
    ISSUED_AT_TEXT((claims, now) -> claims.put("iat", "now")),
    NO_ID((claims, now) -> claims.remove("jti")),
    EMPTY_ID((claims, now) -> claims.put("jti", ""));

    @SuppressWarnings("ImmutableEnumChecker") // They hold nothing.
    private final BiConsumer<Map<String, Object>, Long> spoil;

    Flaw(BiConsumer<Map<String, Object>, Long> spoil) {
      this.spoil = spoil;
    }
  }

  @ParameterizedTest
  @EnumSource(Flaw.class)
  void a_claim_that_is_wrong_is_refused_be_it_a_proof_or_a_grant(Flaw flaw) {
    long now = operator.clock.instant().getEpochSecond();
    Map<String, Object> proof = operator.claims(Operator.SIGNER.clientId());
    flaw.spoil.accept(proof, now);
    refused(proof(operator, Operator.KEY.jwt(proof)), 401, "invalid_client");
    Map<String, Object> grant = grantClaims();
    flaw.spoil.accept(grant, now);
    refused(
        grant(operator, Operator.KEY.jwt(grant)),
        400,
        flaw == Flaw.ISSUER_WITHOUT_KEY ? "unauthorized_client" : "invalid_grant");
  }

  @Test
  void the_audience_may_be_one_of_several_and_the_address_by_tls() {
    Map<String, Object> claims = operator.claims(Operator.SIGNER.clientId());
    claims.put("aud", List.of("x", operator.endpoint().replace("http:", "https:")));
    assertThat(proof(operator, Operator.KEY.jwt(claims)).status()).isEqualTo(200);
  }

  @Test
  void a_proof_needs_no_time_of_issue_and_a_grant_does() {
    Map<String, Object> proof = operator.claims(Operator.SIGNER.clientId());
    proof.remove("iat");
    assertThat(proof(operator, Operator.KEY.jwt(proof)).status()).isEqualTo(200);
    Map<String, Object> grant = grantClaims();
    grant.remove("iat");
    refused(grant(operator, Operator.KEY.jwt(grant)), 400, "invalid_grant");
  }

  @Test
  void a_jwt_is_good_once() {
    String jwt = Operator.KEY.jwt(operator.claims(Operator.SIGNER.clientId()));
    assertThat(proof(operator, jwt).status()).isEqualTo(200);
    operator.clock.advance(Duration.ofSeconds(299));
    refused(proof(operator, jwt), 401, "invalid_client");
    Map<String, Object> again = grantClaims();
    assertThat(grant(operator, Operator.KEY.jwt(again)).status()).isEqualTo(200);
    refused(grant(operator, Operator.KEY.jwt(again)), 400, "invalid_grant");
  }

  @Test
  void a_proof_is_of_the_client_itself() {
    refused(proof(operator, Operator.KEY.jwt(operator.claims("another"))), 401, "invalid_client");
    refused(
        operator.askToken(
            "grant_type",
            "client_credentials",
            "scope",
            SCOPE,
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:saml2-bearer",
            "client_assertion",
            Operator.KEY.jwt(operator.claims(Operator.SIGNER.clientId()))),
        401,
        "invalid_client");
  }

  @Test
  void a_signature_is_of_the_bytes_and_by_the_keys_own_algorithm() {
    Map<String, Object> claims = operator.claims(Operator.SIGNER.clientId());
    String jwt = Operator.KEY.jwt(claims);
    String[] parts = jwt.split("\\.", -1);
    String other =
        Operator.KEY.jwt(operator.claims(Operator.SIGNER.clientId())).split("\\.", -1)[1];
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    for (String spoilt :
        new String[] {
          parts[0] + '.' + other + '.' + parts[2],
          parts[0] + '.' + parts[1] + '.',
          none + '.' + parts[1] + '.',
          parts[0] + '.' + parts[1],
          "a.b.c",
          "",
          Operator.KEY.jwt(Map.of("alg", "RS256"), claims),
          Operator.KEY.jwt(Map.of("alg", "ES256", "crit", List.of("b64")), claims),
        }) {
      refused(proof(operator, spoilt), 401, "invalid_client");
    }
    assertThat(proof(operator, jwt).status()).isEqualTo(200);
  }

  @Test
  void a_revoked_client_signs_in_vain() {
    operator.vendor.keys().revoke(Operator.SIGNER.clientId());
    refused(
        proof(operator, Operator.KEY.jwt(operator.claims(Operator.SIGNER.clientId()))),
        401,
        "invalid_client");
    refused(grant(operator, Operator.KEY.jwt(grantClaims())), 400, "invalid_grant");
  }

  @Test
  void a_grant_of_a_user_is_for_the_number_that_it_names() {
    String token = operator.threeLegged(NUMBER, SCOPE);
    Http.Reply reply = operator.ask(PATH, token, "{\"tenureDate\":\"2026-01-01\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(operator.sandbox.heard().get(0).contact()).isEqualTo(NUMBER);
    assertThat(operator.sandbox.bill().lines().get(0).contact()).isEqualTo("+9901****0000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+990123400000",
        "tel:990123400000",
        "tel:+99-0123-400000",
        "operatortoken:abc",
        "tel:",
        "",
        "tel:+990123400420"
      })
  void a_grant_is_refused_without_a_number_and_without_the_users_consent(String subject) {
    Map<String, Object> claims = grantClaims();
    claims.put("sub", subject);
    refused(grant(operator, Operator.KEY.jwt(claims)), 400, "invalid_grant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", SCOPE, "dpv:A", "dpv:A dpv:B " + SCOPE, "dpv:A device-swap:check"})
  void a_grant_of_a_user_names_its_scopes_and_one_purpose(String scope) {
    Map<String, Object> claims = grantClaims();
    claims.put("scope", scope);
    refused(grant(operator, Operator.KEY.jwt(claims)), 400, "invalid_scope");
  }

  @Test
  void a_grant_of_a_user_has_its_scope_in_the_assertion_alone() {
    refused(
        operator.askToken(
            "grant_type",
            Operator.JWT_BEARER,
            "scope",
            SCOPE,
            "assertion",
            Operator.KEY.jwt(grantClaims())),
        400,
        "invalid_request");
    refused(operator.askToken("grant_type", Operator.JWT_BEARER), 400, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-384", "text", "DSA"})
  void a_public_key_that_cannot_be_used_is_refused_at_once_and_not_quoted(String kind) {
    String pem =
        switch (kind) {
          case "P-384" -> TestKey.generated("ES384", "EC", 384).pem();
          case "DSA" -> TestKey.generated("none", "DSA", 1024).pem();
          default -> "AAAA";
        };
    CamaraCredentials client = CamaraCredentials.of("a", "b").withPublicKey(pem);
    CamaraSettings settings = CamaraSettings.defaults().credentials(List.of(client));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CamaraVendor(settings))
        .withMessageContaining("key")
        .withMessageNotContaining("AAAA");
  }

  @Test
  void neither_a_secret_nor_a_key_is_printed() {
    assertThat(CamaraSettings.defaults().credentials(List.of(Operator.SIGNER)).toString())
        .contains("signer, with a key")
        .doesNotContain("secret", "BEGIN");
  }
}
