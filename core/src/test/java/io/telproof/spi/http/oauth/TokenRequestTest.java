package io.telproof.spi.http.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.Sensitive;
import io.telproof.spi.http.Authorizer;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.http.Grant;
import io.telproof.spi.http.TokenRequestView;
import io.telproof.spi.reply.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to a token endpoint, read by the rules of the standards. */
class TokenRequestTest {
  private static final Endpoint ENDPOINT = Endpoint.of("https://operator.example/oauth2/token");
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final String NONCE = "0123456789abcdef0123456789abcdef";

  private static TokenRequestView view(
      Authorizer authorizer, Grant grant, String id, String secret) {
    Credentials credentials = Credentials.of(Sensitive.of(id), Sensitive.of(secret));
    return TokenRequestView.of(authorizer.request(grant, credentials, AT, NONCE));
  }

  private static TokenRequestView byClient(ClientAuthentication how, String id, String secret) {
    return view(new ClientCredentialsGrant(ENDPOINT, how), Grant.of("a b"), id, secret);
  }

  private static Map<String, String> form(TokenRequestView view) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : view.body().split("&", -1)) {
      String[] pair = field.split("=", 2);
      fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  @Test
  void a_secret_in_the_header_is_encoded_as_a_form_before_it_is_encoded_in_base_64() {
    TokenRequestView view = byClient(ClientAuthentication.CLIENT_SECRET_BASIC, "id:1", "s +é");
    assertThat(view.header("Authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("id%3A1:s+%2B%C3%A9".getBytes(StandardCharsets.US_ASCII)));
    assertThat(form(view)).isEqualTo(Map.of("grant_type", "client_credentials", "scope", "a b"));
    assertThat(view.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(view.line()).isEqualTo("POST https://operator.example/oauth2/token");
  }

  @Test
  void a_secret_in_the_body_is_a_field_and_in_no_header() {
    TokenRequestView view = byClient(ClientAuthentication.CLIENT_SECRET_POST, "id&1", "s=2");
    assertThat(form(view)).containsEntry("client_id", "id&1").containsEntry("client_secret", "s=2");
    assertThat(view.header("Authorization")).isNull();
  }

  private static KeyPair pair(String algorithm) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(algorithm.equals("RS256") ? "RSA" : "EC");
      if (algorithm.equals("RS256")) {
        generator.initialize(2048);
      } else {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(byte[] encoded) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(encoded)
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** What the JWT claims, where its signature is that of the key. */
  private static Map<String, String> claims(String jwt, String algorithm, KeyPair pair)
      throws GeneralSecurityException {
    String[] parts = jwt.split("\\.", -1);
    Signature signature =
        Signature.getInstance(
            algorithm.equals("RS256") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
    signature.initVerify(pair.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    Map<String, String> claims = new LinkedHashMap<>();
    for (int part = 0; part < 2; part++) {
      JsonObject json = JsonObject.parse(Base64.getUrlDecoder().decode(parts[part])).orElseThrow();
      for (String claim :
          Arrays.asList("alg", "typ", "kid", "iss", "sub", "aud", "iat", "exp", "jti", "scope")) {
        json.text(claim).ifPresent(text -> claims.put(claim, text));
      }
    }
    return claims;
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256"})
  void a_client_with_a_private_key_signs_who_it_is(String algorithm) throws Exception {
    KeyPair pair = pair(algorithm);
    Map<String, String> form =
        form(
            byClient(
                ClientAuthentication.PRIVATE_KEY_JWT, "me", pem(pair.getPrivate().getEncoded())));
    assertThat(form)
        .containsEntry("grant_type", "client_credentials")
        .containsEntry("scope", "a b")
        .containsEntry("client_id", "me")
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    assertThat(claims(form.getOrDefault("client_assertion", ""), algorithm, pair))
        .isEqualTo(
            Map.of(
                "alg",
                algorithm,
                "typ",
                "JWT",
                "iss",
                "me",
                "sub",
                "me",
                "aud",
                "https://operator.example/oauth2/token",
                "iat",
                Long.toString(AT.getEpochSecond() - 60),
                "exp",
                Long.toString(AT.getEpochSecond() + 120),
                "jti",
                NONCE));
  }

  @Test
  void a_jwt_about_a_person_names_the_person_the_scope_and_the_key() throws Exception {
    KeyPair pair = pair("ES256");
    Map<String, String> form =
        form(
            view(
                new JwtBearerGrant(ENDPOINT, Optional.of("key-1")),
                Grant.of("dpv:x a").about(Sensitive.of("tel:+34666666666")),
                "me",
                pem(pair.getPrivate().getEncoded())));
    assertThat(form)
        .containsOnlyKeys("grant_type", "assertion")
        .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    assertThat(claims(form.getOrDefault("assertion", ""), "ES256", pair))
        .containsEntry("kid", "key-1")
        .containsEntry("iss", "me")
        .containsEntry("sub", "tel:+34666666666")
        .containsEntry("scope", "dpv:x a");
  }

  @Test
  void a_jwt_about_nobody_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> view(new JwtBearerGrant(ENDPOINT, Optional.empty()), Grant.of("a"), "me", "key"));
  }

  @ParameterizedTest
  @CsvSource({
    "'no key', 'PEM: from -----BEGIN PRIVATE KEY-----'",
    "'-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', openssl pkcs8 -topk8",
    "'-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE\n-----END ENCRYPTED PRIVATE KEY-----', -nocrypt",
    "'-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----', was it cut?",
    "'-----BEGIN PRIVATE KEY-----\n=A=\n-----END PRIVATE KEY-----', was it cut?",
    "'-----BEGIN PRIVATE KEY-----\nMIIE', 'PEM: from'"
  })
  void what_is_no_private_key_is_refused_with_what_to_do(String text, String told) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.of(text))
        .withMessageContaining(told)
        .withMessageNotContaining("MIIE");
  }

  @Test
  void a_key_that_no_algorithm_of_a_jwt_takes_is_refused() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024);
    KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
    ec.initialize(new ECGenParameterSpec("secp384r1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.of(pem(rsa.generateKeyPair().getPrivate().getEncoded())))
        .withMessageContaining("2048 bits or more, and this one has 1024");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.of(pem(ec.generateKeyPair().getPrivate().getEncoded())))
        .withMessageContaining("P-256");
  }

  @Test
  void a_key_prints_nothing() {
    SigningKey key = SigningKey.of(pem(pair("ES256").getPrivate().getEncoded()));
    assertThat(key).hasToString("SigningKey[***]");
    assertThat(key.algorithm()).isEqualTo("ES256");
  }
}
